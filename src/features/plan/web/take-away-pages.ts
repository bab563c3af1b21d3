import { Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { access } from '#features/access/index.ts'
import { planAloneOf, promiseOf } from '../queries.ts'
import { fileOf } from './editing.ts'
import { feedPages } from './feed-pages.tsx'
import { showPrint } from './print-page.tsx'

/** A plan is its person's to take along: printed, in a calendar, by mail, on their phone. */
export const takeAwayPages = new Hono<Env>()
const owners = () => access('draft', 'newcomer')

takeAwayPages.get('/:language/plan/print', owners(), async (c) => {
  const { services, db, now, actor } = c.var
  const fileId = fileOf(c)
  const view = await planAloneOf(services, db, fileId, now)
  const promised = actor.kind === 'newcomer' ? await promiseOf(db, fileId) : undefined
  return showPrint(c, view, promised, services.secrets.hash('copy', fileId).slice(0, 12))
})

takeAwayPages.route('/', feedPages)
