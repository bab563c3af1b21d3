import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Gallery, shelves } from './gallery.tsx'
import { faultsOf, markup } from './testing/sound.ts'

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

test('every component is on a shelf with an example', () => {
  expect(shelves.filter(({ examples }) => examples.length === 0)).toEqual([])
})

test('the gallery as a whole is sound', async () => {
  expect(faultsOf(await markup(<Gallery lang="fr" dir="ltr" />))).toEqual([])
})

describe.skipIf(!existsSync(executablePath))('in a browser', () => {
  let browser: Browser
  let axe: string
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  })
  afterAll(() => browser.close())

  test.each([
    [360, 'fr', 'ltr'],
    [360, 'ar', 'rtl'],
    [1280, 'fr', 'ltr'],
    [1280, 'ar', 'rtl'],
  ] as const)('axe finds nothing at %i px in %s', async (width, lang, dir) => {
    const page = await opened(width, lang, dir)
    await page.evaluate(axe)
    const violations = await page.evaluate(`axe.run({ runOnly: ${JSON.stringify(rules)} }).then((report) =>
      report.violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`)
    expect(violations).toEqual([])
    await page.close()
  })

  test.each(['ltr', 'rtl'] as const)('nothing is wider than a screen of 320 px, %s', async (dir) => {
    const page = await opened(320, dir === 'ltr' ? 'fr' : 'ar', dir)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
    await page.close()
  })

  test('the exit stays in sight on a phone, and hides no focus', async () => {
    const page = await opened(360, 'fr', 'ltr')
    const hidden = await page.evaluate(`(() => {
      const exit = document.querySelector('.exit')
      return [...document.querySelectorAll('main :is(a, button, input, select, textarea)')].filter((each) => {
        each.focus()
        const { y, bottom } = each.getBoundingClientRect()
        const band = exit.getBoundingClientRect()
        return band.y < 0 || band.bottom > innerHeight || (y < band.bottom - 1 && bottom > band.y)
      }).map((each) => each.outerHTML)
    })()`)
    expect(hidden).toEqual([])
    await page.close()
  })

  async function opened(width: number, lang: string, dir: 'ltr' | 'rtl'): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 740 }, reducedMotion: 'reduce' })
    await page.setContent(await markup(<Gallery lang={lang} dir={dir} />))
    return page
  }
})
