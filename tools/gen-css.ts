import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const output = here('../src/ui/styles.gen.ts')

/** The text of `src/ui/styles.gen.ts`: one style text for each layout, ready for a `<style>` element. */
export async function generateCss(): Promise<string> {
  const publicCss = await bundle('public')
  const workspaceCss = await bundle('workspace')
  return [
    '// Made by tools/gen-css.ts from src/ui/css; never edited by hand.',
    `export const publicCss = ${JSON.stringify(publicCss)}`,
    `export const workspaceCss = ${JSON.stringify(workspaceCss)}`,
    '',
  ].join('\n')
}

/** Cascade layers set the oldest browsers that see our look; older ones get plain, readable HTML. */
const browsers = ['chrome99', 'firefox97', 'safari15.4']

async function bundle(name: 'public' | 'workspace'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [here(`../src/ui/css/${name}.css`)],
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    target: browsers,
  })
  return (outputFiles[0]?.text ?? '').trim()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(output, await generateCss())
