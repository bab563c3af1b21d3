// What a change must pass: layout, lint, types, tests. Says it live; its last line is "N passed, N failed".
// `--browsers` adds the tests that need Chromium; any other word narrows the tests to the files that it names.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const words = process.argv.slice(2)
const browsers = words.includes('--browsers')
const narrowed = words.filter((word) => word !== '--browsers')

const chromium = browsers ? findChromium() : ''
const checks = [
  ['Layout', 'prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  ['Lint', 'eslint/bin/eslint.js', '.'],
  ['Types', 'typescript/bin/tsc', '--noEmit', '-p', '.'],
].map(([name, tool, ...options]) => ({ name, passes: runs(name, tool, options) }))
const tests = runTests()

const broken = checks.filter(({ passes }) => !passes)
if (broken.length > 0)
  console.log(`\nNot in order: ${broken.map(({ name }) => name.toLowerCase()).join(', ')} (see above).`)
const passed = tests.passed + checks.length - broken.length
const failed = tests.failed + broken.length
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

/** Runs a tool of node_modules on this very Node, with its output as it comes. */
function runs(name, tool, options) {
  console.log(`\n── ${name}`)
  const started = performance.now()
  const env = { ...process.env, CHROMIUM: chromium }
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', tool), ...options], {
    cwd: root,
    stdio: 'inherit',
    env,
  })
  console.log(
    `${name}: ${status === 0 ? 'in order' : 'NOT in order'}, ${((performance.now() - started) / 1000).toFixed(1)} s`,
  )
  return status === 0
}

/** Vitest's own count; a file that does not load, or an error outside any test, is one failure. */
function runTests() {
  const report = join(root, 'node_modules/.cache/vitest-report.json')
  rmSync(report, { force: true })
  const left = chromium ? [] : ['--exclude', 'tests/browser/**']
  const options = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...left, ...narrowed]
  const good = runs('Tests', 'vitest/vitest.mjs', options)
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const unread = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((each) => each.status !== 'failed'),
  )
  const failures = numFailedTests + unread.length
  return { passed: numPassedTests, failed: good ? failures : Math.max(failures, 1) }
}

/** Chromium's path: the one named, the system's, or one fetched for the purpose; empty where there is none. */
function findChromium() {
  const named = process.env.CHROMIUM
  if (named && !existsSync(named)) console.log(`CHROMIUM names ${named}, which is not there.`)
  const found = [named, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => path && existsSync(path),
  )
  const path = found ?? (process.env.CI === 'true' && existsSync('/etc/debian_version') ? fromDebian() : '') ?? ''
  const last = path || fromPlaywright()
  if (!last)
    console.log(
      'No Chromium was found or could be fetched, so the tests in a browser are left out: install one, or name it in CHROMIUM.',
    )
  return last
}

/** On a machine made for one run, the system's own package, with fonts that have Arabic. */
function fromDebian() {
  console.log('Installing Chromium from Debian…')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const steps = [['update'], ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-core']]
  for (const step of steps) spawnSync('apt-get', ['-qq', ...step], { stdio: ['ignore', 'ignore', 'inherit'], env })
  return existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : ''
}

/** The browser that playwright-core knows, fetched once for this person and kept in their cache. */
function fromPlaywright() {
  console.log('Fetching Chromium through playwright-core…')
  const cli = join(root, 'node_modules/playwright-core/cli.js')
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  const ask = `import('playwright-core').then(({ chromium }) => console.log(chromium.executablePath()))`
  const { stdout } = spawnSync(process.execPath, ['-e', ask], { cwd: root, encoding: 'utf8' })
  const path = stdout?.trim() ?? ''
  return path && existsSync(path) ? path : ''
}
