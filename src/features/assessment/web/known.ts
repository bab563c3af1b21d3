import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import type { Question } from '#platform/reference/schema.ts'
import { fileById } from '#features/identity/index.ts'
import { askedQuestions } from '../domain/flow.ts'
import { knowledgeOf, open, questionsOf, type Knowledge } from '../knowledge.ts'

/** What is known of whoever asks, and the questions of the version their assessment began with. */
export async function known(c: Context<Env>): Promise<{ knowledge: Knowledge; asked: Question[] }> {
  const { actor, db, services, now, memberId } = c.var
  const owns = actor.kind === 'draft' || actor.kind === 'newcomer'
  const [knowledge, file] = owns
    ? await Promise.all([knowledgeOf(services, db, actor.fileId, now, memberId), fileById(db, actor.fileId)])
    : [open(services, [], now), undefined]
  const asked = askedQuestions(questionsOf(services.reference, file?.questionSet), knowledge.profile)
  // what is said once for the household, or belongs to whoever holds the file, is not asked of each member
  return { knowledge, asked: memberId === null ? asked : asked.filter((each) => each.scope === 'person') }
}
