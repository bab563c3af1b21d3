// Checks 5, 6, 14 and 16: what is asked wrongly, what is asked in a body, and what browsers and caches are told.
import { expect } from 'vitest'
import type { Directory } from './directory.ts'
import { partOf } from './expected.ts'
import { pageFaults, read, readPage, type Entry, type List } from './reading.ts'

type App = Directory['app']
const elsewhere = { origin: 'https://autre.example.org' }

const noNumbers = ['0', '-1', 'abc', '1e9', '1000000000', '1.5', '', '99999999999999999999']
const moments = [
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00%2B14:00',
  '9999-12-31T23:59:59-23:59',
  '2026-02-30T00:00:00Z',
]

/** A parameter that cannot be read is a problem with the right type; what can be read is obeyed. */
export async function expectLimits(app: App, list: List): Promise<void> {
  const wrong = noNumbers.flatMap((number) => [`page=${number}`, `per_page=${number}`])
  for (const query of [...wrong, 'per_page=101', 'format=xml', 'colour=red', 'top_only=yes', 'postcode=A1A']) {
    const { status, headers } = await app.request(`/hsds/${list}?${query}`)
    expect([query, status, headers.get('content-type')]).toEqual([
      query,
      400,
      'application/problem+json; charset=UTF-8',
    ])
  }
  for (const perPage of [1, 2, 100]) {
    const page = await readPage(app, `/${list}?per_page=${perPage}`)
    expect([perPage, pageFaults(page, { page: 1, perPage })]).toEqual([perPage, []])
  }
  for (const moment of moments) {
    const { status } = await app.request(`/hsds/${list}?modified_after=${moment}`)
    expect([moment, status < 500]).toEqual([moment, true])
  }
}

/** By a form and by JSON, with a word of an entry that the list has. */
export async function expectSameInBody(app: App, list: List, entries: readonly Entry[]): Promise<void> {
  const named = list === 'service_at_locations' ? partOf(entries[0] ?? {}, 'service') : entries[0]
  const asked = { search: String(named?.['name']).slice(0, 200), per_page: '7', page: '1' }
  const wanted = await read(app, `/${list}?${new URLSearchParams(asked).toString()}`)
  const json = (body: string) => ({ method: 'POST', body, headers: { 'content-type': 'application/json' } })
  expect(await read(app, `/${list}`, { method: 'POST', body: new URLSearchParams(asked) })).toEqual(wanted)
  expect(await read(app, `/${list}`, json(JSON.stringify({ ...asked, per_page: 7, page: 1, format: null })))).toEqual(
    wanted,
  )
  expect(await read(app, `/${list}`, { method: 'POST' })).toEqual(await read(app, `/${list}`))
  expect(wanted).not.toMatchObject({ total_items: 0 })
  for (const wrong of ['[]', '"a"', '{', '{"search":{"a":1}}', '{"search":["a"]}', '{"page":0}'])
    expect([wrong, (await app.request(`/hsds/${list}`, json(wrong))).status]).toEqual([wrong, 400])
}

/** Open to every origin, without a key or a cookie; kept for a while, and asked again only for what changed. */
export async function expectOpenAndCached(app: App, path: string): Promise<void> {
  const { status, headers } = await app.request(path, { headers: elsewhere })
  expect([path, status, headers.get('access-control-allow-origin')]).toEqual([path, 200, '*'])
  expect(headers.get('cache-control')).toMatch(/^public, max-age=\d+$/)
  expect([headers.get('set-cookie'), headers.get('access-control-allow-credentials')]).toEqual([null, null])
  const tag = headers.get('etag') ?? ''
  expect(tag).toMatch(/^(W\/)?"[\w-]+"$/)
  for (const known of [tag, `"other", ${tag}`, '*']) {
    const again = await app.request(path, { headers: { ...elsewhere, 'if-none-match': known } })
    expect([known, again.status, await again.text(), again.headers.get('etag')]).toEqual([known, 304, '', tag])
    expect(again.headers.get('access-control-allow-origin')).toBe('*')
  }
  expect((await app.request(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
}

/** A browser asks first before it sends what a form cannot: a body of JSON, or the tag it knows. */
export async function expectPreflight(app: App, path: string): Promise<void> {
  const asked = {
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type, if-none-match',
  }
  const { status, headers } = await app.request(path, { method: 'OPTIONS', headers: { ...elsewhere, ...asked } })
  expect([path, status, headers.get('access-control-allow-origin')]).toEqual([path, 204, '*'])
  expect(headers.get('access-control-allow-methods')).toBe('GET, POST')
  expect(headers.get('access-control-allow-headers')?.toLowerCase()).toBe('content-type, if-none-match')
}
