import process from 'node:process'
import { ConfigError, readConfig, requireNode, type Config } from '#platform/config/config.ts'
import { ReferenceError } from '#platform/reference/load.ts'

/** What a start has opened, closed in the opposite order: at the stop, or where the start fails half way. */
export type Opened = AsyncDisposableStack

const stopSignals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

/** Starts a process of ours, and stops it cleanly once, at the first signal: what was taken in is ended first. */
export async function run(start: (config: Config, opened: Opened) => Promise<void>): Promise<void> {
  const stopping = new Promise<void>((stop) => {
    for (const signal of stopSignals) process.on(signal, () => stop()) // a second one changes nothing
  })
  try {
    requireNode(process.version)
    const opened = new AsyncDisposableStack()
    try {
      await start(readConfig(process.env), opened)
      await stopping
    } catch (error) {
      fail(error)
    }
    await opened.disposeAsync()
  } catch (error) {
    fail(error)
  }
  setTimeout(() => process.exit(), 3_000).unref()
}

/** One sentence for what the operator can mend; all there is for the rest. */
function fail(error: unknown): void {
  process.exitCode = 1
  const known = error instanceof ConfigError || error instanceof ReferenceError
  process.stderr.write(
    `${known ? error.message : (deniedFile(error) ?? (error instanceof Error ? error.stack : String(error)))}\n`,
  )
}

const denials = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR', 'EEXIST'])

function deniedFile(error: unknown): string | undefined {
  if (!(error instanceof Error && 'code' in error && 'path' in error && denials.has(String(error.code))))
    return undefined
  const what = `${String(error.path)} cannot be used (${String(error.code)})`
  return `${what}: start as the user it belongs to, or set DATA_DIR to another folder.`
}
