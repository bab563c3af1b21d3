import { Hono, type Context } from 'hono'
import type { ZodType } from 'zod'
import { parseId } from '#kernel/id.ts'
import type { Env } from '#platform/http/env.ts'
import { access } from '#features/access/index.ts'
import { openapiDocument } from './openapi.ts'
import { about, minimalPage, problem, servicePage, serviceQuery, serviceWhole, type ServiceQuery } from './shapes.ts'
import { countServices, serviceDocument, servicesPage, type Filter } from '../store/hsds.ts'

/** The directory for other systems: HSDS 3.1, read only, open to every origin, without a key. */
export const hsds = new Hono<Env>()

for (const path of ['/hsds', '/hsds/']) {
  hsds.get(path, access('nobody'), (c) => {
    const base = c.var.services.config.publicUrl
    return answer(c, about, {
      version: '3.1',
      profile: 'https://docs.openreferral.org/en/3.1/hsds/',
      openapi_url: `${base}/hsds/openapi.json`,
    })
  })
}

hsds.get('/hsds/openapi.json', access('nobody'), (c) => json(c, openapiDocument(c.var.services.config.publicUrl)))

hsds.get('/hsds/services', access('nobody'), async (c) => {
  const asked = serviceQuery.safeParse(c.req.query())
  if (!asked.success) {
    const [issue] = asked.error.issues
    return showProblem(
      c,
      400,
      'A parameter cannot be read',
      `${issue?.path.join('.') ?? 'A parameter'} ${issue?.message ?? 'is wrong'}.`,
    )
  }
  const query = asked.data
  const filter = filterOf(query)
  const total = await countServices(c.var.db, filter)
  const contents = total === 0 ? [] : await servicesPage(c.var.db, filter, query.minimal)
  return answer(c, query.minimal ? minimalPage : servicePage, {
    ...envelopeOf(query, total, contents.length),
    contents,
  })
})

hsds.get('/hsds/services/:id', access('nobody'), async (c) => {
  const id = parseId(c.req.param('id'))
  const found = id === undefined ? undefined : await serviceDocument(c.var.db, id)
  if (found === undefined) return showProblem(c, 404, 'No such service', 'No published service has this identifier.')
  return answer(c, serviceWhole, found)
})

hsds.get('/hsds/*', access('nobody'), (c) =>
  showProblem(c, 404, 'No such resource', 'This API has /hsds, /hsds/services and /hsds/services/{id}.'),
)

function filterOf(query: ServiceQuery): Filter {
  return {
    words: (query.search ?? '').normalize('NFC').replaceAll('\u0000', '').split(/\s+/).filter(Boolean).slice(0, 8),
    organizationId: query.organization_id,
    termId: query.taxonomy_term_id,
    modifiedAfter: query.modified_after,
    limit: query.per_page,
    offset: (query.page - 1) * query.per_page,
  }
}

/** Total pages is 1 for an empty list: the first page is then the last, and empty. */
function envelopeOf({ page, per_page: perPage }: ServiceQuery, total: number, size: number) {
  const pages = Math.max(1, Math.ceil(total / perPage))
  return {
    total_items: total,
    total_pages: pages,
    page_number: page,
    size,
    first_page: page === 1,
    last_page: page === pages,
    empty: size === 0,
  }
}

/** Every answer passes the shape we promise; one that does not is an accident of ours, never sent. */
function answer(c: Context<Env>, shape: ZodType, body: unknown) {
  return json(c, shape.parse(body))
}

function json(c: Context<Env>, body: unknown) {
  return c.body(JSON.stringify(body), 200, {
    ...open,
    'Content-Type': 'application/json; charset=UTF-8',
    'Cache-Control': 'public, max-age=300',
  })
}

function showProblem(c: Context<Env>, status: 400 | 404, title: string, detail: string) {
  const body = problem.parse({ type: 'about:blank', title, status, detail })
  return c.body(JSON.stringify(body), status, { ...open, 'Content-Type': 'application/problem+json; charset=UTF-8' })
}

/** The data is public and no cookie is read for it: any page may. */
const open = { 'Access-Control-Allow-Origin': '*' }
