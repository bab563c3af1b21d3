import type { Context } from 'hono'
import type { Id } from '#kernel/id.ts'
import type { Env } from '#platform/http/env.ts'
import type { Question } from '#platform/reference/schema.ts'
import { fileById, memberShown } from '#features/identity/index.ts'
import { firstOpen } from '../domain/flow.ts'
import { askedOf, knowledgeOf, open, type Knowledge } from '../knowledge.ts'
import { latestToAnswer } from '../store.ts'

export type Known = {
  knowledge: Knowledge
  asked: Question[]
  /** How the member of the household is called, where the page is about one. */
  about: string | undefined
}

/** What is known of whom a page is about, and the questions of the version their assessment began with. */
export async function known(c: Context<Env>, memberId: Id | null = c.var.memberId): Promise<Known> {
  const { actor, db, services, now } = c.var
  const owns = actor.kind === 'draft' || actor.kind === 'newcomer'
  const [knowledge, file, member] = owns
    ? await Promise.all([
        knowledgeOf(services, db, actor.fileId, now, memberId),
        fileById(db, actor.fileId),
        memberShown(c),
      ])
    : [open(services, [], now), undefined, undefined]
  const asked = askedOf(services.reference, file?.questionSet, knowledge, memberId)
  return { knowledge, asked, about: member && services.secrets.decrypt(member.nameSealed) }
}

/** Where the questions of the core go on: the first not yet seen, save those left out. */
export function nextOfCore({ knowledge, asked }: Known, leftOut: readonly string[] = []) {
  return firstOpen(
    asked.filter((each) => each.core && !leftOut.includes(each.id)),
    knowledge.seen,
  )
}

/** Where someone was, for themself or for a member of their household: the next question of the core, else the plan. */
export async function continueHref(c: Context<Env>, leftOut: readonly string[] = []): Promise<string> {
  const { language, actor, db } = c.var
  const owns = actor.kind === 'draft' || actor.kind === 'newcomer'
  const memberId = owns ? await latestToAnswer(db, actor.fileId) : null
  const base = memberId ? `/${language}/household/${memberId}` : `/${language}`
  const told = await known(c, memberId)
  if (told.knowledge.seen.size === 0) return `/${language}/assessment`
  const open = nextOfCore(told, leftOut)
  return open ? `${base}/assessment/${open.id}` : `${base}/plan`
}
