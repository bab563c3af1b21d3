// Two newcomers in two regions, an agent of each, a referral each to two organizations: everyone came in by their own door.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Config } from '#platform/config/config.ts'
import { z } from 'zod'
import { aNewcomer, anAgent, samira as answers } from '../support/people.ts'
import { visitorOf, type Page, type Visitor } from '../support/visitor.ts'
import { openWorld, type World } from '../support/world.ts'

export type Referred = { id: string; consent: string; page: string; door: string }
export type Scene = {
  world: World
  samira: Visitor
  mateo: Visitor
  agent06: Visitor
  agent02: Visitor
  samiraFile: string
  mateoFile: string
}

export async function openScene(options: Partial<Config> = {}): Promise<Scene> {
  const world = await openWorld(options)
  const samira = await aNewcomer(world)
  const mateo = await aNewcomer(world, {
    language: 'en',
    firstName: 'Mateo',
    email: 'mateo@personne.example.org',
    answers: { ...answers, place: 'Saguenay', prefer_language: 'es' },
  })
  const agent06 = await anAgent(world)
  const agent02 = await anAgent(world, { email: 'noe@ministere.example.org', name: 'Noé Gagnon', regions: ['02'] })
  const [samiraFile, mateoFile] = [await fileOf(world, 'Samira'), await fileOf(world, 'Mateo')]
  return { world, samira, mateo, agent06, agent02, samiraFile, mateoFile }
}

async function fileOf({ owner }: World, firstName: string): Promise<string> {
  const found = owner.selectFrom('file').innerJoin('person', 'person.id', 'file.person_id').select('file.id')
  return (await found.where('first_name', '=', firstName).executeTakeFirstOrThrow()).id
}

/** A service of an organization whose contact is confirmed, or of one that has none. */
export async function aService({ owner }: World, which: number, confirmed = true): Promise<string> {
  const services = owner
    .selectFrom('service')
    .leftJoin('organization_contact as contact', 'contact.organization_id', 'service.organization_id')
    .select(['service.id', 'service.organization_id'])
    .where('service.status', '=', 'active')
    .where('contact.organization_id', confirmed ? 'is not' : 'is', null)
  const rows = await services.distinctOn('service.organization_id').orderBy('service.organization_id').execute()
  return rows[which]?.id ?? ''
}

/** The address of a new referral, on the agent's side; nothing was asked yet. */
export async function drafted(
  { world }: Scene,
  agent: Visitor,
  file: string,
  which = 0,
  words = 'Un logement',
): Promise<string> {
  await agent.open(`/workspace/files/${file}/refer?need=home`)
  await agent.send(`/workspace/files/${file}/refer`, { service: await aService(world, which), words })
  expect(agent.page.path).toMatch(/\/referrals\//)
  return agent.page.path
}

/** Asked on the person's screen, agreed to, and sent; `door` is the link that the organization gets. */
export async function sent(
  scene: Scene,
  agent: Visitor,
  newcomer: Visitor,
  file: string,
  which = 0,
): Promise<Referred> {
  const page = await drafted(scene, agent, file, which)
  const id = page.split('/').at(-1) ?? ''
  await agent.send(`${page}/consent`, { channel: 'screen' })
  await newcomer.open(`/en/me/referrals/${id}`)
  const consent = /\/en\/me\/consents\/[0-9a-f-]{36}/.exec(newcomer.page.html)?.[0] ?? ''
  await newcomer.send(consent, { answer: 'yes' })
  await agent.open(page)
  await agent.send(`${page}/send`)
  expect(agent.page.html).toContain('Demande envoyée')
  return { id, consent, page, door: pathIn(await letterAbout(scene.world, id, 'referral-request')) }
}

const values = z.record(z.string(), z.string())

/** What the one letter of a kind about a referral says; several letters of one moment have no order. */
export async function letterAbout(
  { owner, services }: World,
  referral: string,
  template: string,
): Promise<Record<string, string>> {
  const letter = owner
    .selectFrom('message')
    .innerJoin('message_content', 'message_content.message_id', 'message.id')
    .select('values_sealed')
    .where('referral_id', '=', referral)
    .where('template', '=', template)
  const { values_sealed: sealed } = await letter.executeTakeFirstOrThrow()
  return values.parse(JSON.parse(services.secrets.decrypt(sealed ?? Buffer.alloc(0))))
}

export function pathIn(letter: Record<string, string>, which = 'link'): string {
  return new URL(letter[which] ?? '').pathname
}

/** The organization's browser, in by its door. */
export async function entered({ world }: Scene, { door }: Pick<Referred, 'door'>): Promise<Visitor> {
  const organization = visitorOf(world)
  await organization.open(door)
  await organization.send(door)
  expect(organization.page.status).toBe(200)
  return organization
}

/** The same browser in a second tab: its cookies, and the page it shows. */
export function tabOf({ world }: Pick<Scene, 'world'>, visitor: Visitor): Visitor {
  const tab = visitorOf(world)
  for (const [name, value] of visitor.cookies) tab.cookies.set(name, value)
  tab.page = visitor.page
  return tab
}

/** Every table as it is: how many rows, and a digest of all they say. */
export async function fingerprints({ owner }: World, except: readonly string[] = []): Promise<Record<string, string>> {
  const { rows } = await sql<{
    name: string
  }>`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`.execute(
    owner,
  )
  const found: [string, string][] = []
  for (const { name } of rows) {
    if (except.includes(name)) continue
    const whole = await sql<{
      many: string
      digest: string
    }>`select count(*) as many, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from ${sql.table(name)} t`.execute(
      owner,
    )
    found.push([name, `${whole.rows[0]?.many} ${whole.rows[0]?.digest}`])
  }
  return Object.fromEntries(found)
}

/** What a page says, without what differs from one showing to the next: identifiers and the hidden fields of forms. */
export function saying({ status, html }: Page): string {
  const words = html
    .replace(/name="(_token|_key)" value="[^"]*"/g, '')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
  return `${status} ${createHash('md5').update(words).digest('hex')}`
}

export function refusalsOf({ owner }: World) {
  return owner
    .selectFrom('audit_entry')
    .select(['actor', 'action', 'outcome', 'file_id', 'referral_id', 'filter'])
    .where('outcome', '=', 'refused')
    .orderBy('id')
    .execute()
}
