import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigError } from '#platform/config/config.ts'
import { testFolder, zeros, zipOf } from '../../testing/zips.ts'
import { recordsOf } from './records.ts'
import { openSource } from './source.ts'

const csv = 'id,name\n1,a\n'

/** Everything a source holds, read twice as an import does; the signs of each file's rows. */
async function readAll(path: string): Promise<Record<string, string>> {
  const source = await openSource(path)
  try {
    const found: Record<string, string> = {}
    for (const file of [...source.files, ...source.files]) {
      const records = []
      for await (const record of recordsOf(file)) records.push(record)
      found[file.name] = JSON.stringify(records)
    }
    return found
  } finally {
    source.close()
  }
}

/** The one sentence with which a source is refused. */
async function refusalOf(path: string): Promise<string> {
  const error: unknown = await readAll(path).then(
    () => 'read',
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ConfigError)
  expect(readdirSync(dirname(path))).toEqual(['package.zip'])
  return error instanceof ConfigError ? error.message.replace(path, 'ZIP') : ''
}

/** Every place of these bytes becomes others of the same length: names, sizes and marks stand twice in a zip. */
function overwrite(path: string, from: Buffer, to: Buffer): void {
  const bytes = readFileSync(path)
  let places = 0
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) {
    to.copy(bytes, at)
    places += 1
  }
  expect(places).toBeGreaterThan(0)
  writeFileSync(path, bytes)
}

const sizeOf = (bytes: number) => {
  const written = Buffer.alloc(4)
  written.writeUInt32LE(bytes)
  return written
}

test('a quarter of a gigabyte of zeros is refused unread', async () => {
  const before = process.memoryUsage.rss()
  expect(await refusalOf(await zipOf({ 'services.csv': () => zeros(256) }))).toBe(
    'ZIP unfolds to more than a directory can hold (at services.csv): it is refused unread. Give its files unpacked.',
  )
  expect(process.memoryUsage.rss() - before).toBeLessThan(200 * 1024 ** 2)
})

test('many files that are harmless one by one are too much together', async () => {
  const files = Object.fromEntries(Array.from({ length: 41 }, (_none, at) => [`f${at}.csv`, () => zeros(1)]))
  const path = await zipOf(files)
  overwrite(path, sizeOf(1024 ** 2), sizeOf(50 * 1024 ** 2))
  expect(await refusalOf(path)).toMatch('unfolds to more than a directory can hold (at f40.csv)')
  const many = Object.fromEntries(Array.from({ length: 1_001 }, (_none, at) => [`f${at}.csv`, csv]))
  expect(await refusalOf(await zipOf(many))).toMatch('unfolds to more than a directory can hold (at f1000.csv)')
})

test('a zip that lies about its size is left where the lie shows', async () => {
  const path = await zipOf({ 'services.csv': () => zeros(60) })
  overwrite(path, sizeOf(60 * 1024 ** 2), sizeOf(1_000))
  const [, read] = /^ZIP is not a sound zip \(too many bytes .* at least (\d+)\)/.exec(await refusalOf(path)) ?? []
  expect(Number(read)).toBeLessThan(1024 ** 2)
})

test('a file cannot leave the zip, nor hide in it', async () => {
  const path = await zipOf({ 'aa/x.csv': csv })
  overwrite(path, Buffer.from('aa/x.csv'), Buffer.from('../x.csv'))
  expect(await refusalOf(path)).toBe(
    'ZIP is not a sound zip (invalid relative path: ../x.csv): make it again, or give its files unpacked.',
  )
  const absolute = await zipOf({ 'aa/x.csv': csv })
  overwrite(absolute, Buffer.from('aa/x.csv'), Buffer.from('/a/x.csv'))
  expect(await refusalOf(absolute)).toMatch('absolute path')
})

test('an encrypted zip asks for one without a password', async () => {
  const path = await zipOf({ 'x.csv': csv })
  const bytes = readFileSync(path)
  for (const [mark, flags] of [
    ['PK\u0003\u0004', 6],
    ['PK\u0001\u0002', 8],
  ] as const) {
    const at = bytes.indexOf(mark) + flags
    bytes.writeUInt16LE(bytes.readUInt16LE(at) | 1, at)
  }
  writeFileSync(path, bytes)
  expect(await refusalOf(path)).toBe('ZIP has a password: give it without one.')
})

test.each([[0.1], [0.5], [0.99]])('a zip cut off at %d of its length is not sound', async (part) => {
  const path = await zipOf({ 'x.csv': csv.repeat(10), 'y.csv': csv })
  truncateSync(path, Math.floor(readFileSync(path).length * part))
  expect(await refusalOf(path)).toMatch(/^ZIP is not a sound zip/)
})

test('a file with broken bytes fails where it is read', async () => {
  const path = await zipOf({
    'x.csv': `id,name\n${Array.from({ length: 999 }, (_none, at) => `${at},n${at}\n`).join('')}`,
  })
  const bytes = readFileSync(path)
  bytes.fill(0xff, 200, 400)
  writeFileSync(path, bytes)
  expect(await refusalOf(path)).toMatch(/^ZIP is not a sound zip \(/)
})

test('a folder in a zip does not matter, two packages do', async () => {
  expect(await readAll(await zipOf({ 'export/2026/x.csv': csv }))).toEqual({
    'x.csv': '[{"line":2,"row":{"id":"1","name":"a"}}]',
  })
  expect(await refusalOf(await zipOf({ 'a/x.csv': csv, 'b/X.CSV': csv }))).toBe(
    'ZIP holds two files named x.csv: give one package at a time.',
  )
})

test('what macOS packs beside the files, and notes of two folders, are passed over', async () => {
  const files = {
    'a/x.csv': csv,
    '__MACOSX/a/._x.csv': '\u0000',
    'a/.DS_Store': '1',
    'b/.DS_Store': '2',
    'a/notes.txt': 'n',
  }
  expect(Object.keys(await readAll(await zipOf({ ...files, 'b/notes.txt': 'n', 'datapackage.json': '{}' })))).toEqual([
    'x.csv',
  ])
  expect(await refusalOf(await zipOf({ 'notes.txt': 'n' }))).toMatch('holds no CSV, JSON, NDJSON or GeoJSON file')
})

test('a folder gives its files, not the folders in it', async () => {
  const folder = testFolder()
  mkdirSync(join(folder, 'deep.csv'))
  await expect(openSource(folder)).rejects.toThrow('there is nothing to import')
  writeFileSync(join(folder, 'x.csv'), csv)
  expect(Object.keys(await readAll(folder))).toEqual(['x.csv'])
})
