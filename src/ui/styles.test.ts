import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { generateCss } from '../../tools/gen-css.ts'
import { publicCss, workspaceCss } from './styles.gen.ts'
import { styleHashes } from './styles.ts'
import { PublicStyle, WorkspaceStyle } from './style-element.tsx'
import { markup } from './testing/sound.ts'

const here = (path: string) => new URL(path, import.meta.url)

test('the bundles are those of the sources', async () => {
  expect(await readFile(here('./styles.gen.ts'), 'utf8')).toBe(await generateCss())
})

test('a newcomer page can carry its look', () => {
  expect(brotliCompressSync(publicCss).length).toBeLessThanOrEqual(4 * 1024)
  expect(gzipSync(publicCss, { level: 9 }).length).toBeLessThanOrEqual(4.5 * 1024)
})

test.each([
  [PublicStyle, styleHashes.public],
  [WorkspaceStyle, styleHashes.workspace],
])('the hash is that of the text between the tags', async (Style, hash) => {
  const text = /^<style>(.*)<\/style>$/s.exec(await markup(Style()))?.[1] ?? ''
  expect(`sha256-${createHash('sha256').update(text).digest('base64')}`).toBe(hash)
})

test('nothing is fetched, and nothing can close the style element', () => {
  expect(publicCss + workspaceCss).not.toMatch(/url\(|@import|<\//)
})

test('no rule knows left from right', async () => {
  const names = await readdir(here('./css/'))
  const physical =
    /(?<![-.\w])(left|right|top|bottom|width|height)\s*:|:\s*(left|right)\b|(margin|padding|border)-(left|right|top|bottom)/
  for (const name of names) {
    const text = await readFile(here(`./css/${name}`), 'utf8')
    const rules = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@media[^{]*/g, '')
    expect(rules, name).not.toMatch(physical)
  }
})
