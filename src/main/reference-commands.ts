import { dayOf } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { ConfigError } from '#platform/config/config.ts'
import { root } from '#platform/config/root.ts'
import { alone } from '#platform/db/alone.ts'
import { inTransaction } from '#platform/db/actor.ts'
import type { Services } from '#platform/http/env.ts'
import { loadReference } from '#platform/reference/load.ts'
import { factsCalled, namersOf, type Named } from '#platform/reference/review/naming.ts'
import { linesOf, reviewOf } from '#platform/reference/review/review.ts'
import { missingTexts } from '#platform/reference/review/texts.ts'
import { filesAfter } from '#features/identity/index.ts'
import { filesTouched } from '#features/plan/index.ts'
import type { Command, Run } from './command.ts'
import { createServices, prepareDatabase } from './services.ts'

export const referenceCommands: readonly Command[] = [
  {
    name: 'reference check',
    usage: '',
    does: 'Lists what the facts and their words leave to be mended: old, unsourced or doubtful facts, what nobody can reach, texts missing in a language. A fault that stops the start ends it with one sentence.',
    options: {},
    run: checkCommand,
  },
  {
    name: 'reference impact',
    usage: '<id> [--files]',
    does: 'Tells which facts name a question, a need, a step or a program, and how many plans would differ without it; --files adds the identifiers of their files, never an answer.',
    options: { files: { type: 'boolean' } },
    run: impactCommand,
  },
]

function checkCommand({ say }: Run): Promise<number> {
  const groups = reviewOf(loadReference(root), missingTexts(root), dayOf(new Date()))
  for (const line of linesOf(groups)) say(line)
  return Promise.resolve(0)
}

async function impactCommand({ config, database, positionals, flags, say, progress }: Run): Promise<number> {
  const [id] = positionals
  if (!id) throw new ConfigError('Which fact? aq reference impact <id>')
  if (factsCalled(loadReference(root), id).length === 0)
    throw new ConfigError(`No question, need, step or program is called ${id}.`)
  await alone(database.ownerUrl, () => prepareDatabase(database))
  const running = await createServices(config, database.appUrl, { connections: 1 })
  try {
    const { services } = running
    const at = services.now()
    for (const fact of factsCalled(services.reference, id)) {
      const touched = await impactOf(services, fact, at, progress)
      for (const line of impactLines(fact, namersOf(services.reference, fact), touched)) say(line)
      if (flags.has('files')) for (const fileId of [...touched.named, ...touched.nameless]) say(`  ${fileId}`)
    }
    return 0
  } finally {
    await running.stop()
  }
}

export type Touched = { seen: number; named: Id[]; nameless: Id[] }
const batch = 500

/** Reads every file in use, a batch in each transaction, so that it can run beside the service. */
export async function impactOf(
  services: Services,
  fact: Named,
  at: Date,
  progress: (line: string) => void = () => {},
): Promise<Touched> {
  const touched: Touched = { seen: 0, named: [], nameless: [] }
  const readBatch = (after: Id | undefined) =>
    inTransaction(
      services.pool,
      { kind: 'job', name: 'reference-impact' },
      async (db) => {
        const files = await filesAfter(db, after, at, batch)
        const ids = await filesTouched(
          services,
          db,
          files.map((file) => file.id),
          fact,
          at,
        )
        return { files, ids: new Set(ids) }
      },
      'read',
    )
  for (let after: Id | undefined, more = true; more;) {
    const { files, ids } = await readBatch(after)
    touched.seen += files.length
    for (const file of files) if (ids.has(file.id)) (file.personId ? touched.named : touched.nameless).push(file.id)
    after = files.at(-1)?.id
    more = files.length === batch
    if (more) progress(`${touched.seen} files read`)
  }
  return touched
}

function impactLines({ kind, id }: Named, namers: readonly string[], { seen, named, nameless }: Touched): string[] {
  return [
    `The ${kind} ${id}`,
    `Facts that read or name it: ${namers.length}`,
    ...namers.map((each) => `  ${each}`),
    `Plans that would differ without it: ${named.length} of registered persons, ${nameless.length} without a name, of ${seen} files`,
  ]
}
