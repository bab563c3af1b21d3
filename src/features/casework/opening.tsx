import type { Context } from 'hono'
import { parseId } from '#kernel/id.ts'
import type { Env } from '#platform/http/env.ts'
import { fileById, memberById, personById, type File, type Member, type Person } from '#features/identity/index.ts'
import { Bidi, Tag } from '#ui/index.ts'

/** A person's file, and where the address names one, the member of the household whose answers and plan are open. */
export type Opened = { file: File; person: Person; member: Member | undefined; base: string }

/** Nothing, and a trace of the refusal, for a file outside the agent's territory, which the database does not show, or a stranger to it. */
export async function openFile(c: Context<Env>): Promise<Opened | undefined> {
  const id = parseId(c.req.param('id'))
  if (!id) return undefined
  const file = await fileById(c.var.db, id)
  const person = file?.personId ? await personById(c.var.db, file.personId) : undefined
  const named = c.req.param('member')
  const memberId = parseId(named)
  const member = person && memberId ? await memberById(c.var.db, id, memberId) : undefined
  const found = person !== undefined && (named === undefined || member !== undefined)
  c.var.traces.push({
    action: 'file.opened',
    fileId: id,
    ...(found ? {} : { outcome: 'refused' as const, reason: 'not-yours' }),
  })
  if (!file || !person || !found) return undefined
  return { file, person, member, base: `/workspace/files/${id}${member ? `/household/${member.id}` : ''}` }
}

/** The addresses of a page that each person of a file has: the file's own person, and each member of the household. */
export function eachOfFile(path: string): string[] {
  return [`/workspace/files/:id${path}`, `/workspace/files/:id/household/:member${path}`]
}

/** Whose plan and answers are open: the person's, or a member's with what they are to the person. */
export function Whose({ c, opened: { person, member } }: { c: Context<Env>; opened: Opened }) {
  if (!member) return <Bidi>{person.firstName}</Bidi>
  const { t, services } = c.var
  return (
    <>
      <Bidi>{services.secrets.decrypt(member.nameSealed)}</Bidi>{' '}
      <Tag tone="neutral">{t(`plan.household.relation.${member.relation}`)}</Tag>
    </>
  )
}
