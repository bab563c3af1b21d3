// How another system reads the directory: pages, streams and single entries, each taken apart byte by byte.
import { expect } from 'vitest'
import { z } from 'zod'
import type { Directory } from './directory.ts'

export const lists = ['services', 'organizations', 'service_at_locations', 'taxonomies', 'taxonomy_terms'] as const
export type List = (typeof lists)[number]
export type Entry = Record<string, unknown> & { id: string }
type App = Directory['app']

export const entry = z.looseObject({ id: z.string() })
const page = z.strictObject({
  total_items: z.int().min(0),
  total_pages: z.int().min(0),
  page_number: z.int().min(1),
  size: z.int().min(0),
  first_page: z.boolean(),
  last_page: z.boolean(),
  empty: z.boolean(),
  contents: z.array(entry),
})
export type Page = z.infer<typeof page>

/** The text of an answer, which must be UTF-8 to the last byte. */
export async function textOf(response: Response): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true }).decode(await response.arrayBuffer())
}

export async function read(app: App, path: string, init?: RequestInit): Promise<unknown> {
  const response = await app.request(`/hsds${path}`, init)
  const text = await textOf(response)
  expect([path, response.status, response.status === 200 ? '' : text.slice(0, 300)]).toEqual([path, 200, ''])
  return JSON.parse(text)
}

export async function readPage(app: App, path: string, init?: RequestInit): Promise<Page> {
  return page.parse(await read(app, path, init))
}

export async function readEntry(app: App, list: List, id: string): Promise<Entry> {
  return entry.parse(await read(app, `/${list}/${id}`))
}

/** What is wrong with the numbers around a page. An empty list has one page, the first and the last. */
export function pageFaults(given: Page, asked: { page: number; perPage: number }): string[] {
  const pages = Math.max(1, Math.ceil(given.total_items / asked.perPage))
  const left = given.total_items - (asked.page - 1) * asked.perPage
  const wanted = {
    total_pages: pages,
    page_number: asked.page,
    size: Math.max(0, Math.min(asked.perPage, left)),
    first_page: asked.page === 1,
    last_page: asked.page === pages,
    empty: given.contents.length === 0,
  }
  const said: Record<string, unknown> = given
  const wrong = Object.entries(wanted).flatMap(([name, value]) => (said[name] === value ? [] : [name]))
  return given.size === given.contents.length ? wrong : [...wrong, 'contents']
}

/** Every page of a list, one after the other. */
export async function walk(app: App, list: List, perPage: number): Promise<Page[]> {
  const pages: Page[] = []
  for (let number = 1; ; number += 1) {
    const next = await readPage(app, `/${list}?per_page=${perPage}&page=${number}`)
    expect(pageFaults(next, { page: number, perPage })).toEqual([])
    pages.push(next)
    if (next.last_page || next.empty) return pages
  }
}

/** All of a list in one answer, one document a line. */
export async function stream(app: App, list: List, query = ''): Promise<Entry[]> {
  const response = await app.request(`/hsds/${list}?format=ndjson&${query}`)
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/x-ndjson; charset=UTF-8'])
  const text = await textOf(response)
  expect(text === '' || text.endsWith('\n')).toBe(true)
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => entry.parse(JSON.parse(line)))
}

export async function idsOf(app: App, list: List, query: string): Promise<Set<string>> {
  return new Set((await stream(app, list, query)).map(({ id }) => id))
}

/** So many of them, spread over the whole list. */
export function sample<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, all.length / most)
  return Array.from({ length: Math.min(most, all.length) }, (_none, index) => all[Math.floor(index * step)]).filter(
    (each) => each !== undefined,
  )
}

/** As many at once as the service has connections for in these tests. */
export async function allAtOnce<T>(all: readonly T[], work: (each: T) => Promise<void>): Promise<void> {
  const left = [...all]
  const worker = async () => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) await work(next)
  }
  await Promise.all([worker(), worker(), worker(), worker()])
}
