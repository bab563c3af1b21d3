// The list in the frame of another site, from the very line that our page gives; scripts off.
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, inspect, openPage, openSite, type Site } from './support.ts'

describe.skipIf(!chromiumPath)('the list on another site', () => {
  let site: Site
  let city: Server
  let line = ''
  beforeAll(async () => {
    site = await openSite()
    city = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(`<!doctype html><html lang="fr"><title>Ville</title><main><h1>Ville</h1>${line}</main></html>`)
    })
    await new Promise<void>((listening) => city.listen(0, '127.0.0.1', listening))
  })
  afterAll(async () => {
    city.close()
    await site.close()
  })

  test.each(['fr', 'ar'])('shows its services, in %s, and a link opens a tab of its own', async (language) => {
    const page = await openPage(site, { scripts: false, width: 720 })
    await page.goto(`/${language}/embed?need=home&region=06&lang=${language}`)
    await inspect(site, page, `${language}-embed-code`)
    line = await page.locator('textarea').inputValue()
    const address = city.address()
    const port = typeof address === 'object' && address ? address.port : 0
    await page.goto(`http://127.0.0.1:${port}/`)
    const frame = page.frameLocator('iframe')
    await frame.locator('.card').first().waitFor()
    expect(await frame.locator('.card').count()).toBeGreaterThan(3)
    await inspect(site, page, `${language}-embed-in-city`)
    const opened = page.context().waitForEvent('page')
    await frame.locator('.card a').first().click()
    expect((await opened).url()).toContain(`/${language}/services/`)
    const alone = await openPage(site, { scripts: false, width: 360 })
    await alone.goto(`/embed/services?need=home&region=06&lang=${language}`)
    await inspect(site, alone, `${language}-embed`)
  })
})
