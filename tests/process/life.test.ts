import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { endOf, launch, newFolder, patience, postmasterOf, serverLog, startService, until } from './service.ts'

test(
  'a first and a second start come to ready on Node 24, and SIGTERM ends each within seconds, PostgreSQL last',
  { timeout: 2 * patience },
  async () => {
    const folder = newFolder()
    for (const turn of ['first', 'second']) {
      const service = await startService(folder)
      const ready = await fetch(`${service.url}/health/ready`)
      expect([turn, ready.status]).toEqual([turn, 200])
      expect(await ready.text()).toMatch(/"status":"ready".*"node":"v24\./)
      service.signal('SIGTERM')
      expect(await endOf(service)).toEqual({ code: 0, signal: null })
      expect(service.complained()).toBe('')
      expect(postmasterOf(folder)).toBeUndefined()
    }
    expect(serverLog(folder).match(/database system is shut down/g)).toHaveLength(2)
  },
)

test(
  'a browser that holds connections open, used or not, does not hold up the stop',
  { timeout: patience },
  async () => {
    const folder = newFolder()
    const service = await startService(folder)
    const silent = connect(Number(new URL(service.url).port), '127.0.0.1')
    await once(silent, 'connect')
    await (await fetch(`${service.url}/fr/`)).text() // kept alive by fetch
    const asked = Date.now()
    service.signal('SIGTERM')
    expect((await endOf(service)).code).toBe(0)
    expect(Date.now() - asked).toBeLessThan(4_000)
    silent.destroy()
  },
)

test('the terminal that closes ends the service as cleanly', { timeout: patience }, async () => {
  const folder = newFolder()
  const service = await startService(folder)
  service.signal('SIGHUP', 'group')
  expect(await endOf(service)).toEqual({ code: 0, signal: null })
  expect(postmasterOf(folder)).toBeUndefined()
})

/** 'base' is the first folder of data that are being made, wherever that is; the other signs are paths. */
function isThere(folder: string, sign: string): boolean {
  if (sign !== 'base') return existsSync(join(folder, sign))
  const unfinished = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('postgres.new-')) : []
  return unfinished.some((name) => existsSync(join(folder, name, sign)))
}

test.each([
  ['its data are being made', 'base'],
  ['PostgreSQL starts', 'postgres/postmaster.pid'],
])(
  'Ctrl-C in the first start, when %s, lets that start end and leaves nothing',
  { timeout: 2 * patience },
  async (_, sign) => {
    const folder = newFolder()
    const starting = launch(folder, ['tools/start.mjs'])
    await until(`${sign} is there`, () => isThere(folder, sign))
    starting.signal('SIGINT', 'group')
    starting.signal('SIGINT', 'group')
    expect(await endOf(starting)).toEqual({ code: 0, signal: null })
    expect([postmasterOf(folder), starting.complained()]).toEqual([undefined, ''])
  },
)

test('a first start killed at any moment does not spoil the next', { timeout: 2 * patience }, async () => {
  const folder = newFolder()
  for (const sign of ['base', 'postgres.json', 'postgres/postmaster.pid']) {
    const starting = launch(folder, ['tools/start.mjs'])
    await until(`${sign} is there`, () => isThere(folder, sign))
    starting.signal('SIGKILL', 'group')
    await endOf(starting)
  }
  const service = await startService(folder)
  expect((await fetch(`${service.url}/health/ready`)).status).toBe(200)
})
