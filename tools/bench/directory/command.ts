// `npm run aq -- …` as an operator runs it, in a process of its own on the data folder of this bench.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { text } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { end } from '../children.ts'
import { plainEnvironment } from '../service.ts'

const root = join(import.meta.dirname, '../../..')

/** Seconds from start to end, and the most memory it held, in MB. */
export async function runCommand(
  stack: AsyncDisposableStack,
  folder: string,
  words: readonly string[],
): Promise<{ seconds: number; megabytes: number }> {
  const started = performance.now()
  const child = spawn(
    process.execPath,
    ['--import', new URL('./peak.ts', import.meta.url).href, join(root, 'tools/aq.mjs'), ...words],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      env: { ...plainEnvironment(), DEMO: '1', LOG_LEVEL: 'error', DATA_DIR: folder },
    },
  )
  stack.defer(() => end(child, 5_000))
  const [, said, told] = child.stdio.slice(1)
  if (!(said instanceof Readable) || !(told instanceof Readable)) throw new Error('The command has no pipes.')
  const [saying, peak] = await Promise.all([text(said), text(told), once(child, 'exit')])
  if (child.exitCode !== 0) throw new Error(`aq ${words.join(' ')} ended with ${child.exitCode}: ${saying.slice(-500)}`)
  return { seconds: (performance.now() - started) / 1000, megabytes: Number(peak) / 1024 }
}
