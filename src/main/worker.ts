// The worker alone: mails, retention, clocks.
import { run } from './run.ts'
import { createServices, openDatabase } from './services.ts'
import { startJobs } from './jobs.ts'

await run(async (config) => {
  const database = await openDatabase(config)
  const { services, stop } = await createServices(config, database.appUrl)
  const worker = await startJobs(services, database.ownerUrl)
  return async () => {
    await worker.stop()
    await stop()
    await database.release()
  }
})
