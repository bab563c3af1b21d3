// The web alone, for installations with a PostgreSQL of their own; `aq migrate` has prepared it.
import { run } from './run.ts'
import { serve } from './serve.ts'
import { createServices, openDatabase } from './services.ts'

await run(async (config) => {
  const database = await openDatabase(config)
  const { services, stop } = await createServices(config, database.appUrl)
  const web = await serve(services)
  process.stdout.write(`${config.serviceName}: ${config.publicUrl}\n`)
  return async () => {
    await web.stop()
    await stop()
    await database.release()
  }
})
