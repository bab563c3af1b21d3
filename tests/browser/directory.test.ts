// The directory as newcomers see it: every page in axe, at phone width, in four languages, with scripts off.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
  })
})
