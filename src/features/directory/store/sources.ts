import { sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'
import type { ImportProblem, ImportReport } from '../domain/import-report.ts'
import type { Source } from '../domain/service.ts'

/** Two imports of the directory never run at once: the second waits for the first. */
export async function lockImports(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('directory import'))`.execute(db)
}

/** Notes where entries come from; a source that was opened stays so. */
export async function saveSource(
  db: Db,
  source: { id: string; name: string; invented: boolean; importedAt: Date; openedAt: Date | null },
): Promise<void> {
  const { id, name, invented, importedAt, openedAt } = source
  await db
    .insertInto('directory_source')
    .values({ id, name, invented, imported_at: importedAt, opened_at: openedAt })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({
        name,
        imported_at: importedAt,
        opened_at: row.fn.coalesce('directory_source.opened_at', 'excluded.opened_at'),
      })),
    )
    .execute()
}

/** False when there is no such source, or it is open already. */
export async function saveOpened(db: Db, sourceId: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('directory_source')
    .set({ opened_at: at })
    .where('id', '=', sourceId)
    .where('opened_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function allSources(db: Db): Promise<Source[]> {
  const rows = await db
    .selectFrom('directory_source as source')
    .select([
      'source.id',
      'source.name',
      'source.invented',
      'source.imported_at as importedAt',
      'source.opened_at as openedAt',
    ])
    .select((row) => [
      row
        .selectFrom('organization')
        .select((each) => each.fn.countAll<string>().as('count'))
        .whereRef('organization.source_id', '=', 'source.id')
        .as('organizations'),
      row
        .selectFrom('service')
        .select((each) => each.fn.countAll<string>().as('count'))
        .whereRef('service.source_id', '=', 'source.id')
        .where('service.organization_id', 'is not', null)
        .as('services'),
    ])
    .orderBy('source.name')
    .execute()
  return rows.map((row) => ({ ...row, organizations: Number(row.organizations), services: Number(row.services) }))
}

export async function insertRun(
  db: Db,
  report: ImportReport,
  times: { startedAt: Date; endedAt: Date },
): Promise<void> {
  const { runId, sourceId, loaded, refused, added, changed } = report
  await db
    .insertInto('import_run')
    .values({
      id: runId,
      source_id: sourceId,
      started_at: times.startedAt,
      ended_at: times.endedAt,
      loaded,
      refused,
      added,
      changed,
    })
    .execute()
}

/** Problems are numbered in the order they were met; `from` is the number of the first. */
export async function insertProblems(
  db: Db,
  runId: Id,
  problems: readonly ImportProblem[],
  from: number,
): Promise<void> {
  if (problems.length === 0) return
  await db
    .insertInto('import_problem')
    .values(problems.map((problem, at) => ({ run_id: runId, number: from + at, ...problem })))
    .execute()
}

/** Every row that the latest import of a source refused or doubts, in the order met. */
export function problemsOfLatest(db: Db, sourceId: string): Promise<ImportProblem[]> {
  return db
    .selectFrom('import_problem')
    .select(['kind', 'file', 'line', 'reason'])
    .where('run_id', '=', (query) =>
      query
        .selectFrom('import_run')
        .select('id')
        .where('source_id', '=', sourceId)
        .orderBy('started_at', 'desc')
        .limit(1),
    )
    .orderBy('number')
    .execute()
}
