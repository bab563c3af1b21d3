import { sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'
import { faultReasons } from '../domain/fault.ts'
import type { ImportChange, ImportProblem, ImportReport } from '../domain/import-report.ts'
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

/** A run under way: the trace of what it changes points to it. */
export async function insertRun(db: Db, report: ImportReport, at: Date): Promise<void> {
  const { runId, sourceId, layout } = report
  await db.insertInto('import_run').values({ id: runId, source_id: sourceId, started_at: at, layout }).execute()
}

export async function saveRun(db: Db, report: ImportReport, endedAt: Date): Promise<void> {
  const { runId, loaded, refused, added, changed, removed, ended, back } = report
  await db
    .updateTable('import_run')
    .set({ ended_at: endedAt, loaded, refused, added, changed, removed, ended, back })
    .where('id', '=', runId)
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
  const rows = problems.map(({ kind, file, line, reason, column = null, value = null }, at) => ({
    ...{ run_id: runId, number: from + at },
    ...{ kind, file, line, reason, column, value },
  }))
  await db.insertInto('import_problem').values(rows).execute()
}

export async function insertChanges(db: Db, runId: Id, changes: readonly ImportChange[]): Promise<void> {
  const rows = changes.map(({ kind, table, id, label, fields }, number) => ({
    ...{ run_id: runId, number, kind, resource: table },
    ...{ resource_id: id, label, fields },
  }))
  await sql`insert into import_change (run_id, number, kind, resource, resource_id, label, fields)
    select run_id, number, kind, resource, resource_id, label, fields
    from json_populate_recordset(null::import_change, ${JSON.stringify(rows)}::json)`.execute(db)
}

/** Every row that the latest import of a source refused or doubts, in the order met. */
export async function problemsOfLatest(db: Db, sourceId: string): Promise<ImportProblem[]> {
  const rows = await db
    .selectFrom('import_problem')
    .select(['kind', 'file', 'line', 'reason', 'column', 'value'])
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
  return rows.map(({ kind, file, line, reason, column, value }) => ({
    ...{ kind, file, line, reason: faultReasons.find((each) => each === reason) ?? 'no-words' },
    ...(column === null ? {} : { column }),
    ...(value === null ? {} : { value }),
  }))
}
