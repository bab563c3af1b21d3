import { createHash } from 'node:crypto'
import { Hono, type Context } from 'hono'
import type { ZodType } from 'zod'
import { parseId } from '#kernel/id.ts'
import type { Env } from '#platform/http/env.ts'
import { FormError, readForm } from '#platform/http/form.ts'
import { openToAll } from '#features/access/index.ts'
import { documents } from '../domain/hsds/documents.ts'
import { countDocuments, documentById, documentsPage, type Filter } from '../store/hsds.ts'
import { versionOf } from '../store/version.ts'
import { openapiDocument } from './openapi.ts'
import { bodyShape, lists, queryShape, type List, type Query } from './parameters.ts'
import { about, minimalItem, pageOf, problem, shapes } from './shapes.ts'
import { streamed } from './stream.ts'

/** The directory for other systems: HSDS 3.1, read only, open to every origin, without a key; no session is read for it. */
export const hsds = new Hono<Env>()

// A browser on another site asks first whether it may send a body of JSON, or the tag it knows.
hsds.use('/hsds/*', (c, next) => (c.req.method === 'OPTIONS' ? Promise.resolve(c.body(null, 204, mayBeSent)) : next()))

for (const path of ['/hsds', '/hsds/']) {
  hsds.get(path, openToAll(), (c) => {
    const base = c.var.services.config.publicUrl
    return answer(c, about, {
      version: '3.1',
      profile: 'https://docs.openreferral.org/en/3.1/hsds/',
      openapi_url: `${base}/hsds/openapi.json`,
    })
  })
}

hsds.get('/hsds/openapi.json', openToAll(), (c) => json(c, openapiDocument(c.var.services.config.publicUrl)))

for (const list of Object.values<List>(lists)) {
  hsds.get(`/hsds${list.path}`, openToAll(), (c) => showList(c, list, c.req.query()))
  // the same in a body: what someone looks for stays out of addresses and logs
  hsds.post(`/hsds${list.path}`, openToAll(), async (c) => {
    const sent = await bodyOf(c)
    return sent ? showList(c, list, { ...c.req.query(), ...sent }) : unreadable(c, 'The body must be a form or JSON.')
  })
  hsds.get(`/hsds${list.path}/:id`, openToAll(), (c) => showOne(c, list))
}

hsds.get('/hsds/*', openToAll(), (c) =>
  showProblem(c, 404, 'No such resource', `This API has ${Object.keys(lists).join(', ')}, each as a list and by id.`),
)

async function bodyOf(c: Context<Env>): Promise<Record<string, string> | undefined> {
  const type = c.req.header('content-type') ?? ''
  try {
    if (!type.includes('json')) return Object.fromEntries(await readForm(c.req.raw))
    const body = bodyShape.safeParse(JSON.parse(await boundedText(c)))
    if (!body.success) return undefined
    const said = Object.entries(body.data).filter(([, value]) => value !== null)
    return Object.fromEntries(said.map(([name, value]) => [name, String(value)]))
  } catch (error) {
    if (error instanceof FormError || error instanceof SyntaxError) return undefined
    throw error
  }
}

const mostBytes = 64 * 1024

async function boundedText(c: Context<Env>): Promise<string> {
  if (Number(c.req.header('content-length') ?? 0) > mostBytes) throw new FormError(413, 'too-large')
  const text = await c.req.text()
  if (text.length > mostBytes) throw new FormError(413, 'too-large')
  return text
}

async function showList(c: Context<Env>, list: List, asked: Record<string, string>) {
  const known = new Set<string>(list.parameters)
  const unknown = Object.keys(asked).find((name) => !known.has(name))
  if (unknown !== undefined) return unreadable(c, `${unknown} is no parameter of ${list.path}.`)
  const parsed = queryShape.safeParse(asked)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return unreadable(c, `${issue?.path.join('.') ?? 'A parameter'} ${issue?.message ?? 'is wrong'}.`)
  }
  const query = parsed.data
  const filter = filterOf(c, query)
  if ('wrong' in filter) return unreadable(c, filter.wrong)
  const tag = await tagOf(c, `${list.path} ${JSON.stringify(query)}`)
  if (isKnown(c, tag)) return notModified(c, tag)
  return query.format === 'ndjson' ? streamList(c, list, query, filter, tag) : showPage(c, list, query, filter, tag)
}

/** What an item is: the least, the one-to-one fields, or all that hangs from it. */
function itemOf(list: List, { minimal, full, full_service: withServices }: Query) {
  if (minimal) return 'minimal' as const
  if (withServices) return 'organization_with_services' as const
  return full ? list.whole : list.item
}

