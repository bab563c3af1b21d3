import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { membersOf } from '#features/identity/index.ts'
import { Bidi, Card } from '#ui/index.ts'

/** The others of the household, each with the way to their plan and their answers. */
export async function Household({ c, fileId }: { c: Context<Env>; fileId: string }) {
  const { t, db, services } = c.var
  const members = await membersOf(db, fileId)
  if (members.length === 0) return null
  return (
    <Card title={t('workspace.file.household')} level={2}>
      <ul class="plain-list">
        {members.map((member) => {
          const name = <Bidi>{services.secrets.decrypt(member.nameSealed)}</Bidi>
          const base = `/workspace/files/${fileId}/household/${member.id}`
          return (
            <li>
              {name} <span class="muted">{t(`plan.household.relation.${member.relation}`)}</span>
              <br />
              <a href={`${base}/plan`}>
                {t('workspace.file.plan')}
                <span class="hidden"> – {name}</span>
              </a>
              <br />
              <a href={`${base}/assessment`}>
                {t('workspace.file.assessment')}
                <span class="hidden"> – {name}</span>
              </a>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
