import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importDirectory, loadSeedDirectory, sources } from '../index.ts'
import { at, directoryDatabase, later, newId, secrets } from '../testing/directory-database.ts'
import { served } from '../testing/served.ts'
import { smallExport } from '../testing/small-export.ts'

let database: Awaited<ReturnType<typeof directoryDatabase>>
let app: ReturnType<typeof served>
beforeAll(async () => {
  database = await directoryDatabase()
  await loadSeedDirectory(database.owner, secrets, { invented: false, at, newId })
  const { folder, remove } = smallExport()
  await importDirectory(database.owner, folder, { sourceId: 'small', name: 'Essai', at, newId })
  remove()
  app = served(database.app)
  for (const role of ['agent', 'editor']) await signIn(role)
})
afterAll(() => database.end())

async function signIn(role: string): Promise<void> {
  const id = newId()
  await sql`insert into staff (id, kind, role, name, email_sealed, email_hash, regions, invited_at)
    values (${id}, 'agent', ${role}, 'Camille Invente', ${secrets.encrypt('camille@example.org')}, ${role}, '{06}', ${at})`.execute(
    database.owner,
  )
  await sql`insert into session (id, token_hash, kind, staff_id, created_at, expires_at)
    values (${newId()}, ${secrets.hash('session', role)}, 'staff', ${id}, ${at}, ${later})`.execute(database.owner)
}

const as = (role: string, init: RequestInit = {}): RequestInit => ({
  ...init,
  headers: { ...init.headers, cookie: `__Host-aq-staff=${role}` },
})
const post = {
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
  body: '',
}
const opened = async () => (await sources(database.app)).filter((each) => each.openedAt).map((each) => each.id)

test('the directory is for agents', async () => {
  expect((await app.request('/workspace/directory')).headers.get('location')).toBe('/workspace/sign-in')
})

test('an agent finds a service of any source and reads what is offered and confirmed', async () => {
  const html = await (await app.request('/workspace/directory?q=FRANCAIS+passerelle', as('agent'))).text()
  expect(html).toContain('1 inscription')
  expect(html).toContain('<bdi>Cours de français</bdi>')
  expect(html).toContain('Pas encore ouvert')
  expect(html).toContain('À confirmer par l’organisme')
  expect(html).not.toContain('Orphelin')
})

test('nothing found is said, with the words that were looked for, harmless', async () => {
  const html = await (await app.request('/workspace/directory?q=%3Cscript%3E', as('agent'))).text()
  expect(html).toContain('Rien ne porte le nom')
  expect(html).not.toContain('<script>')
})

test('long results go on to a next page, and back to the first', async () => {
  const html = await (await app.request('/workspace/directory?q=accueil', as('agent'))).text()
  const next = /rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  expect(next).toMatch(/^\/workspace\/directory\?q=accueil&after=/)
  expect(await (await app.request(next ?? '', as('agent'))).text()).toContain(
    'rel="prev" href="/workspace/directory?q=accueil"',
  )
})

test('only an editor or the lead opens a source', async () => {
  const agents = await (await app.request('/workspace/directory', as('agent'))).text()
  expect(agents).not.toContain('/workspace/directory/sources/small/open')
  const refused = await app.request('/workspace/directory/sources/small/open', as('agent', post))
  expect([refused.status, await opened()]).toEqual([403, ['starter']])
  expect(await (await app.request('/workspace/directory', as('editor'))).text()).toContain(
    'action="/workspace/directory/sources/small/open"',
  )
  const done = await app.request('/workspace/directory/sources/small/open', as('editor', post))
  expect([done.status, done.headers.get('location'), await opened()]).toEqual([
    303,
    '/workspace/directory',
    ['small', 'starter'].toSorted(),
  ])
  const again = await app.request('/workspace/directory/sources/small/open', as('editor', post))
  expect([again.status, (await again.text()).includes('déjà ouverte')]).toEqual([422, true])
})

test('a POST from elsewhere opens nothing', async () => {
  const foreign = { ...post, headers: { ...post.headers, 'sec-fetch-site': 'cross-site' } }
  expect((await app.request('/workspace/directory/sources/small/open', as('editor', foreign))).status).toBe(403)
})
