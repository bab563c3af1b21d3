// An editor hands a directory over: it is read without being kept, told as a difference, applied once, and then opened.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endUploads, takeUpload } from '#features/directory/index.ts'
import { startJobs } from '../../src/main/jobs.ts'
import { directory, imports, openDesk, services, staffCookie, type Desk } from '../support/desk.ts'
import { visitorOf } from '../support/visitor.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.end())

const runs = async () => {
  const { rows } = await sql<{
    many: number
  }>`select count(*)::int as many from import_run where source_id = 'essai'`.execute(desk.owner)
  return rows[0]?.many
}
const named = async (name: string) => {
  const { rows } = await sql`select from service where name = ${name}`.execute(desk.owner)
  return rows.length
}
const offered = async (name: string) =>
  (await visitorOf(desk.world).open(`/fr/services?q=${encodeURIComponent(name)}`)).html.includes(`>${name}</span>`)

test('from the file to the newcomer: read, decided, applied, opened, by real jobs', { timeout: 60_000 }, async () => {
  const worker = await startJobs(desk.world.services, desk.world.ownerUrl)
  const until = async (id: string, sentence: string) => {
    for (let turn = 0; turn < 60; turn += 1) {
      if ((await desk.editor.open(`${imports}/${id}`)).html.includes(sentence)) return desk.editor.page.html
      await new Promise((soon) => setTimeout(soon, 250))
    }
    throw new Error(`Never: ${sentence}\n${desk.editor.page.html.slice(-3_000)}`)
  }
  try {
    const id = await desk.handOver({ file: await directory() })
    expect(desk.editor.page.html).toContain('Ce fichier attend d’être lu')
    const read = await until(id, 'Voici ce qui changerait')
    expect(read).toContain('5 nouvelles, aucune changée')
    expect(read).toContain('Une colonne obligatoire est vide')
    expect(read).toContain('Ajoutez l’organisme, ou corrigez son numéro.')
    expect(read).toContain('ligne 4 : « 9 »')
    expect([await named('Hébergement (fictif)'), await runs()]).toEqual([0, 0])
    await desk.editor.send(`${imports}/${id}/apply`)
    const done = await until(id, 'Les changements sont appliqués')
    expect(await desk.statusOf(id)).toEqual({ status: 'applied', failure: null, bytes: null })
    expect(await offered('Chorale du canal')).toBe(false)
    expect(done).toContain('Ouvrir aux personnes')
    await desk.editor.send('/workspace/directory/sources/essai/open')
    expect(await offered('Chorale du canal')).toBe(true)
  } finally {
    await worker.stop()
  }
})

test('the second time it tells what is changed, gone and back, field by field, and what stays untouched', async () => {
  const changed = services.replace('Petits groupes', 'Grands groupes 🍁').replace(/^1[123].*\n/gm, '')
  const id = await desk.handOver({
    file: await directory({ 'services.csv': `${changed}15,1,Aide aux devoirs,Le soir,active\n` }),
  })
  await desk.take(id)
  const { html } = await desk.editor.open(`${imports}/${id}`)
  expect(html).toMatch(/<code>description<\/code>.*Petits groupes.*→.*Grands groupes 🍁/s)
  expect(html).toContain('N’est plus dans la source : suspendu, jamais effacé')
  expect(html).toContain('Nouveau dans la source')
  expect(await named('Aide aux devoirs')).toBe(0)
  expect((await desk.editor.open(`${imports}/${id}?kind=gone`)).html).not.toContain('Grands groupes')
  expect((await desk.editor.open(`${imports}/${id}?kind=nothing&from=-5`)).html).toContain('Grands groupes')
  await desk.editor.send(`${imports}/${id}/apply`)
  await desk.take(id)
  expect(await offered('Hébergement')).toBe(false)
  const again = await desk.handOver({ file: await directory() })
  await desk.take(again)
  expect((await desk.editor.open(`${imports}/${again}`)).html).toContain('De nouveau dans la source')
})

