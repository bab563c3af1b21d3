import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'

/** What a consent means, point by point: the same words on the person's screen and in the agent's mouth. */
export function ConsentPoints({ c }: { c: Context<Env> }) {
  const { t } = c.var
  return (
    <ul>
      <li>{t('consent.why')}</li>
      <li>{t('consent.nothing-else')}</li>
      <li>{t('consent.until')}</li>
      <li>{t('consent.take-back')}</li>
      <li>{t('consent.no-effect')}</li>
    </ul>
  )
}
