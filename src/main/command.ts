import type { Config } from '#platform/config/config.ts'
import type { Database } from './services.ts'

/** One call of the operator's tool. */
export type Run = {
  config: Config
  database: Database
  values: Record<string, string>
  /** The options given that take no value. */
  flags: ReadonlySet<string>
  positionals: string[]
  say: (line: string) => void
  progress: (line: string) => void
}
export type Command = {
  name: string
  usage: string
  does: string
  options: Record<string, { type: 'string' | 'boolean' }>
  run: (run: Run) => Promise<number>
}
