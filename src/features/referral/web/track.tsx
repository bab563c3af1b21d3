import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { momentShort } from '#platform/text/dates.ts'
import { Bidi, French, StatusTrack } from '#ui/index.ts'
import { reasons, statuses, type Reason, type Status } from '../domain/referral.ts'
import type { ReferralEvent, StoredReferral } from '../store.ts'

/** Each state a referral passed, with its time and who set it. */
export function ReferralTrack({ c, events }: { c: Context<Env>; events: readonly ReferralEvent[] }) {
  const { language } = c.var
  return (
    <StatusTrack
      items={events.map((event, index) => ({
        label: <EventText c={c} event={event} />,
        time: <time datetime={event.at.toISOString()}>{momentShort(event.at, language)}</time>,
        state: index === events.length - 1 ? ('current' as const) : ('done' as const),
      }))}
    />
  )
}

function EventText({ c, event }: { c: Context<Env>; event: ReferralEvent }) {
  const { t } = c.var
  const what =
    event.kind === 'witness'
      ? t('referral.event.witness')
      : event.kind === 'opened'
        ? t('referral.event.opened')
        : t(`referral.status.${statusKey(event.toStatus)}`)
  const who = event.actorLabel ?? (event.side === 'person' ? t('referral.event.person') : undefined)
  const step =
    event.businessStatus === 'appointment-booked'
      ? ` (${t('referral.business.appointment-booked')})`
      : event.businessStatus === 'first-service-given'
        ? ` (${t('referral.business.first-service-given')})`
        : ''
  const why = event.reason ? ` – ${t(`referral.reason.${reasonKey(event.reason)}`)}` : ''
  return (
    <>
      {what}
      {step}
      {who && <> – {event.side === 'target' ? <French>{who}</French> : <Bidi>{who}</Bidi>}</>}
      {why}
    </>
  )
}

export function statusKey(status: string | null): Status {
  return statuses.find((each) => each === status) ?? 'draft'
}

export function reasonKey(reason: string): Reason {
  return reasons.find((each) => each === reason) ?? 'wrong-service'
}

/** The state in one sentence, for whoever reads it. */
export function stateText(c: Context<Env>, referral: StoredReferral): string {
  return c.var.t(`referral.status.${referral.status}`)
}
