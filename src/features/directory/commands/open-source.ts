import { accept, refuse, type Result } from '#kernel/result.ts'
import type { Db } from '#platform/db/db.ts'
import { refreshSource } from '../store/search/refresh.ts'
import { saveOpened } from '../store/sources.ts'

/** From now on newcomers are offered what comes from this source; an editor's decision, after reading it. */
export async function openSource(db: Db, sourceId: string, at: Date): Promise<Result<string, 'unknown-or-open'>> {
  if (!(await saveOpened(db, sourceId, at))) return refuse('unknown-or-open')
  await refreshSource(db, sourceId)
  return accept(sourceId)
}
