// Bundles src/main into dist/ when anything in src changed; packages stay where npm put them.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** The hash of all that goes into dist/. */
function fingerprint() {
  const hash = createHash('sha256')
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name))
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) hash.update(path.slice(root.length)).update(readFileSync(path))
  for (const name of ['package-lock.json', 'tsconfig.json', 'tools/build.mjs']) hash.update(readFileSync(join(root, name)))
  return hash.digest('hex')
}

export async function build() {
  const stamp = join(root, 'dist/.fingerprint')
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  const { build: bundle } = await import('esbuild')
  await bundle({
    entryPoints: ['all', 'web', 'worker', 'cli'].map((name) => join(root, `src/main/${name}.ts`)),
    outdir: join(root, 'dist'), bundle: true, splitting: true, platform: 'node', target: 'node24', format: 'esm', packages: 'external', sourcemap: 'linked', logLevel: 'warning',
  })
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, wanted)
}

if (process.argv[1] === import.meta.filename) await build()
