// Bundles src/main into dist/ when anything in src changed; packages stay where npm put them.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')
const longAgo = 3_600_000 // by then whoever started on the former parts has read them

/** The hash of all that goes into dist/. */
function fingerprint() {
  const hash = createHash('sha256')
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name),
  )
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort())
    hash.update(path.slice(root.length)).update(readFileSync(path))
  for (const name of ['package-lock.json', 'tsconfig.json', 'tools/build.mjs'])
    hash.update(readFileSync(join(root, name)))
  return hash.digest('hex')
}

/** Two starts may build at the same time: each aside, then file by file into place, parts before what imports them. */
export async function build() {
  const wanted = fingerprint()
  if (read(join(dist, '.fingerprint')) === wanted) return
  const { build: bundle } = await import('esbuild')
  const aside = join(dist, `new-${process.pid}`)
  await bundle({
    entryPoints: ['all', 'web', 'worker', 'cli'].map((name) => join(root, `src/main/${name}.ts`)),
    outdir: aside,
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    packages: 'external',
    sourcemap: 'linked',
    logLevel: 'warning',
  })
  const made = readdirSync(aside).sort((a, b) => Number(b.startsWith('chunk-')) - Number(a.startsWith('chunk-')))
  for (const name of made) renameSync(join(aside, name), join(dist, name))
  rmSync(aside, { recursive: true })
  writeFileSync(join(dist, `.fingerprint-${process.pid}`), wanted)
  renameSync(join(dist, `.fingerprint-${process.pid}`), join(dist, '.fingerprint'))
  removeFormer(new Set(made))
}

function removeFormer(made) {
  for (const name of readdirSync(dist)) {
    if (!/^(chunk|new)-/.test(name) || made.has(name)) continue
    const age = Date.now() - (statSync(join(dist, name), { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > longAgo) rmSync(join(dist, name), { recursive: true, force: true })
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

mkdirSync(dist, { recursive: true })
if (process.argv[1] === import.meta.filename) await build()