test('Apply pressed twice, and a job that comes twice, apply once', async () => {
  const before = await runs()
  const id = await desk.handOver({
    file: await directory({ 'services.csv': `${services}14,1,Club de lecture,Le midi,active\n` }),
  })
  await Promise.all([desk.take(id), desk.take(id)])
  await desk.editor.open(`${imports}/${id}`)
  const { page } = desk.editor
  await desk.editor.send(`${imports}/${id}/apply`)
  desk.editor.page = page
  await desk.editor.send(`${imports}/${id}/apply`, { _key: 'pressed again' })
  expect([desk.editor.page.status, desk.editor.page.path]).toEqual([200, `${imports}/${id}`])
  await Promise.all([desk.take(id), desk.take(id)])
  await desk.take(id)
  expect([await runs(), await named('Club de lecture')]).toEqual([(before ?? 0) + 1, 1])
  const late = visitorOf(desk.world)
  late.cookies.set(...staffCookie(desk.editor))
  expect((await late.post(`${imports}/${id}/apply`, {})).path).toBe(`${imports}/${id}`)
  expect((await late.post(`${imports}/${id}/refuse`, {})).status).toBe(422)
})

test('a worker that dies leaves the file as it was, and the next one takes it; no file stays on a disk', async () => {
  const id = await desk.handOver({ file: await directory() })
  const dead = {
    ...desk.world.services,
    newId: () => {
      throw Object.assign(new Error('gone'), { code: 'ECONNRESET' })
    },
  }
  await expect(takeUpload(dead, desk.owner, id)).rejects.toThrow('gone')
  expect(await desk.statusOf(id)).toMatchObject({ status: 'waiting' })
  const folder = join(tmpdir(), `aq-import-${id}`)
  expect(existsSync(folder)).toBe(false)
  mkdirSync(join(folder, 'source'), { recursive: true }) // as a worker that was killed leaves it
  writeFileSync(join(folder, 'source', 'services.csv'), services)
  await desk.take(id)
  expect(await desk.statusOf(id)).toMatchObject({ status: 'read' })
  expect(existsSync(folder)).toBe(false)
})

test('a file put away is gone at once, and never applied', async () => {
  const id = await desk.handOver({ file: await directory() })
  await desk.editor.send(`${imports}/${id}/refuse`)
  expect(await desk.statusOf(id)).toEqual({ status: 'refused', failure: null, bytes: null })
  await desk.take(id)
  expect((await desk.editor.post(`${imports}/${id}/apply`, {})).status).toBe(422)
  expect(await desk.statusOf(id)).toMatchObject({ status: 'refused' })
})

test('the list says why each file is there; what waits for a decision stands first', async () => {
  const { html } = await desk.editor.open(imports)
  const rows = [...html.matchAll(/<tr role="row" class="[a-z]*">(.*?)<\/tr>/gs)].map(([, row = '']) => row)
  expect(rows.length).toBeGreaterThan(4)
  expect(rows[0]).toContain('Lu : attend votre décision')
  expect(rows.at(-1)).toMatch(/Appliqué|Écarté/)
})

test('a mapping makes a town’s own table readable', async () => {
  const mapping = {
    name: 'Bottin',
    files: [
      {
        file: 'bottin.csv',
        entries: [
          {
            table: 'organization',
            key: ['code'],
            shared: true,
            columns: { name: 'nom', description: 'nom' },
          },
          { table: 'phone', key: ['code'], columns: { organization_id: 'code', number: 'tel' } },
        ],
      },
    ],
  }
  const file = new File(['code,nom,tel\nR1,Le Relais (fictif),418-555-0199\n'], '../../bottin.csv')
  const id = await desk.handOver({ source: 'bottin', file, mapping: new File([JSON.stringify(mapping)], 'm.json') })
  await desk.take(id)
  const { html } = await desk.editor.open(`${imports}/${id}`)
  expect(html).toContain('<h1><bdi>bottin.csv</bdi></h1>')
  expect(html).toContain('2 nouvelles')
})

test('nothing stays longer than 7 days; what no worker took is handed over again, and has failed after a day', async () => {
  const id = await desk.handOver({ file: await directory() })
  const later = (hours: number) => ({
    ...desk.world.services,
    now: () => new Date(desk.world.services.now().getTime() + hours * 3_600_000),
  })
  const jobs = async () =>
    (await sql`select from pgboss.job where name = 'import-upload' and data ->> 'uploadId' = ${id}`.execute(desk.owner))
      .rows.length
  const before = await jobs()
  await endUploads(later(2), desk.owner)
  expect([await jobs(), (await desk.statusOf(id))?.status]).toEqual([before + 1, 'waiting'])
  await endUploads(later(25), desk.owner)
  expect(await desk.statusOf(id)).toEqual({ status: 'failed', failure: 'accident', bytes: null })
  await endUploads(later(24 * 7 + 1), desk.owner)
  expect((await sql`select from import_upload`.execute(desk.owner)).rows).toEqual([])
})
