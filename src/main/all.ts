// Web and worker in one process, with the embedded PostgreSQL: what `npm start` runs.
import { connect } from '#platform/db/db.ts'
import { alone } from '#platform/db/alone.ts'
import type { Services } from '#platform/http/env.ts'
import { loadSeedDirectory } from '#features/directory/index.ts'
import { run } from './run.ts'
import { serve, settlePort } from './serve.ts'
import { createServices, openDatabase, prepareDatabase } from './services.ts'
import { startJobs } from './jobs.ts'
import { inventWorld } from './world.ts'

await run(async (asked, opened) => {
  const config = await settlePort(asked)
  const database = await openDatabase(config)
  opened.defer(database.release)
  const { services, signIns } = await alone(database.ownerUrl, async () => {
    await prepareDatabase(database)
    const running = await createServices(config, database.appUrl)
    opened.defer(running.stop)
    return { services: running.services, signIns: await fill(running.services, database.ownerUrl) }
  })
  const worker = await startJobs(services, database.ownerUrl)
  opened.defer(worker.stop)
  const web = await serve(services)
  opened.defer(web.stop)
  process.stdout.write(`${config.serviceName}: ${config.publicUrl}\n`)
  for (const { name, link } of signIns) process.stdout.write(`  ${name}: ${link}\n`)
  if (config.demo) process.stdout.write(`  Courriels: ${config.publicUrl}/dev/outbox\n`)
})

/** The starter directory and, in a demo, the invented people; answers the sign-ins to print. */
async function fill(services: Services, ownerUrl: string): Promise<{ name: string; link: string }[]> {
  const owner = connect(ownerUrl, 2)
  try {
    await loadSeedDirectory(owner.db, services.secrets, {
      invented: services.config.demo,
      at: services.now(),
      newId: services.newId,
    })
  } finally {
    await owner.close()
  }
  return services.config.demo ? inventWorld(services) : []
}
