import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { momentInWords, momentShort } from '#platform/text/dates.ts'
import { isTerminal, referralsOfFile, stateText } from '#features/referral/index.ts'
import { Card, French, Tag } from '#ui/index.ts'

/** In the plan: what was handed over for which need, where it stands and since when. */
export async function followedReferrals(c: Context<Env>, fileId: string) {
  const { t, db, language, services } = c.var
  const referrals = (await referralsOfFile(db, fileId)).filter(
    (each) => each.status !== 'draft' && each.status !== 'entered-in-error',
  )
  if (referrals.length === 0) return null
  const needs = services.reference.words(language).needs
  return (
    <section>
      <h2>{t('home.followed.title')}</h2>
      {referrals.map((each) => (
        <Card title={needs[each.needId]?.title ?? each.needId}>
          <p>
            <a href={`/${language}/me/referrals/${each.id}`}>
              <French>
                {each.serviceName} – {each.organizationName}
              </French>
            </a>
          </p>
          <p>
            <Tag tone={each.status === 'completed' ? 'green' : isTerminal(each.status) ? 'neutral' : 'blue'}>
              {stateText(c, each)}
            </Tag>{' '}
            <span class="muted">{momentShort(each.since, language)}</span>
          </p>
          {each.proposedAt && !isTerminal(each.status) && (
            <p>
              {t('home.referrals.date')} {momentInWords(each.proposedAt, language)}
            </p>
          )}
        </Card>
      ))}
    </section>
  )
}
