// The pages beyond the main road, as people see them: every one in axe, at phone and desk width, in the other languages too.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inviteStaff } from '../../src/main/staff.ts'
import { aMember, aNewcomer, samira } from '../support/people.ts'
import { chromiumPath, inspect, openPage, openSite, type Site } from './support.ts'

describe.skipIf(!chromiumPath)('the pages of a plan in a browser', () => {
  let site: Site
  beforeAll(async () => {
    site = await openSite()
  })
  afterAll(() => site.close())

  test.each(['fr', 'en', 'es', 'ar'])('a newcomer’s, in %s', { timeout: 120_000 }, async (language) => {
    const email = `${language}@personne.example.org`
    const newcomer = await aNewcomer(site.world, { language, email, answers: { ...samira, urgent_now: ['no_food'] } })
    const bare = await aMember(newcomer, { name: 'Karim', relation: 'spouse', language })
    const child = await aMember(newcomer, {
      ...{ name: 'لينا', relation: 'child', language },
      answers: { where: 'quebec', status: 'student', arrival_date: '2026-11-02', age_band: '14_17' },
    })
    const phone = await openPage(site, { scripts: false, locale: language })
    const cookies = [...newcomer.cookies].map(([name, value]) => ({ name, value, url: site.base }))
    await phone.context().addCookies(cookies)
    const pages = [
      ...['plan', 'plan/print', 'plan/steps/asylum-boc', 'plan/steps/find-home', 'plan/needs/learn_french'],
      ...['assessment/subjects', 'assessment/subjects/core', 'assessment/status', 'assessment/profession'],
      ...['household', 'resume/code', 'help', 'me'],
      ...[`household/${bare}/plan`, `household/${bare}/assessment`, `household/${child}/assessment/subjects`],
      ...[`household/${child}/plan`, `household/${child}/plan/print`, `household/${child}/assessment/arrival_date`],
    ]
    for (const page of pages) {
      await phone.goto(`/${language}/${page}`)
      expect(await phone.title(), page).not.toBe('')
      await inspect(
        site,
        phone,
        `${language}-${page.replace(bare, 'bare').replace(child, 'child').replaceAll('/', '-')}`,
      )
    }
    // a step with a problem, refused first: the error is said and what was chosen is kept
    await phone.goto(`/${language}/plan/steps/find-home`)
    await phone.locator('details:has(form[action$="/problem"]) summary').click()
    await phone.locator('input[value=put]').check({ force: true })
    await phone.locator('form[action$="/problem"] button').click()
    expect(await phone.locator('input[value=put]').isChecked()).toBe(true)
    await inspect(site, phone, `${language}-step-refused`)
  })

  test('urgent pages in Haitian Creole', { timeout: 60_000 }, async () => {
    const phone = await openPage(site, { scripts: false, locale: 'fr' })
    for (const page of ['help', 'assessment', 'assessment/urgent_now', 'resume']) {
      await phone.goto(`/ht/${page}`)
      expect(await phone.locator('html').getAttribute('lang'), page).toBe('ht')
      await inspect(site, phone, `ht-${page.replaceAll('/', '-')}`)
    }
  })

  test('an agent’s: the plan and the answers, by keyboard', { timeout: 60_000 }, async () => {
    const link = await inviteStaff(
      site.world.services,
      { email: 'plan@ministere.example.org', name: 'Camille Plan', role: 'agent', regions: ['06'] },
      false,
    )
    const desk = await openPage(site, { scripts: false, width: 1280 })
    await desk.goto(new URL(link).pathname)
    await desk.locator('main form button').click()
    const file = (await desk.locator('a[href^="/workspace/files/"]').first().getAttribute('href')) ?? ''
    await desk.goto(file)
    const household = (await desk.locator('a[href*="/household/"]').last().getAttribute('href')) ?? ''
    for (const page of [household, household.replace(/assessment$/, 'plan'), `${household}/status`]) {
      await desk.goto(page)
      await inspect(site, desk, `agent-household-${page.split('/').at(-1)}`)
    }
    for (const page of ['', '/plan', '/assessment', '/assessment/fr_oral']) {
      await desk.goto(`${file}${page}`)
      await inspect(site, desk, `agent${page.replaceAll('/', '-')}`)
    }
    await desk.locator('#answer').focus()
    await desk.keyboard.press('ArrowDown')
    await desk.keyboard.press('Enter')
    await desk.waitForURL((url) => !url.pathname.endsWith('/fr_oral'))
    // Enter means what was chosen just now, not "still true"
    const kept = await site.world.owner
      .selectFrom('answer')
      .select('given_by')
      .where('question_id', '=', 'fr_oral')
      .execute()
    expect(kept.map((each) => each.given_by)).toContain('agent')
  })
})
