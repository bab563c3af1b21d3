import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { headerOf, readCsv } from './read-csv.ts'

const streamOf = (text: string) => Readable.from([Buffer.from(text)])

async function recordsOf(text: string) {
  const records = []
  for await (const record of readCsv(streamOf(text)))
    records.push(
      'row' in record
        ? [record.line, record.row['id'], record.row['name']]
        : [record.line, record.fault.reason, record.fault.value],
    )
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
    [2, 'fields', '1/2'],
    [3, '2', 'b'],
    [4, 'fields', '3/2'],
    [5, '4', 'e'],
  ])
})

test('a stray quote spoils its own row only', async () => {
  expect(await recordsOf('id,name\n1,a\n2,"never closed\n3,c\n4,d\n')).toEqual([
    [2, '1', 'a'],
    [3, 'quote', undefined],
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
  expect(await headerOf(streamOf(''))).toEqual([])
})

test('a header of a million columns, or a row without end, is no table', async () => {
  const wide = streamOf(Array.from({ length: 1_000_000 }, (_none, at) => `c${at}`).join(','))
  await expect(headerOf(wide)).rejects.toMatchObject({ fault: { reason: 'too-long' } })
  await expect(recordsOf(`id,name\n1,"${'a'.repeat(3_000_000)}`)).rejects.toMatchObject({
    fault: { reason: 'too-long' },
  })
})

test('a stream that fails fails the reading', async () => {
  const broken = new Readable({ read: () => broken.destroy(new Error('gone')) })
  await expect(headerOf(broken)).rejects.toThrow('gone')
})
