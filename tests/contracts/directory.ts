// An empty directory of one's own, filled from a package, with the whole application before it.
import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import pg from 'pg'
import { inject } from 'vitest'
import { connect, type Db } from '#platform/db/db.ts'
import { migrate } from '#platform/db/migrate.ts'
import type { Env, Services } from '#platform/http/env.ts'
import { importDirectory } from '#features/directory/index.ts'
import { createApp } from '../../src/main/app.tsx'
import { createServices } from '../../src/main/services.ts'
import { monday, testConfig } from '../support/world.ts'

export type Directory = {
  app: Hono<Env>
  services: Services
  /** The owning role, to prepare what an editor or time would have done. */
  owner: Db
  end: () => Promise<void>
}

/** Without the seeds that other tests begin with: what is served is what the package says. */
export async function openDirectory(folder: string): Promise<Directory> {
  const server = inject('server')
  const name = `directory_${randomUUID().replaceAll('-', '')}`
  await onServer(server.superuserUrl, `create database ${name} owner aq_owner`)
  const at = (url: string) => url.replace(/\/[^/]*$/, `/${name}`)
  await migrate(at(server.ownerUrl), 'aq_app')
  const owner = connect(at(server.ownerUrl), 2)
  await importDirectory(owner.db, folder, { sourceId: 'tried', name: 'Essai', at: new Date(monday), newId: randomUUID })
  const running = await createServices(testConfig, at(server.appUrl), { now: () => new Date(monday), connections: 4 })
  return {
    app: createApp(running.services),
    services: running.services,
    owner: owner.db,
    end: async () => {
      await running.stop()
      await owner.close()
      await onServer(server.superuserUrl, `drop database ${name} with (force)`)
    },
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
