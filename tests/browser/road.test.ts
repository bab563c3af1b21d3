// Points 2 to 6 of the main road, as people click them: on a phone, in French and Arabic, with and without scripts.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { inviteStaff } from '../../src/main/staff.ts'
import { linkIn } from '../support/mailbox.ts'
import { samira } from '../support/people.ts'
import { chromiumPath, inspect, openPage, openSite, type Site } from './support.ts'

describe.skipIf(!chromiumPath)('the main road in a browser', () => {
  let site: Site
  beforeAll(async () => {
    site = await openSite()
  })
  afterAll(() => site.close())

  const rounds = [
    { language: 'fr', scripts: false },
    { language: 'ar', scripts: false },
    { language: 'fr', scripts: true },
    { language: 'ar', scripts: true },
  ]
  test.each(rounds)('in $language, scripts $scripts', { timeout: 120_000 }, async ({ language, scripts }) => {
    const tag = `${language}-${scripts ? 'js' : 'nojs'}`
    const email = `${tag}@personne.example.org`
    const words = site.world.services.words.in(language === 'ar' ? 'ar' : 'fr')
    const french = site.world.services.words.in('fr')
    const phone = await openPage(site, { scripts, locale: language })
    await answerAll(phone, language, tag)
    await inspect(site, phone, `${tag}-plan`)
    expect(await phone.locator('article.step').count()).toBeLessThanOrEqual(5)

    // 3: an address, a link, one button
    await phone.getByRole('textbox', { name: words('registration.first-name') }).fill('Samira')
    await phone.getByRole('textbox', { name: words('registration.email') }).fill(email)
    await phone.getByRole('button', { name: words('registration.send') }).click()
    await inspect(site, phone, `${tag}-sent`)
    await phone.goto(await linkIn(site.world, 'registration'))
    await inspect(site, phone, `${tag}-open-link`)
    await phone.getByRole('button', { name: words('registration.open.button') }).click()
    await phone.getByText(words('home.welcome.title')).waitFor()
    await inspect(site, phone, `${tag}-me`)

    // 4: the agent
    const desk = await openPage(site, { scripts, width: 1280 })
    const name = `Camille ${tag}`
    await desk.goto(
      new URL(
        await inviteStaff(
          site.world.services,
          { email: `${tag}@ministere.example.org`, name, role: 'agent', regions: ['06'] },
          false,
        ),
      ).pathname,
    )
    await desk.getByRole('button', { name: french('access.sign-in.enter') }).click()
    await inspect(site, desk, `${tag}-queue`)
    await desk
      .getByRole('row', { name: 'Samira' })
      .last()
      .getByRole('button', { name: french('workspace.queue.take') })
      .click()
    await desk
      .getByRole('row', { name: french('workspace.queue.me') })
      .getByRole('link', { name: 'Samira' })
      .click()
    await inspect(site, desk, `${tag}-file`)
    await desk.getByRole('button', { name: french('workspace.meeting.note') }).click()
    const file = new URL(desk.url()).pathname
    await desk.goto(`${file}/refer?need=home`)
    await inspect(site, desk, `${tag}-refer`)
    await desk.getByText('Le Refuge des Hirondelles').first().click() // the whole line is the target
    await desk.getByLabel(french('workspace.refer.words')).fill('Un logement avant le 1er janvier')
    await desk.getByRole('button', { name: french('workspace.refer.prepare') }).click()
    await desk.getByRole('button', { name: french('workspace.referral.send') }).click()
    await desk.getByText(french('workspace.refer.error.no-consent')).waitFor()
    await inspect(site, desk, `${tag}-no-consent`)
    await desk.getByRole('button', { name: french('workspace.consent.send-request') }).click()
    const referral = new URL(desk.url()).pathname

    await phone.goto(`/${language}/me`)
    await inspect(site, phone, `${tag}-me-asked`)
    await phone.getByRole('link', { name: words('home.asked.button') }).click()
    await inspect(site, phone, `${tag}-consent`)
    await phone.getByRole('button', { name: words('consent.yes') }).click()
    await desk.goto(referral)
    await desk.getByRole('button', { name: french('workspace.referral.send') }).click()
    await desk.getByText(french('referral.status.requested')).first().waitFor()
    await inspect(site, desk, `${tag}-referral-sent`)

    // 5: the organization, from its mail, on a phone
    const organization = await openPage(site, { scripts })
    await organization.goto(await linkIn(site.world, 'referral-request'))
    await inspect(site, organization, `${tag}-door`)
    await organization.getByRole('button', { name: french('referral.door.open') }).click()
    await inspect(site, organization, `${tag}-organization`)
    await organization.getByLabel(french('common.day')).fill('31')
    await organization.getByLabel(french('common.month')).fill('2')
    await organization.getByLabel(french('common.year')).fill('2027')
    await organization.getByLabel(french('referral.accept.time'), { exact: true }).fill('14:30')
    await organization.getByRole('button', { name: french('referral.accept.button') }).click()
    await organization.getByText(french('referral.error.not-a-day')).first().waitFor()
    await inspect(site, organization, `${tag}-bad-date`)
    await organization.getByLabel(french('common.day')).fill('12')
    await organization.getByRole('button', { name: french('referral.accept.button') }).click()
    await organization.getByRole('button', { name: french('referral.first.button') }).waitFor()
    await inspect(site, organization, `${tag}-accepted`)

    // 6: the loop closes
    await organization.getByRole('button', { name: french('referral.first.button') }).click()
    await phone.goto(await linkIn(site.world, 'referral-witness'))
    await inspect(site, phone, `${tag}-witness`)
    await phone.getByRole('button', { name: words('referral.tap.witness.button') }).click()
    await inspect(site, phone, `${tag}-thanks`)
    await phone.goto(`/${language}/me`)
    await phone.getByText(words('referral.status.completed')).waitFor()
    await inspect(site, phone, `${tag}-closed`)
    await desk.goto(referral)
    await desk.getByText(french('referral.status.completed')).first().waitFor()
    await inspect(site, desk, `${tag}-referral-closed`)
    await phone.goto(`/${language}/me`)
    expect(await phone.getByText(name).count()).toBeGreaterThan(0)
  })

  /** Each question as its page asks it; the first by keyboard. */
  async function answerAll(page: Page, language: string, tag: string): Promise<void> {
    await page.goto(`/${language}/`)
    await inspect(site, page, `${tag}-home`)
    await page.goto(`/${language}/assessment`)
    await inspect(site, page, `${tag}-start`)
    await page.locator('main a.button.primary').click()
    for (let guard = 0; guard < 25 && !page.url().endsWith('/plan'); guard++) {
      const question = new URL(page.url()).pathname.split('/').at(-1) ?? ''
      await inspect(site, page, `${tag}-q-${question}`)
      if (question === 'subjects') {
        await page.locator('main a.button.primary').click()
        continue
      }
      const told = samira[question]
      if (told === undefined) await page.locator('button[value=skip]').click()
      else {
        const date = typeof told === 'string' ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(told) : null
        if (date)
          for (const [index, part] of ['year', 'month', 'day'].entries())
            await page.locator(`[name=answer-${part}]`).fill(date[index + 1] ?? '')
        else if (question === 'place') await page.locator('[name=answer]').fill(String(told))
        else
          for (const value of [told].flat())
            await page.locator(`[name=answer][value="${value}"]`).check({ force: true })
        await page.locator('button[value=answer]').click()
      }
    }
  }
})
