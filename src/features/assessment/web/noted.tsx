import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { momentParam, readMoment } from '#platform/http/moment.ts'
import { Notice } from '#ui/index.ts'

const name = 'noted'
const shownFor = 10 * 60_000

/** An address that says, for a few minutes, that something was noted: signed, without a cookie, and not telling what. */
export function withNoted({ var: { services, now } }: Context<Env>, href: string): string {
  return `${href}?${name}=${momentParam(services.secrets, now)}`
}

/** "I prefer to talk about it" was heard: who can be talked to, and that the plan goes on. */
export function Noted({ c }: { c: Context<Env> }) {
  const { t, services, now } = c.var
  const at = readMoment(services.secrets, c.req.query(name))
  if (!at || now.getTime() - at.getTime() > shownFor) return null
  return (
    <Notice kind="success" title={t('assessment.noted.title')}>
      <p>{t('assessment.noted.text', { phone: services.config.officePhone })}</p>
    </Notice>
  )
}
