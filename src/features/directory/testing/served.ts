import { join } from 'node:path'
import { Hono } from 'hono'
import { readConfig } from '#platform/config/config.ts'
import { root } from '#platform/config/root.ts'
import type { Db } from '#platform/db/db.ts'
import type { Env, Services } from '#platform/http/env.ts'
import { createLog } from '#platform/log/log.ts'
import { loadReference } from '#platform/reference/load.ts'
import { loadWords } from '#platform/text/words.ts'
import { directoryPages, hsds } from '../index.ts'
import { at, newId, secrets } from './directory-database.ts'

/** The slice's own doors, served in process from this database. */
export function served(pool: Db): Hono<Env> {
  const words = loadWords(join(root, 'content'))
  const services: Services = {
    config: readConfig({
      DEMO: '1',
      SECRET_KEY: 's'.repeat(32),
      FIELD_KEY: 'f'.repeat(32),
      PUBLIC_URL: 'https://aide.example.org',
    }),
    pool,
    secrets,
    words,
    reference: loadReference(root),
    log: createLog('silent'),
    sendJob: () => Promise.resolve(),
    onAnswer: () => Promise.resolve(),
    now: () => at,
    newId,
    newToken: newId,
    newCode: () => '000000',
  }
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    c.set('services', services)
    c.set('requestId', newId())
    c.set('now', at)
    c.set('language', 'fr')
    c.set('t', words.in('fr'))
    c.set('traces', [])
    c.set('attempts', [])
    await next()
  })
  return app.route('/', hsds).route('/', directoryPages)
}
