import { expect, test } from 'vitest'
import { endOf, killServer, newFolder, patience, postmasterOf, query, startService, until } from './service.ts'

test.each([
  ['the service', true, false],
  ['its PostgreSQL', false, true],
  ['both', true, true],
])(
  'after kill -9 of %s the next start recovers by itself, with what was written',
  { timeout: 2 * patience },
  async (_, service, server) => {
    const folder = newFolder()
    const first = await startService(folder)
    await query(folder, "create table proof as select 'kept' as what")
    if (service) first.signal('SIGKILL')
    if (server) killServer(folder)
    if (!service) first.signal('SIGTERM')
    await endOf(first)
    const second = await startService(folder)
    expect((await fetch(`${second.url}/health/ready`)).status).toBe(200)
    expect(await query(folder, 'select what from proof')).toEqual([{ what: 'kept' }])
    second.signal('SIGTERM')
    expect(await endOf(second)).toEqual({ code: 0, signal: null })
    expect(postmasterOf(folder)).toBeUndefined()
  },
)

test(
  'while its PostgreSQL is dead the service answers 503 with a page, and is back within ten seconds',
  { timeout: patience },
  async () => {
    const folder = newFolder()
    const service = await startService(folder)
    killServer(folder)
    const seen: { status: number; text: string }[] = []
    const look = async () => {
      const page = await fetch(`${service.url}/fr/services`)
      seen.push({ status: page.status, text: await page.text() })
      return page.status
    }
    await until('a page says 503', async () => (await look()) === 503, 2_000)
    await until('the service is back', async () => (await look()) === 200, 10_000)
    for (const { text } of seen.filter((each) => each.status === 503)) {
      expect(text).toContain('Le service revient dans un instant')
      expect(text).not.toMatch(/ECONN|Error|node_modules/)
    }
    expect(seen.filter((each) => ![200, 503].includes(each.status))).toEqual([])
    service.signal('SIGTERM')
    expect(await endOf(service)).toEqual({ code: 0, signal: null })
    expect(postmasterOf(folder)).toBeUndefined()
  },
)
