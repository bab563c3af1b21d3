import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { formFields } from '#features/access/index.ts'
import { servicesAnswering } from '#features/directory/index.ts'
import { Button, Card, Choices, DateField, Form, Select, TextField } from '#ui/index.ts'
import { organizationReasons } from '../domain/referral.ts'
import type { StoredReferral } from '../store.ts'

/** Other services for the same need: "not us, but them". */
export async function alternatives(c: Context<Env>, referral: StoredReferral) {
  const offers = await servicesAnswering(c.var.db, [referral.needId], referral.region)
  return offers
    .filter((offer) => offer.organizationId !== referral.organizationId)
    .slice(0, 30)
    .map((offer) => ({ value: offer.serviceId, label: `${offer.name} – ${offer.organizationName}` }))
}

export function Answer({
  c,
  referral,
  others,
}: {
  c: Context<Env>
  referral: StoredReferral
  others: { value: string; label: string }[]
}) {
  const { t } = c.var
  const { token, requestKey } = formFields(c)
  const version = <input type="hidden" name="version" value={String(referral.version)} />
  const { form } = c.var
  const kept = (name: string) => form?.get(name) ?? ''
  return (
    <>
      <Card title={t('referral.accept.title')}>
        <Form action={`/workspace/referrals/${referral.id}/accept`} token={token} requestKey={requestKey}>
          {version}
          <DateField
            name="date"
            legend={t('referral.accept.date')}
            hint={t('referral.accept.hint')}
            day={kept('date-day')}
            month={kept('date-month')}
            year={kept('date-year')}
            words={{ day: t('common.day'), month: t('common.month'), year: t('common.year') }}
          />
          <TextField
            name="time"
            label={t('referral.accept.time')}
            hint={t('referral.accept.time-hint')}
            value={kept('time')}
            maxlength={5}
          />
          <Button kind="primary">{t('referral.accept.button')}</Button>
        </Form>
      </Card>
      <Card title={t('referral.decline.title')}>
        <Form action={`/workspace/referrals/${referral.id}/decline`} token={token} requestKey={requestKey}>
          {version}
          <Choices
            name="reason"
            legend={t('referral.decline.reason')}
            type="radio"
            selected={[kept('reason')]}
            options={organizationReasons.map((value) => ({ value, label: t(`referral.reason.${value}`) }))}
          />
          <Select
            name="next"
            label={t('referral.decline.next')}
            value={kept('next')}
            options={[{ value: '', label: t('referral.decline.none') }, ...others]}
          />
          <Button kind="secondary">{t('referral.decline.button')}</Button>
        </Form>
      </Card>
    </>
  )
}

export function FirstService({ c, referral }: { c: Context<Env>; referral: StoredReferral }) {
  const { t } = c.var
  const { token, requestKey } = formFields(c)
  return (
    <Card title={t('referral.first.title')}>
      <p>{t('referral.first.text')}</p>
      <Form action={`/workspace/referrals/${referral.id}/first-service`} token={token} requestKey={requestKey}>
        <input type="hidden" name="version" value={String(referral.version)} />
        <Button kind="primary">{t('referral.first.button')}</Button>
      </Form>
    </Card>
  )
}
