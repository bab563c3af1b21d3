import process from 'node:process'
import { ConfigError, readConfig, requireNode, type Config } from '#platform/config/config.ts'
import { ReferenceError } from '#platform/reference/load.ts'

/** Starts a process of ours, and stops it cleanly once, at the first SIGTERM or Ctrl-C: what was taken in is ended first. */
export async function run(start: (config: Config) => Promise<() => Promise<void>>): Promise<void> {
  const stopping = new Promise<void>((stop) => {
    process.once('SIGTERM', () => stop())
    process.once('SIGINT', () => stop())
  })
  process.on('SIGTERM', () => {}) // a second signal changes nothing: the first is being followed
  process.on('SIGINT', () => {})
  try {
    requireNode(process.version)
    const stop = await start(readConfig(process.env))
    await stopping
    await stop()
    process.exitCode = 0
  } catch (error) {
    process.exitCode = 1
    if (!(error instanceof ConfigError) && !(error instanceof ReferenceError)) throw error
    process.stderr.write(`${error.message}\n`)
  }
  setTimeout(() => process.exit(), 3_000).unref()
}
