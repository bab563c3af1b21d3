import { Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { access, openToAll } from '#features/access/index.ts'
import { showEmbedCode } from './embed-code.tsx'
import { showEmbed } from './embed-list.tsx'
import { showList, type Lookers } from './list-page.tsx'
import { showOrganization } from './organization-page.tsx'
import { showReport, takeReport } from './report-page.tsx'
import { showCard, showService } from './service-page.tsx'

/** The directory as newcomers read it: who looks stands in the page's reasons. */
export function matchingPages(lookers: Lookers): Hono<Env> {
  const pages = new Hono<Env>()
  const anyone = () => access('nobody', 'draft', 'newcomer')
  pages.get('/:language/services', anyone(), (c) => showList(c, lookers))
  pages.get('/:language/services/:id', anyone(), (c, next) => showService(c, next, lookers))
  pages.get('/:language/services/:id/card', anyone(), (c, next) => showCard(c, next))
  pages.get('/:language/services/:id/report', anyone(), (c, next) => showReport(c, next))
  pages.post('/:language/services/:id/report', anyone(), (c, next) => takeReport(c, next))
  pages.get('/:language/embed', openToAll(), (c) => showEmbedCode(c))
  pages.get('/:language/organizations/:id', anyone(), (c, next) => showOrganization(c, next, lookers.seekerOf))
  return pages
}

/** What other sites show in a frame: apart from the pages of a language, whose choice a cookie keeps. */
export function embedPages(places: Lookers['places']): Hono<Env> {
  return new Hono<Env>().get('/embed/services', openToAll(), (c) => showEmbed(c, places(c)))
}
