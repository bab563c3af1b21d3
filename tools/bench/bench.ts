// `npm run bench [-- NAME… --json]`: what the service does beside a named peer, both measured in the same run.
import { directory } from './directory.ts'
import { pages } from './pages.ts'
import { plan } from './plan.ts'
import { tableOf, type Row } from './rows.ts'

/** A bench says on `told` how far it is, and hands each thing it starts to `stack`, which ends them all. */
type Bench = (stack: AsyncDisposableStack, told: (line: string) => void) => Promise<Row[]>

const benches: Record<string, { run: Bench; seconds: number }> = {
  directory: { run: directory, seconds: 600 },
  pages: { run: pages, seconds: 88 },
  plan: { run: plan, seconds: 60 },
}

const words = process.argv.slice(2)
const asJson = words.includes('--json')
const names = words.filter((word) => word !== '--json')
const unknown = names.find((name) => !Object.hasOwn(benches, name))
if (unknown === undefined) await runAll(names.length > 0 ? names : Object.keys(benches))
else {
  process.stderr.write(`Unknown bench "${unknown}". Known: ${Object.keys(benches).join(', ')}.\n`)
  process.exitCode = 2
}

async function runAll(chosen: string[]): Promise<void> {
  const rows: Row[] = []
  try {
    for (const [name, bench] of Object.entries(benches)) {
      if (chosen.includes(name)) rows.push(...(await runOne(name, bench)))
    }
    process.stdout.write(asJson ? `${JSON.stringify(rows)}\n` : tableOf(rows))
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}

/** Ends with the work, with Ctrl-C or when the time is over; whichever it is, nothing that was started stays. */
async function runOne(name: string, { run, seconds }: { run: Bench; seconds: number }): Promise<Row[]> {
  await using stack = new AsyncDisposableStack()
  const cut = Promise.withResolvers<never>()
  const stop = () => cut.reject(new Error(`The bench "${name}" was stopped.`))
  const late = setTimeout(
    () => cut.reject(new Error(`The bench "${name}" took more than ${seconds} s and was stopped.`)),
    seconds * 1000,
  )
  process.on('SIGINT', stop).on('SIGTERM', stop)
  stack.defer(() => void process.off('SIGINT', stop).off('SIGTERM', stop))
  stack.defer(() => clearTimeout(late))
  return await Promise.race([run(stack, (line) => void process.stderr.write(`${name}: ${line}\n`)), cut.promise])
}
