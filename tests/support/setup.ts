// One PostgreSQL for the whole run, with a migrated and seeded template that each worker clones.
import { randomUUID } from 'node:crypto'
import type { TestProject } from 'vitest/node'
import { connect } from '#platform/db/db.ts'
import { prepareJobs } from '#platform/jobs/jobs.ts'
import { createSecrets } from '#platform/secret/secret.ts'
import { loadSeedDirectory } from '#features/directory/index.ts'
import { scratchDatabase } from '../../tools/scratch.ts'
import { testKeys } from './keys.ts'

declare module 'vitest' {
  interface ProvidedContext {
    server: { superuserUrl: string; ownerUrl: string; appUrl: string }
  }
}

export default async function setup(project: TestProject) {
  const server = await scratchDatabase()
  await prepareJobs(server.ownerUrl, 'aq_app')
  const owner = connect(server.ownerUrl, 1)
  await loadSeedDirectory(owner.db, createSecrets(testKeys), {
    invented: true,
    at: new Date('2026-11-23T15:00:00Z'),
    newId: randomUUID,
  })
  await owner.close()
  project.provide('server', { superuserUrl: server.superuserUrl, ownerUrl: server.ownerUrl, appUrl: server.appUrl })
  return () => server.end()
}
