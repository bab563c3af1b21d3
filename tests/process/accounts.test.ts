import { chmodSync, chownSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { endOf, launch, newFolder, patience, postmasterOf, startService } from './service.ts'

const isRoot = process.getuid?.() === 0
const nobody = 65_534 // the plain user every system has

describe.skipIf(!isRoot)('for root (skipped else: a plain user can become nobody else)', () => {
  test(
    'as root, PostgreSQL runs as a user without power, and secrets stay closed to others',
    { timeout: patience },
    async () => {
      const folder = newFolder()
      const service = await startService(folder)
      expect(statSync(`/proc/${postmasterOf(folder) ?? 0}`).uid).not.toBe(0)
      const open = readdirSync(folder).filter(
        (name) => /\.json|password/.test(name) && (statSync(join(folder, name)).mode & 0o077) !== 0,
      )
      expect(open).toEqual([])
      service.signal('SIGTERM')
      expect(await endOf(service)).toEqual({ code: 0, signal: null })
      expect(postmasterOf(folder)).toBeUndefined()
    },
  )

  test(
    'a plain user needs nothing more, and root can go on with the same folder',
    { timeout: 2 * patience },
    async () => {
      const folder = newFolder()
      chownSync(folder, nobody, nobody)
      for (const how of [{ uid: nobody }, {}]) {
        const service = await startService(folder, how)
        expect((await fetch(`${service.url}/health/ready`)).status).toBe(200)
        expect(statSync(`/proc/${postmasterOf(folder) ?? 0}`).uid).toBe(nobody)
        service.signal('SIGTERM')
        expect(await endOf(service)).toEqual({ code: 0, signal: null })
        expect(postmasterOf(folder)).toBeUndefined()
      }
    },
  )

  test("a folder that PostgreSQL's user cannot reach is named in one sentence", { timeout: patience }, async () => {
    const folder = newFolder()
    const closed = join(folder, 'closed')
    mkdirSync(closed)
    chmodSync(closed, 0o700)
    const refused = launch(folder, ['tools/start.mjs'], { env: { DATA_DIR: join(closed, 'data') } })
    expect(await endOf(refused)).toEqual({ code: 1, signal: null })
    expect(refused.complained()).toMatch(/^PostgreSQL runs as user "postgres", who cannot reach \S+: .*\n$/)
    expect(refused.complained()).toContain(join(closed, 'data'))
  })

  test('a folder of someone else is named in one sentence', { timeout: 2 * patience }, async () => {
    const folder = newFolder()
    const first = await startService(folder)
    first.signal('SIGTERM')
    await endOf(first)
    const refused = launch(folder, ['tools/start.mjs'], { uid: nobody })
    expect(await endOf(refused)).toEqual({ code: 1, signal: null })
    expect(refused.complained()).toMatch(/^\S+ cannot be used \(EACCES\): .*\n$/)
    expect(refused.complained()).toContain(folder)
  })
})
