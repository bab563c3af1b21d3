import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { endOf, killServer, newFolder, patience, postmasterOf, query, startService, until } from './service.ts'

const counted = `select (select count(*) from person)::int as persons,
  (select count(distinct email_hash) from person)::int as addresses,
  (select count(*) from staff where kind = 'agent')::int as staff,
  (select count(distinct email_hash) from staff where kind = 'agent')::int as "staffAddresses"`

test(
  'two first starts at once on one folder both come up, on one PostgreSQL that the last to leave stops',
  { timeout: 2 * patience },
  async () => {
    const folder = newFolder()
    const both = await Promise.all([startService(folder), startService(folder)])
    const [first, second] = both
    for (const { url } of both) expect((await fetch(`${url}/health/ready`)).status).toBe(200)
    const [figures] = await query(folder, counted)
    expect(figures?.['persons'], 'each invented person is there once').toBe(figures?.['addresses'])
    expect(figures?.['staff']).toBe(figures?.['staffAddresses'])
    first.signal('SIGTERM')
    expect(await endOf(first)).toEqual({ code: 0, signal: null })
    expect((await fetch(`${second.url}/health/ready`)).status).toBe(200)
    second.signal('SIGTERM')
    expect(await endOf(second)).toEqual({ code: 0, signal: null })
    expect(postmasterOf(folder)).toBeUndefined()
    expect(readdirSync(join(folder, 'leases'))).toEqual([])
  },
)

test('two services bring back together a PostgreSQL that died', { timeout: 2 * patience }, async () => {
  const folder = newFolder()
  const first = await startService(folder)
  const second = await startService(folder)
  killServer(folder)
  for (const { url } of [first, second])
    await until(`${url} is back`, async () => (await fetch(`${url}/health/ready`)).status === 200, 10_000)
  first.signal('SIGKILL')
  second.signal('SIGTERM')
  expect(await endOf(second)).toEqual({ code: 0, signal: null })
  expect(postmasterOf(folder), 'a lease of the dead counts for nothing').toBeUndefined()
})

test(
  'what dead processes left behind under numbers that others bear now does not stop a start',
  { timeout: 2 * patience },
  async () => {
    const folder = newFolder()
    const before = await startService(folder)
    before.signal('SIGTERM')
    await endOf(before)
    writeFileSync(join(folder, 'postgres.lock'), `${process.pid}-1`)
    writeFileSync(join(folder, 'leases', `${process.pid}-1`), '')
    writeFileSync(join(folder, 'postgres/postmaster.pid'), `${process.pid}\n${join(folder, 'postgres')}\n`)
    const service = await startService(folder)
    expect((await fetch(`${service.url}/health/ready`)).status).toBe(200)
    service.signal('SIGTERM')
    expect(await endOf(service)).toEqual({ code: 0, signal: null })
    expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false)
  },
)
