// The web alone, for installations with a PostgreSQL of their own; `aq migrate` has prepared it.
import { run } from './run.ts'
import { serve, settlePort } from './serve.ts'
import { createServices, openDatabase } from './services.ts'

await run(async (asked, opened) => {
  const config = await settlePort(asked)
  const database = await openDatabase(config)
  opened.defer(database.release)
  const { services, stop } = await createServices(config, database.appUrl)
  opened.defer(stop)
  const web = await serve(services)
  opened.defer(web.stop)
  process.stdout.write(`${config.serviceName}: ${config.publicUrl}\n`)
})
