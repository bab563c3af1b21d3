import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { headerOf, readCsv } from './read-csv.ts'

const folder = mkdtempSync(join(tmpdir(), 'csv-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function recordsOf(text: string) {
  const path = join(folder, 'rows.csv')
  writeFileSync(path, text)
  const records = []
  for await (const record of readCsv(path))
    records.push('row' in record ? [record.line, record.row['id'], record.row['name']] : [record.line, record.fault])
  return records
}

test.each([['\n'], ['\r\n']])('a record has the line it begins on, whatever runs over several (%j)', async (end) => {
  const text = ['\uFEFFid,name', '1,"a', 'b"', '', '2,c', '3,"d', '', 'e"', '4,f'].join(end)
  expect(await recordsOf(text)).toEqual([
    [2, '1', `a${end}b`],
    [5, '2', 'c'],
    [6, '3', `d${end}${end}e`],
    [9, '4', 'f'],
  ])
})

test('a row of too few or too many fields is refused alone', async () => {
  expect(await recordsOf('id,name\n1\n2,b\n3,c,d\n4,e\n')).toEqual([
    [2, '1 fields where the header names 2'],
    [3, '2', 'b'],
    [4, '3 fields where the header names 2'],
    [5, '4', 'e'],
  ])
})

test('a stray quote spoils its own row only', async () => {
  expect(await recordsOf('id,name\n1,a\n2,"never closed\n3,c\n4,d\n')).toEqual([
    [2, '1', 'a'],
    [3, 'a quote that never closes'],
    [4, '3', 'c'],
    [5, '4', 'd'],
  ])
  expect(await recordsOf('id,name\n2,the "so called" place\n3,"c"\n')).toEqual([
    [2, '2', 'the "so called" place'],
    [3, '3', 'c'],
  ])
})

test('an empty file has no rows and no header', async () => {
  expect(await recordsOf('')).toEqual([])
  expect(await recordsOf('id,name\n')).toEqual([])
  writeFileSync(join(folder, 'empty.csv'), '')
  expect(await headerOf(join(folder, 'empty.csv'))).toEqual([])
})

test('a file that cannot be read fails the reading', async () => {
  await expect(headerOf(join(folder, 'none.csv'))).rejects.toThrow('ENOENT')
})
