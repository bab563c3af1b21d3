import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { z } from 'zod'
import { root } from '#platform/config/root.ts'
import { ping } from '#platform/db/db.ts'
import type { Env, Services } from '#platform/http/env.ts'
import { openToAll } from '#features/access/index.ts'

const version = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).version

/** For operators and load balancers: alive, and able to answer. */
export function healthPages(services: Services): Hono<Env> {
  const pages = new Hono<Env>()
  const about = { version, node: process.version }
  pages.get('/health/live', openToAll(), (c) => c.json({ status: 'live', ...about }))
  pages.get('/health/ready', openToAll(), async (c) => {
    try {
      await ping(services.pool)
      return c.json({ status: 'ready', ...about })
    } catch {
      return c.json({ status: 'not ready', ...about }, 503)
    }
  })
  return pages
}
