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

  test.each(['fr', 'ar'])('the calendar and the two minutes in %s', { timeout: 60_000 }, async (language) => {
    const phone = await openPage(site, { scripts: false, locale: language })
    await signIn(phone, language)
    const goOn = () => phone.locator('main form button.primary').first().click()
    await phone.goto(`/${language}/plan/feed`)
    await inspect(site, phone, `take-${language}-feed`)
    await goOn()
    await inspect(site, phone, `take-${language}-feed-made`)
    for (const page of ['7', '7/goals', '7/thanks']) {
      await phone.goto(`/${language}/check-in/${page}`)
      await inspect(site, phone, `check-in-${language}-${page.replace('/', '-')}`)
    }
  })

  /** The pages of a phone that runs scripts, with the words that its buttons have. */
  async function keepingPhone(language: 'fr' | 'ar') {
    const phone = await openPage(site, { scripts: true, locale: language })
    await signIn(phone, language)
    const words = site.world.services.words.in(language)
    const press = (key: 'plan.keep.button' | 'plan.keep.erase') =>
      phone.getByRole('button', { name: words(key) }).click()
    const kept = () =>
      phone.evaluate<number>(`caches.open('aq-plan').then((each) => each.keys()).then((each) => each.length)`)
    await phone.goto(`/${language}/plan`)
    return { phone, words, press, kept }
  }

  /** Without a network this page is not there. */
  async function away(phone: Page, path: string): Promise<void> {
    await expect(phone.goto(path)).rejects.toThrow()
    await phone.waitForURL('chrome-error://**')
  }

  test('a kept plan is read without a network, with its date, and erased there', { timeout: 60_000 }, async () => {
    const { phone, words, press, kept } = await keepingPhone('ar')
    expect(await kept()).toBe(0) // never of itself
    await inspect(site, phone, 'keep-ar-free')
    await press('plan.keep.button')
    await phone.getByText(words('plan.keep.kept')).waitFor()
    await inspect(site, phone, 'keep-ar-kept')
    await phone.waitForFunction('navigator.serviceWorker.controller !== null')
    await phone.context().setOffline(true)
    await phone.goto('/ar/plan')
    await phone.getByText(/نسخة بتاريخ/).waitFor()
    await away(phone, '/ar/services')
    await phone.goto('/ar/me')
    await inspect(site, phone, 'keep-ar-offline')
    await press('plan.keep.erase')
    await phone.getByText(words('plan.keep.erased')).waitFor()
    await away(phone, '/ar/plan')
    await phone.context().setOffline(false)
    await phone.goto('/ar/plan')
    await phone.getByText(words('plan.keep.warning')).waitFor()
  })

  test('the copy goes with the button, with signing out, and with the quick exit', { timeout: 60_000 }, async () => {
    const { phone, words, press, kept } = await keepingPhone('fr')
    await press('plan.keep.button')
    await press('plan.keep.erase')
    await phone.getByText(words('plan.keep.warning')).waitFor()
    expect(await kept()).toBe(0)

    await press('plan.keep.button')
    await phone.getByText(words('plan.keep.kept')).waitFor()
    await phone.goto('/fr/me')
    await phone.getByRole('button', { name: words('home.sign-out') }).click()
    await phone.waitForURL('**/fr/')
    await phone.waitForFunction(`caches.has('aq-plan').then((has) => !has)`)

    await signIn(phone, 'fr')
    await phone.goto('/fr/plan')
    await press('plan.keep.button')
    await phone.getByText(words('plan.keep.kept')).waitFor()
    await phone.route('https://meteo.gc.ca/**', (route) => route.fulfill({ body: 'weather' }))
    await phone.getByRole('button', { name: words('common.leave') }).click()
    await phone.waitForURL('https://meteo.gc.ca/**')
    await phone.goto('/fr/')
    expect(await phone.evaluate(`caches.has('aq-plan')`)).toBe(false)
  })

  test('a copy of somebody else’s plan goes as soon as another plan is opened', { timeout: 60_000 }, async () => {
    const { phone, words, press, kept } = await keepingPhone('fr')
    await press('plan.keep.button')
    await phone.getByText(words('plan.keep.kept')).waitFor()
    await phone.evaluate(
      `caches.open('aq-plan').then((each) => each.put('/fr/plan/print', new Response('of another')))`,
    )
    await phone.reload()
    await phone.getByText(words('plan.keep.warning')).waitFor()
    expect(await kept()).toBe(0)

    await press('plan.keep.button')
    await phone.getByText(words('plan.keep.kept')).waitFor()
    await phone.goto('/fr/plan/print') // one's own: the copy is renewed
    expect(await kept()).toBe(1)
    await phone.evaluate(
      `caches.open('aq-plan').then((each) => each.put('/fr/plan/print', new Response('data-copy="another"')))`,
    )
    await phone.goto('/fr/plan/print')
    expect(await kept()).toBe(0)
  })
})
