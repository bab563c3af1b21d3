// The real application behind a real HTTP server, in a real browser, with axe and a record of every page visited.
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { chromium, type Browser, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { createApp } from '../../src/main/app.tsx'
import { openWorld, type World } from '../support/world.ts'

export const chromiumPath =
  process.env['CHROMIUM'] ??
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)

export type Site = { world: World; base: string; browser: Browser; close: () => Promise<void> }

/** A world served on a port of its own; its PUBLIC_URL is where it really is. */
export async function openSite(): Promise<Site> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const base = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`
  const world = await openWorld({ publicUrl: base })
  const listener = getRequestListener(createApp(world.services).fetch)
  server.on('request', (request, response) => void listener(request, response))
  const browser = await chromium.launch({
    executablePath: chromiumPath ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })
  return {
    world,
    base,
    browser,
    close: async () => {
      await browser.close()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      await world.end()
    },
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const shots = process.env['SHOTS']

/** A phone or a desk, with scripts on or off. */
export async function openPage(
  site: Site,
  options: { width?: number; scripts: boolean; locale?: string },
): Promise<Page> {
  const context = await site.browser.newContext({
    viewport: { width: options.width ?? 360, height: 740 },
    javaScriptEnabled: options.scripts,
    locale: options.locale ?? 'fr-CA',
    baseURL: site.base,
  })
  context.setDefaultTimeout(5_000)
  return context.newPage()
}

const checkers = new Map<string, Promise<Page>>()

/** One window a width looks at every page. */
function checkerOf(site: Site, width: number): Promise<Page> {
  const key = `${site.base} ${width}`
  const checker = checkers.get(key) ?? openPage(site, { scripts: true, width })
  checkers.set(key, checker)
  return checker
}

/** What every page visited must be: no wider than the screen, no fault that axe finds; a picture where SHOTS names a folder. */
export async function inspect(site: Site, page: Page, name: string): Promise<void> {
  if (shots) {
    mkdirSync(shots, { recursive: true })
    await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true })
  }
  // where a page's own scripts are off its timers are too, and axe waits for some: the same page is looked at in a second window
  const second = await checkerOf(site, page.viewportSize()?.width ?? 360)
  await second.setContent(await page.content())
  await second.evaluate(axeSource)
  const found: unknown =
    await second.evaluate(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    .then((result) => result.violations.map((each) => each.id + ': ' + each.nodes.map((node) => node.html.slice(0, 160)).join(' | ')))`)
  const overflow: unknown = await second.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  expect(found, `${name} at ${page.url()}`).toEqual([])
  expect(overflow, `${name} is wider than the screen`).toBe(0)
}
