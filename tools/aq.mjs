import { build } from './build.mjs'

// Ctrl-C reaches a command twice, from the terminal and from the process above: the second must not cut its stop.
let working = false
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
])
  process.on(signal, () => working || process.exit(code))

await build()
working = true
await import('../dist/cli.js')
