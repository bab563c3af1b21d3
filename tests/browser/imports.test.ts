// The editor's pages for a directory handed over: on a desk and on a phone, in axe, with the keyboard alone, scripts off.
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takeUpload } from '#features/directory/index.ts'
import { inviteStaff } from '../../src/main/staff.ts'
import { zipped } from '../support/zipped.ts'
import { chromiumPath, inspect, openPage, openSite, type Site } from './support.ts'

const all = '/workspace/directory/imports'
const organizations =
  'id,name,description\n1,La Passerelle (fictif),Accueil\n2,Maison du pont (fictif),Un toit pour la nuit\n'
const header = 'id,organization_id,name,description,status,url\n'
const first = '10,1,Chorale du canal,Petits groupes,active,\n11,2,Hébergement,Un lit,active,\n'
const second = `10,1,Chorale du canal,Grands groupes de vingt personnes,active,exemple\n14,1,Club de lecture,Le midi,active,
15,9,Orphelin,Ailleurs,active,\n16,1,,Sans nom,active,\n17,1,,Sans nom non plus,active,\n`

describe.skipIf(!chromiumPath)('a directory handed over, in a browser', () => {
  let site: Site
  let folder: string
  beforeAll(async () => {
    site = await openSite()
    folder = mkdtempSync(join(tmpdir(), 'sent-'))
  })
  afterAll(async () => {
    await site.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test.each([
    { device: 'desk', width: 1280 },
    { device: 'phone', width: 360 },
  ])('from the form to the directory, on a $device', { timeout: 120_000 }, async ({ device, width }) => {
    const { world } = site
    const email = `${device}@ministere.example.org`
    const page = await openPage(site, { scripts: false, width })
    await page.goto(await inviteStaff(world.services, { email, name: 'Dominique', role: 'editor', regions: [] }, false))
    await page.locator('main button').click()
    await page.goto('/workspace/directory')
    await inspect(site, page, `imports-${device}-directory`)
    const hand = async (services: string) => {
      const file = await zipped('a.zip', { 'organizations.csv': organizations, 'services.csv': header + services })
      writeFileSync(join(folder, 'répertoire.zip'), await file.bytes())
      await page.goto(all)
      await page.locator('#file').setInputFiles(join(folder, 'répertoire.zip'))
      await page.locator('#source').fill(`source-${device}`)
      await page.locator('#name').fill('Bottin de la vallée')
      await page.locator('#name').press('Enter')
      await page.waitForURL(/imports\/[0-9a-f-]{36}$/)
      return page.url().split('/').at(-1) ?? ''
    }
    const work = async (id: string) => {
      await takeUpload(world.services, world.owner, id)
      await page.goto(`${all}/${id}`)
    }
    await page.goto(all)
    await inspect(site, page, `imports-${device}-none`)
    await page.locator('main form button').click()
    await inspect(site, page, `imports-${device}-faults`)
    const one = await hand(first)
    await inspect(site, page, `imports-${device}-waiting`)
    await work(one)
    await inspect(site, page, `imports-${device}-new`)
    await page.locator('form[action$="/apply"] button').press('Enter')
    await page.waitForLoadState()
    await inspect(site, page, `imports-${device}-asked`)
    await work(one)
    await inspect(site, page, `imports-${device}-applied`)
    const two = await hand(second)
    await work(two)
    await inspect(site, page, `imports-${device}-read`)
    await page.locator('nav.tabs a').nth(1).click()
    await inspect(site, page, `imports-${device}-gone`)
    expect(await page.locator('#changes tbody tr').count()).toBe(1)
    await page.goto(all)
    await inspect(site, page, `imports-${device}-list`)
    writeFileSync(join(folder, 'lourd.csv'), Buffer.alloc(12 * 1024 ** 2, 'a'))
    await page.locator('#file').setInputFiles(join(folder, 'lourd.csv'))
    await page.locator('main form button').click()
    await page.getByText('Un fichier a au plus 10 Mo.').waitFor()
  })
})
