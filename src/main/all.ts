// Web and worker in one process, with the embedded PostgreSQL: what `npm start` runs.
import { connect } from '#platform/db/db.ts'
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
  await prepareDatabase(database)
  const { services, stop } = await createServices(config, database.appUrl)
  opened.defer(stop)
  const owner = connect(database.ownerUrl, 2)
  await loadSeedDirectory(owner.db, services.secrets, { invented: config.demo, at: services.now(), newId: services.newId })
  await owner.close()
  const signIns = config.demo ? await inventWorld(services) : []
  const worker = await startJobs(services, database.ownerUrl)
  opened.defer(worker.stop)
  const web = await serve(services)
  opened.defer(web.stop)
  process.stdout.write(`${config.serviceName}: ${config.publicUrl}\n`)
  for (const { name, link } of signIns) process.stdout.write(`  ${name}: ${link}\n`)
  if (config.demo) process.stdout.write(`  Courriels: ${config.publicUrl}/dev/outbox\n`)
})
