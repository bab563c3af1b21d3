import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import type { Question } from '#platform/reference/schema.ts'
import { fileById } from '#features/identity/index.ts'
import { askedQuestions, firstOpen } from '../domain/flow.ts'
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

/** Where someone was: the first core question not yet seen, save those left out; else the plan. */
export async function continueHref(c: Context<Env>, leftOut: readonly string[] = []): Promise<string> {
  const { language } = c.var
  const { knowledge, asked } = await known(c)
  if (knowledge.seen.size === 0) return `/${language}/assessment`
  const open = firstOpen(
    asked.filter((each) => each.core && !leftOut.includes(each.id)),
    knowledge.seen,
  )
  return open ? `/${language}/assessment/${open.id}` : `/${language}/plan`
}
