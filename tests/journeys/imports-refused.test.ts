// What an editor may not hand over, and who is no editor: each is told why, and nothing is kept.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAgent } from '../support/people.ts'
import { directory, imports, openDesk, services, staffCookie, type Desk } from '../support/desk.ts'
import { visitorOf } from '../support/visitor.ts'
import { zipped } from '../support/zipped.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.end())

test('problems come as a table that a spreadsheet does not run', async () => {
  const links =
    'id,organization_id,name,description,status,url\n20,1,,Sans nom,active,\n21,1,Lien,é,active,"=HYPERLINK(""x"")"\n'
  const id = await desk.handOver({ file: await directory({ 'services.csv': links }) })
  await desk.take(id)
  const response = await desk.editor.open(`${imports}/${id}/problems.csv`)
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="problemes-essai.csv"')
  const lines = response.html.split('\r\n')
  expect(lines[0]).toBe('effet,fichier,ligne,colonne,valeur,raison,correction')
  expect(lines).toContain(
    'Refusée,services.csv,2,name,,Une colonne obligatoire est vide,"Remplissez cette colonne, ou dites dans la correspondance où la prendre."',
  )
  expect(lines.find((line) => line.includes('services.csv,3,url'))).toContain(`,"'=HYPERLINK(""x"")",`)
})

test.each([
  ['no file', {}, 'Choisissez un fichier.'],
  ['a file we do not read', { file: new File(['x'], 'photo.png') }, 'ni un zip, ni CSV'],
  ['a zip that is none', { file: new File(['id,name\n1,a\n'], 'a.zip') }, 'Ce fichier n’est pas un zip.'],
  ['a name that is only an ending', { file: new File(['x'], '.csv') }, 'ni un zip, ni CSV'],
  ['a code with capitals and signs', { source: 'Été 2026' }, 'Écrivez un code'],
  ['our own code', { source: 'starter' }, 'celui de notre propre répertoire'],
  ['no name', { name: '  ' }, 'Donnez un nom à la source.'],
  ['a mapping that is no JSON', { mapping: new File(['{'], 'm.json') }, 'n’est pas du JSON'],
  [
    'a mapping that is wrong',
    { mapping: new File(['{"name":"x","files":[{"file":"a.csv","entries":[{"table":"chat"}]}]}'], 'm.json') },
    'fausse ici : files.0.entries.0.table',
  ],
])('%s: the page comes back with the sentence, what was typed, and nothing kept', async (_what, fields, sentence) => {
  const before = await desk.many()
  await desk.handOver({ source: 'autre', name: 'Autre source', ...fields })
  expect(desk.editor.page.status).toBe(422)
  expect(desk.editor.page.html).toContain(sentence)
  if (!('name' in fields)) expect(desk.editor.page.html).toContain('value="Autre source"')
  expect(await desk.many()).toBe(before)
})

test.each([
  ['not-a-zip', async () => new File([(await (await directory()).bytes()).slice(0, 200)], 'a.zip'), 'Ce zip est abîmé'],
  ['nothing-inside', () => zipped('a.zip', { 'lisez-moi.txt': 'rien' }), 'aucun fichier CSV'],
  [
    'twice',
    () => zipped('a.zip', { 'a/services.csv': services, 'b/services.csv': services }),
    'deux fichiers du même nom',
  ],
  ['unknown-layout', () => Promise.resolve(new File(['nom,tel\nA,1\n'], 'bottin.csv')), 'ne connaissons pas ce format'],
])('%s: it has ended, says why in one sentence, and its file is gone', async (failure, file, sentence) => {
  const id = await desk.handOver({ file: await file() })
  await desk.take(id)
  expect(await desk.statusOf(id)).toEqual({ status: 'failed', failure, bytes: null })
  expect((await desk.editor.open(`${imports}/${id}`)).html).toContain(sentence)
  expect((await desk.editor.open(imports)).html).toContain(sentence)
})

test('more than 10 MB is refused with a sentence, before it is all read where its length is said', async () => {
  const large = new File([new Uint8Array(10 * 1024 ** 2 + 1).fill(97)], 'a.csv')
  await desk.handOver({ file: large })
  expect(desk.editor.page.status).toBe(413)
  expect(desk.editor.page.html).toContain('Un fichier a au plus 10 Mo.')
  await desk.editor.open(imports)
  await desk.editor.attach(imports, { file: await directory(), source: 'x'.repeat(70_000) })
  expect(desk.editor.page.status).toBe(413)
})

test('another role neither sees, sends nor decides', async () => {
  const id = await desk.handOver({ file: await directory() })
  await desk.take(id)
  const agent = await anAgent(desk.world)
  const refused = async (page: Promise<{ status: number; html: string }>) => [
    (await page).status,
    (await page).html.includes('Seule une personne responsable du contenu'),
  ]
  for (const path of [imports, `${imports}/${id}`, `${imports}/${id}/problems.csv`])
    expect(await refused(agent.open(path)), path).toEqual([403, true])
  for (const verb of ['apply', 'refuse'])
    expect(await refused(agent.post(`${imports}/${id}/${verb}`, {})), verb).toEqual([403, true])
  await agent.open('/workspace')
  expect(agent.page.html).not.toContain(imports)
  const sneaky = visitorOf(desk.world)
  sneaky.cookies.set(...staffCookie(agent))
  sneaky.page = (await desk.editor.open(imports)) && desk.editor.page
  expect(await refused(sneaky.attach(imports, { file: await directory(), source: 'essai', name: 'E' }))).toEqual([
    403,
    true,
  ])
  expect(await desk.statusOf(id)).toMatchObject({ status: 'read' })
})

test('a form from elsewhere, or without a session, brings nothing', async () => {
  await desk.editor.open(imports)
  const form = desk.editor.page
  const before = await desk.many()
  const file = await directory()
  expect((await desk.editor.attach(imports, { file }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  const stranger = visitorOf(desk.world)
  stranger.page = form
  expect((await stranger.attach(imports, { file })).status).toBe(401)
  expect(await desk.many()).toBe(before)
})

test('a body that is no form is said to be none', async () => {
  const cookie = staffCookie(desk.editor).join('=')
  const type = 'multipart/form-data; boundary=x'
  const send = (body: string, contentType: string) =>
    desk.world.app.request(`http://localhost:3000${imports}`, {
      method: 'POST',
      headers: { cookie, 'content-type': contentType, 'sec-fetch-site': 'same-origin' },
      body,
    })
  expect((await send('nonsense', type)).status).toBe(400)
  expect((await send('{}', 'application/json')).status).toBe(415)
  const stray = '--x\r\ncontent-disposition: form-data; name="other"; filename="a.csv"\r\n\r\na\r\n--x--\r\n'
  expect((await send(stray, type)).status).toBe(400)
})
