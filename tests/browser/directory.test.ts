// The directory as newcomers see it: every page in axe, at phone width, in four languages, with scripts off.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askSome } from '../../src/main/jobs.ts'
import { linkIn } from '../support/mailbox.ts'
import { anAgent } from '../support/people.ts'
import { chromiumPath, inspect, openPage, openSite, type Site } from './support.ts'

describe.skipIf(!chromiumPath)('the directory in a browser', () => {
  let site: Site
  beforeAll(async () => {
    site = await openSite()
  })
  afterAll(() => site.close())

  test.each(['fr', 'en', 'es', 'ar'])('its pages, in %s', { timeout: 120_000 }, async (language) => {
    const phone = await openPage(site, { scripts: false, locale: language })
    const pages = {
      start: 'services',
      found: 'services?q=logement&place=Montréal',
      narrowed: 'services?need=learn_french&place=Montréal&free=1&sort=distance&how=phone',
      nothing: 'services?q=logement&place=Sept-Îles&evening=1&speaks=ta&within=5',
      slip: 'services?q=maisone',
      unknown: 'services?q=emploi&place=Atlantide',
    }
    for (const [name, path] of Object.entries(pages)) {
      await phone.goto(`/${language}/${path}`)
      await inspect(site, phone, `${language}-services-${name}`)
    }
    await phone.goto(`/${language}/services?q=logement&place=Montréal`)
    await phone.locator('.card a').first().click()
    await inspect(site, phone, `${language}-service`)
    await phone.locator('details.details summary').last().click()
    await inspect(site, phone, `${language}-service-share`)
    const service = phone.url()
    await phone.locator('.lead a').click()
    await inspect(site, phone, `${language}-organization`)
    await phone.goto(`${service}/card`)
    await inspect(site, phone, `${language}-card`)
    expect(await phone.locator('svg.qr').count()).toBe(1)
    await phone.goto(`${service}/report`)
    await phone.locator('main form button').click()
    await inspect(site, phone, `${language}-report-refused`)
  })

  test('what organizations and editors see', { timeout: 60_000 }, async () => {
    const { world } = site
    await sql`update service set asked_at = now() where id <> (select min(s.id::text)::uuid from service s join directory_source d
      on d.id = s.source_id and not d.invented)`.execute(world.owner)
    await sql`update service set email = 'bureau@organisme.example.org' where asked_at is null`.execute(world.owner)
    await askSome(world.services)
    const phone = await openPage(site, { scripts: false, locale: 'fr' })
    await phone.goto(await linkIn(world, 'listing'))
    await phone.locator('details summary').first().click()
    await inspect(site, phone, 'listing-door')
    await phone.locator('input[name=fees_description]').fill('Gratuit')
    await phone.locator('button[value=changed]').click()
    await inspect(site, phone, 'listing-thanks')
    const lead = await anAgent(world, { email: 'lead@ministere.example.org', name: 'Ana Roy', role: 'lead' })
    await sql`insert into directory_source (id, name, opened_at) values ('copy', 'Copie', now())`.execute(world.owner)
    await sql`insert into organization (id, source_id, source_key, name, description, city)
      select gen_random_uuid(), 'copy', '1', name, 'x', 'Ailleurs' from organization where source_id = 'starter' limit 1`.execute(
      world.owner,
    )
    const desk = await openPage(site, { scripts: false, locale: 'fr', width: 1280 })
    await desk.context().addCookies([...lead.cookies].map(([name, value]) => ({ name, value, url: site.base })))
    for (const page of ['directory', 'directory/work', 'directory/pairs']) {
      await desk.goto(`/workspace/${page}`)
      await inspect(site, desk, `desk-${page.replace('/', '-')}`)
    }
  })
})
