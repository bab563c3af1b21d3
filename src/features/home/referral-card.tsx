import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { momentInWords } from '#platform/text/dates.ts'
import { formFields } from '#features/access/index.ts'
import type { Consent } from '#features/consent/index.ts'
import { isTerminal, stateText, type StoredReferral } from '#features/referral/index.ts'
import { Button, Card, Form, French, Tag } from '#ui/index.ts'

/** One help on the person's home: who, where it stands, when, and the one tap that confirms. */
export function ReferralCard({
  c,
  referral,
  consent,
}: {
  c: Context<Env>
  referral: StoredReferral
  consent: Consent | undefined
}) {
  const { t, language } = c.var
  const canConfirm =
    !isTerminal(referral.status) && referral.status !== 'requested' && referral.personConfirmedAt === null
  return (
    <Card
      title={
        <a href={`/${language}/me/referrals/${referral.id}`}>
          <French>{referral.serviceName}</French>
        </a>
      }
    >
      <p>
        <French>{referral.organizationName}</French>
      </p>
      <p>
        <Tag tone={referral.status === 'completed' ? 'green' : isTerminal(referral.status) ? 'neutral' : 'blue'}>
          {stateText(c, referral)}
        </Tag>
      </p>
      {referral.proposedAt && !isTerminal(referral.status) && (
        <p>
          {t('home.referrals.date')} <strong>{momentInWords(referral.proposedAt, language)}</strong>
        </p>
      )}
      {canConfirm && consent?.state === 'given' && <ConfirmForm c={c} id={referral.id} />}
      {referral.personConfirmedAt && !isTerminal(referral.status) && <p>{t('home.referrals.confirmed')}</p>}
    </Card>
  )
}

function ConfirmForm({ c, id }: { c: Context<Env>; id: string }) {
  return (
    <Form action={`/${c.var.language}/me/referrals/${id}/confirm`} {...formFields(c)}>
      <Button kind="primary">{c.var.t('home.referrals.confirm')}</Button>
    </Form>
  )
}
