// What no compiler or linter reads: the length of files, clocks in pure rules, directions in styles.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '#platform/config/root.ts'
import { sourceFiles } from './source.ts'

const longest = 250
const written = sourceFiles().filter((path) => !path.endsWith('.gen.ts'))

test(`no file is longer than ${longest} lines`, () => {
  const lengths = written.map((path) => ({ path, lines: linesOf(path).length - 1 }))
  expect(lengths.filter(({ lines }) => lines > longest)).toEqual([])
})

test('pure rules take time and chance as arguments', () => {
  const pure = written.filter(
    (path) => /^src\/kernel\/|^src\/features\/[^/]+\/domain(\/|\.ts$)/.test(path) && !path.includes('.test.'),
  )
  expect(pure.length).toBeGreaterThan(15)
  expect(found(pure, /new Date\(\)|Date\.now\(|Math\.random\(|performance\.now\(|randomUUID/)).toEqual([])
})

test('styles know start and end, not left and right', () => {
  const styles = sourceFiles(/\.css$/)
  expect(styles.length).toBeGreaterThan(5)
  expect(found(styles, /\b(left|right)\b/)).toEqual([])
})

test('no element has a style of its own', () => {
  expect(
    found(
      written.filter((path) => path.endsWith('.tsx')),
      /<[a-z][\w-]*(\s[^<>]*)?\sstyle=/,
    ),
  ).toEqual([])
})

test('what is left to do is an issue, not a comment', () => {
  const texts = [...written, ...sourceFiles(/\.css$/), ...sourceFiles(/\.sql$/, 'migrations')]
  expect(found(texts, /\b(TODO|FIXME|XXX)\b/)).toEqual([])
})

/** Where a pattern occurs, as path:line. */
function found(paths: string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    linesOf(path).flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
  )
}

function linesOf(path: string): string[] {
  return readFileSync(join(root, path), 'utf8').split('\n')
}
