// The worker alone: mails, retention, clocks.
import { run } from './run.ts'
import { createServices, openDatabase } from './services.ts'
import { startJobs } from './jobs.ts'

await run(async (config, opened) => {
  const database = await openDatabase(config)
  opened.defer(database.release)
  const { services, stop } = await createServices(config, database.appUrl)
  opened.defer(stop)
  const worker = await startJobs(services, database.ownerUrl)
  opened.defer(worker.stop)
})
