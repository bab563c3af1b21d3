// What a person takes along, as a phone and a sheet of paper show it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { linkIn } from '../support/mailbox.ts'
import { aNewcomer } from '../support/people.ts'
import { chromiumPath, inspect, openPage, openSite, type Site } from './support.ts'

describe.skipIf(!chromiumPath)('taking the plan along', () => {
  let site: Site
  beforeAll(async () => {
    site = await openSite()
  })
  afterAll(() => site.close())

  /** Somebody registered, signed in on this page by the link of a mail. */
  async function signIn(page: Page, language: string): Promise<void> {
    const email = `${language}-${Math.floor(performance.now())}@personne.example.org`
    const visitor = await aNewcomer(site.world, { language, email })
    await visitor.open(`/${language}/resume`)
    await visitor.send(`/${language}/resume`, { email })
    await page.goto(await linkIn(site.world, 'sign-in'))
    await page.locator('main button[type=submit]').click()
    await page.waitForURL('**/me')
  }

  test.each(['fr', 'ar'])('the sheet in %s reads on a phone and on paper', { timeout: 60_000 }, async (language) => {
    const phone = await openPage(site, { scripts: false, locale: language })
    await signIn(phone, language)
    await phone.goto(`/${language}/plan`)
    await inspect(site, phone, `take-${language}-plan`)
    await phone.goto(`/${language}/plan/print`)
    await inspect(site, phone, `take-${language}-print-phone`)
    await phone.setViewportSize({ width: 794, height: 1123 })
    await phone.emulateMedia({ media: 'print' })
    await inspect(site, phone, `take-${language}-print-paper`)
    expect(await phone.getByRole('link').count()).toBe(0)
  })
})
