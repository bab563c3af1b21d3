import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { momentShort } from '#platform/text/dates.ts'
import { auditOfFile } from '#features/audit/index.ts'
import { messagesOfFile } from '#features/messaging/index.ts'
import { Bidi, Details } from '#ui/index.ts'

const actions = [
  'file.opened',
  'task.taken',
  'task.ended',
  'meeting.noted',
  'referral.drafted',
  'consent.asked',
  'consent.recorded',
  'referral.sent',
  'referral.cancelled',
  'referral.read',
  'referral.answered',
  'call.opened',
  'call.ended',
] as const
const mails = [
  'registration',
  'sign-in',
  'referral-request',
  'referral-accepted',
  'referral-declined',
  'referral-cancelled',
  'referral-witness',
  'consent-asked',
  'consent-recorded',
] as const

/** Who saw or did what, and which messages left: the same that the person can read. */
export async function History({ c, fileId }: { c: Context<Env>; fileId: string }) {
  const { t, db } = c.var
  const entries = await auditOfFile(db, fileId, 30)
  const messages = await messagesOfFile(db, fileId)
  return (
    <Details summary={t('workspace.file.history')}>
      <ul>
        {entries.map((entry) => (
          <li>
            {momentShort(entry.at, 'fr')} – <Bidi>{entry.actorLabel ?? t('home.seen.system')}</Bidi>{' '}
            {t(`workspace.action.${actions.find((each) => each === entry.action) ?? 'other'}`)}
            {entry.outcome === 'refused' ? ` (${t('workspace.file.refused')})` : ''}
          </li>
        ))}
      </ul>
      <h3>{t('workspace.file.messages')}</h3>
      <ul>
        {messages.map((message) => (
          <li>
            {momentShort(message.createdAt, 'fr')} –{' '}
            {t(`workspace.mail.${mails.find((each) => each === message.template) ?? 'other'}`)} –{' '}
            {t(`workspace.message.${message.state}`)}
          </li>
        ))}
      </ul>
    </Details>
  )
}
