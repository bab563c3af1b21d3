// Web and worker in one process, with the embedded PostgreSQL: what `npm start` runs.
import { connect } from '#platform/db/db.ts'
import { loadSeedDirectory } from '#features/directory/index.ts'
import { run } from './run.ts'
import { serve } from './serve.ts'
import { createServices, openDatabase, prepareDatabase } from './services.ts'
import { startJobs } from './jobs.ts'
import { inventWorld } from './world.ts'

await run(async (config) => {
  const database = await openDatabase(config)
  try {
    await prepareDatabase(database)
    const { services, stop } = await createServices(config, database.appUrl)
    const owner = connect(database.ownerUrl, 2)
    await loadSeedDirectory(owner.db, services.secrets, { invented: config.demo, at: services.now(), newId: services.newId })
    await owner.close()
    const signIns = config.demo ? await inventWorld(services) : []
    const worker = await startJobs(services, database.ownerUrl)
    const web = await serve(services)
    process.stdout.write(`${config.serviceName}: ${config.publicUrl}\n`)
    for (const { name, link } of signIns) process.stdout.write(`  ${name}: ${link}\n`)
    if (config.demo) process.stdout.write(`  Courriels: ${config.publicUrl}/dev/outbox\n`)
    return async () => {
      await web.stop()
      await worker.stop()
      await stop()
      await database.release()
    }
  } catch (error) {
    await database.release()
    throw error
  }
})
