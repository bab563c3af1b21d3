import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connectTo, endOf, launch, newFolder, patience, postmasterOf, query, startService, until } from './service.ts'

const migrationLock = 420_260_115 // the one each migration takes
const waiting = "select count(*)::int as count from pg_stat_activity where wait_event = 'advisory'"

/** A command that waits in the database until it is let go. */
async function heldMigration(folder: string, tool = ['tools/aq.mjs']) {
  const holdUp = await connectTo(folder)
  await holdUp.query(`select pg_advisory_lock(${migrationLock})`)
  const command = launch(folder, [...tool, 'migrate'])
  await until('the command waits', async () => (await query(folder, waiting))[0]?.['count'] === 1)
  return { command, letGo: () => holdUp.end() }
}

test('commands work while the service runs, and leave it running', { timeout: patience }, async () => {
  const folder = newFolder()
  const service = await startService(folder)
  const check = launch(folder, ['tools/aq.mjs', 'reference', 'check'])
  expect([await endOf(check), check.complained()]).toEqual([{ code: 0, signal: null }, ''])
  const migrate = launch(folder, ['tools/aq.mjs', 'migrate'])
  expect([await endOf(migrate), migrate.said(), migrate.complained()]).toEqual([
    { code: 0, signal: null },
    'The database is up to date.\n',
    '',
  ])
  const impact = launch(folder, ['tools/aq.mjs', 'reference', 'impact', 'asylum-boc'])
  expect([await endOf(impact), impact.complained()]).toEqual([{ code: 0, signal: null }, ''])
  expect(impact.said()).toMatch(
    /^The step asylum-boc\nFacts that read or name it: 2\n {2}need asylum_path\n {2}step asylum-hearing\nPlans that/,
  )
  expect((await fetch(`${service.url}/health/ready`)).status).toBe(200)
})

test(
  'a command that outlives the service keeps PostgreSQL until its end, and then stops it',
  { timeout: patience },
  async () => {
    const folder = newFolder()
    const service = await startService(folder)
    const { command, letGo } = await heldMigration(folder)
    service.signal('SIGTERM')
    expect(await endOf(service)).toEqual({ code: 0, signal: null })
    expect(postmasterOf(folder)).toBeDefined()
    await letGo()
    expect([await endOf(command), command.complained()]).toEqual([{ code: 0, signal: null }, ''])
    expect(postmasterOf(folder)).toBeUndefined()
  },
)

test('a command without a service starts PostgreSQL for itself and stops it', { timeout: patience }, async () => {
  const folder = newFolder()
  const migrate = launch(folder, ['tools/aq.mjs', 'migrate'])
  // all of its work, from an empty folder, and not only its end
  expect([await endOf(migrate, 30_000), migrate.complained()]).toEqual([{ code: 0, signal: null }, ''])
  expect(postmasterOf(folder)).toBeUndefined()
})

test('Ctrl-C in a terminal ends a command alone, without a server left behind', { timeout: patience }, async () => {
  const folder = newFolder()
  const service = await startService(folder)
  const { command, letGo } = await heldMigration(folder, ['tools/setup.mjs', 'aq'])
  service.signal('SIGTERM')
  await endOf(service)
  command.signal('SIGINT', 'group')
  expect((await endOf(command)).code).not.toBe(0)
  await letGo().catch(() => {})
  expect(postmasterOf(folder)).toBeUndefined()
  expect(
    [existsSync(join(folder, 'postgres.lock')), readdirSync(join(folder, 'leases'))],
    'it left in good order',
  ).toEqual([false, []])
})
