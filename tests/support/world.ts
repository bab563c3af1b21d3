// A database of one's own, cloned from the template, and the application on it, with a clock one can set.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { Hono } from 'hono'
import type { Config } from '#platform/config/config.ts'
import { connect, type Db } from '#platform/db/db.ts'
import type { Env, Services } from '#platform/http/env.ts'
import { createApp } from '../../src/main/app.tsx'
import { createServices } from '../../src/main/services.ts'
import { testKeys } from './keys.ts'

export type World = {
  services: Services
  app: Hono<Env>
  /** The owning role: sees everything, for fixtures and for looking behind the walls. */
  owner: Db
  ownerUrl: string
  appUrl: string
  setNow: (text: string) => void
  end: () => Promise<void>
}

/** Monday 23 November 2026, ten in the morning in Montréal. */
export const monday = '2026-11-23T15:00:00.000Z'

export const testConfig: Config = {
  port: 0,
  host: '127.0.0.1',
  dataDir: '',
  databaseUrl: undefined,
  databaseAppUrl: undefined,
  publicUrl: 'http://localhost:3000',
  smtpUrl: undefined,
  mailFrom: 'Accompagnement <aide@example.org>',
  ...testKeys,
  secretKeyOld: undefined,
  officePhone: '1 800 555-0123',
  serviceName: 'Accompagnement Québec',
  logLevel: 'silent',
  demo: false,
  trustedProxy: false,
}

export async function openWorld(options: Partial<Config> = {}): Promise<World> {
  const server = inject('server')
  const name = `world_${randomUUID().replaceAll('-', '')}`
  await onServer(server.superuserUrl, `create database ${name} template aq owner aq_owner`)
  const at = (url: string) => url.replace(/\/[^/]*$/, `/${name}`)
  const owner = connect(at(server.ownerUrl), 2)
  const config = { ...testConfig, ...options }
  let moment = new Date(monday).getTime() // each look at the clock finds it a millisecond on, so that what came first stands first
  const running = await createServices(config, at(server.appUrl), { now: () => new Date(moment++), connections: 8 })
  const { services } = running
  return {
    services,
    app: createApp(services),
    owner: owner.db,
    ownerUrl: at(server.ownerUrl),
    appUrl: at(server.appUrl),
    setNow: (text) => {
      moment = new Date(text).getTime()
    },
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