async function showPage(c: Context<Env>, list: List, query: Query, filter: Filter, tag: string) {
  const { table } = documents[list.item]
  const { pool } = c.var.services
  const { page, per_page: limit } = query
  const total = await countDocuments(pool, table, filter)
  const item = itemOf(list, query)
  const offset = (page - 1) * limit
  const rows = offset >= total ? [] : await documentsPage(pool, item, table, filter, { limit, offset })
  const contents = rows.map(({ document }) => document)
  const pages = Math.max(1, Math.ceil(total / limit)) // of an empty list the first page is the last, and empty
  const shape = pageOf(item === 'minimal' ? minimalItem : shapes[item])
  return answer(
    c,
    shape,
    {
      ...{ total_items: total, total_pages: pages, page_number: page, size: contents.length },
      ...{ first_page: page === 1, last_page: page === pages, empty: contents.length === 0, contents },
    },
    tag,
  )
}

function streamList(c: Context<Env>, list: List, query: Query, filter: Filter, tag: string) {
  const item = itemOf(list, query)
  const shape = item === 'minimal' ? minimalItem : shapes[item]
  const { table } = documents[list.item]
  const { pool, log } = c.var.services
  const body = streamed(
    (after, limit) => documentsPage(pool, item, table, filter, { limit, after }),
    (document) => JSON.stringify(shape.parse(document)),
    (error) => log.error({ err: error, requestId: c.var.requestId }, 'a stream of /hsds broke off'),
  )
  return c.body(body, 200, { ...open, ...fresh(tag), 'Content-Type': 'application/x-ndjson; charset=UTF-8' })
}

async function showOne(c: Context<Env>, list: List) {
  const id = parseId(c.req.param('id'))
  const withServices = list === lists.organizations && c.req.query('full_service') === 'true'
  const name = withServices ? 'organization_with_services' : list.whole
  const tag = await tagOf(c, `${list.path}/${id ?? ''} ${name}`)
  const found = id === undefined ? undefined : await documentById(c.var.services.pool, documents[name], id)
  if (found === undefined) return showProblem(c, 404, 'Not found', `Nothing at ${list.path} has this identifier.`)
  return isKnown(c, tag) ? notModified(c, tag) : answer(c, shapes[name], found, tag)
}

/** The middle of a postal area stands for the whole of it: proximity is measured from there. */
function filterOf(c: Context<Env>, query: Query): Filter | { wrong: string } {
  const { postcode, proximity } = query
  if ((postcode === undefined) !== (proximity === undefined)) return { wrong: 'postcode and proximity go together.' }
  const area = postcode && c.var.services.reference.fsas.get(postcode.slice(0, 3).toUpperCase())
  if (postcode && !area) return { wrong: `postcode ${postcode} is not one of Québec.` }
  return {
    words: (query.search ?? '').normalize('NFC').replaceAll('\u0000', '').split(/\s+/).filter(Boolean).slice(0, 8),
    organizationId: query.organization_id,
    termId: query.taxonomy_term_id,
    taxonomyId: query.taxonomy_id,
    parentId: query.parent_id,
    topOnly: query.top_only,
    modifiedAfter: query.modified_after,
    near: area && proximity ? { lat: area.lat, lon: area.lon, metres: proximity } : undefined,
  }
}

/** Changes with the directory: the same question has the same tag until an entry changes. */
async function tagOf(c: Context<Env>, asked: string): Promise<string> {
  const version = await versionOf(c.var.services.pool)
  return `W/"${createHash('sha256').update(`${version} ${asked}`).digest('base64url').slice(0, 22)}"`
}

function isKnown(c: Context<Env>, tag: string): boolean {
  const known = (c.req.header('if-none-match') ?? '').split(',').map((each) => each.trim())
  return known.includes(tag) || known.includes(tag.slice(2)) || known.includes('*')
}

function notModified(c: Context<Env>, tag: string) {
  return c.body(null, 304, { ...open, ...fresh(tag) })
}

/** Every answer passes the shape we promise; one that does not is an accident of ours, never sent. */
function answer(c: Context<Env>, shape: ZodType, body: unknown, tag?: string) {
  return json(c, shape.parse(body), tag)
}

function json(c: Context<Env>, body: unknown, tag?: string) {
  const headers = { ...open, ...fresh(tag), 'Content-Type': 'application/json; charset=UTF-8' }
  return c.body(JSON.stringify(body), 200, headers)
}

function fresh(tag: string | undefined) {
  return { 'Cache-Control': 'public, max-age=300', ...(tag ? { ETag: tag } : {}) }
}

function unreadable(c: Context<Env>, detail: string) {
  return showProblem(c, 400, 'A parameter cannot be read', detail)
}

function showProblem(c: Context<Env>, status: 400 | 404, title: string, detail: string) {
  const body = problem.parse({ type: 'about:blank', title, status, detail })
  return c.body(JSON.stringify(body), status, { ...open, 'Content-Type': 'application/problem+json; charset=UTF-8' })
}

/** The data is public and no cookie is read for it: any page may. */
const open = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag' }
const mayBeSent = {
  ...open,
  'Access-Control-Allow-Methods': 'GET, POST',
  'Access-Control-Allow-Headers': 'Content-Type, If-None-Match',
  'Access-Control-Max-Age': '86400',
}
