import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { chromium, type Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const page = `<!doctype html><title>Plan</title><form method="post" action="/exit" data-exit data-leave="/weather">
  <input type="hidden" name="_token" value="t-1"><button type="submit">Quitter</button></form>
  <script type="module" src="/exit.js"></script>`

describe.skipIf(!existsSync(executablePath))('the quick exit', () => {
  let browser: Browser
  let origin: string
  let received: string[]
  const server = createServer((request, response) => void answer(request, response))
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '/'
    if (request.method === 'POST') received.push(`${path} ${(await request.setEncoding('utf8').toArray()).join('')}`)
    const script = path === '/exit.js'
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html')
    response.end(
      script ? await readFile(new URL('../../public/exit.js', import.meta.url)) : path === '/plan' ? page : '',
    )
  }
  beforeAll(async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const address = server.address()
    origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  })
  beforeEach(() => {
    received = []
  })
  afterAll(async () => {
    await browser.close()
    server.close()
  })

  test.each([
    ['one press of its button', ['Tab', 'Enter']],
    ['three presses of Escape', ['Escape', 'Escape', 'Escape']],
  ])('%s ends the session and leaves no way back', async (_, keys) => {
    const tab = await browser.newPage()
    await tab.goto(`${origin}/home`)
    await tab.goto(`${origin}/plan`)
    for (const key of keys) await tab.keyboard.press(key)
    await tab.waitForURL('**/weather')
    await expect.poll(() => received).toEqual(['/exit _token=t-1'])
    await tab.goBack()
    expect(tab.url()).toBe(`${origin}/home`)
    await tab.close()
  })

  test('two presses of Escape do nothing', async () => {
    const tab = await browser.newPage()
    await tab.goto(`${origin}/plan`)
    await tab.keyboard.press('Escape')
    await tab.keyboard.press('Escape')
    expect(received).toEqual([])
    await tab.close()
  })
})
