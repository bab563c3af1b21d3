import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { endOf, launch, newFolder, patience, postmasterOf } from './service.ts'

const ends = { code: 1, signal: null }
const oneSentence = /^[^\n]+\n$/

test.each([
  ['PORT', { PORT: 'abc' }],
  ['PORT', { PORT: '70000' }],
  ['DATABASE_APP_URL', { DATABASE_URL: 'postgres://owner:secret@127.0.0.1:1/aq' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://owner@127.0.0.1/aq' }],
  ['PUBLIC_URL', { NODE_ENV: 'production' }],
  ['SECRET_KEY', { NODE_ENV: 'production', PUBLIC_URL: 'https://aide.example.org', OFFICE_PHONE: '1 800 555-0123' }],
  ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
])('a wrong environment stops the start with one sentence on %s', { timeout: patience }, async (name, env) => {
  const folder = newFolder()
  const refused = launch(folder, ['tools/start.mjs'], { env })
  expect(await endOf(refused)).toEqual(ends)
  expect(refused.complained()).toMatch(oneSentence)
  expect(refused.complained()).toContain(`${name} is missing or wrong: set it to `)
  expect(refused.said()).toBe('')
})

test('a taken port is named in one sentence, and nothing keeps running', { timeout: patience }, async () => {
  const folder = newFolder()
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const port = String(address && typeof address === 'object' ? address.port : 0)
  const refused = launch(folder, ['tools/start.mjs'], { env: { PORT: port } })
  expect(await refused.ended).toEqual(ends)
  expect(refused.complained()).toBe(`Port ${port} is taken: end what uses it, or set PORT to another number.\n`)
  expect(postmasterOf(folder)).toBeUndefined()
  other.close()
})
