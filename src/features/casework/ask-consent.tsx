import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { formFields } from '#features/access/index.ts'
import { ConsentPoints, type Consent } from '#features/consent/index.ts'
import { SharedList, type Content, type StoredReferral } from '#features/referral/index.ts'
import { Button, Card, Choices, Details, Form, Notice, Select } from '#ui/index.ts'

/** Two ways to ask: on the person's own screen, or aloud with the words to read and a confirmation to the person. */
export function AskConsent({
  c,
  referral,
  consent,
  content,
}: {
  c: Context<Env>
  referral: StoredReferral
  consent: Consent | undefined
  content: Content | undefined
}) {
  const { t, services } = c.var
  const action = (verb: string) => `/workspace/files/${referral.fileId}/referrals/${referral.id}/${verb}`
  const languages = Object.entries(services.reference.words('fr').questions['prefer_language']?.options ?? {})
  return (
    <div class="columns">
      <Card title={t('workspace.consent.ask-screen')} level={2}>
        <p>{t('workspace.consent.ask-screen-text')}</p>
        {consent?.state === 'asked' ? (
          <Notice kind="info">{t('workspace.consent.waiting')}</Notice>
        ) : (
          <Form action={action('consent')} {...formFields(c)}>
            <Button kind="primary" name="channel" value="screen">
              {t('workspace.consent.send-request')}
            </Button>
          </Form>
        )}
      </Card>
      <Card title={t('workspace.consent.oral')} level={2}>
        <p>{t('workspace.consent.oral-text')}</p>
        <Details summary={t('workspace.consent.read')}>
          <ConsentWords c={c} referral={referral} content={content} />
        </Details>
        <Form action={action('consent')} {...formFields(c)}>
          <Select
            name="language"
            label={t('workspace.consent.language')}
            value={content?.language ?? 'fr'}
            options={languages.map(([value, label]) => ({ value, label }))}
          />
          <Choices
            name="said-yes"
            legend={t('workspace.consent.said')}
            type="checkbox"
            selected={[]}
            options={[{ value: 'yes', label: t('workspace.consent.said-yes') }]}
          />
          <Button kind="secondary" name="channel" value="oral">
            {t('workspace.consent.record')}
          </Button>
        </Form>
      </Card>
    </div>
  )
}

/** The words to read aloud, the same as on the person's screen: to whom, what exactly, and what it means. */
function ConsentWords({
  c,
  referral,
  content,
}: {
  c: Context<Env>
  referral: StoredReferral
  content: Content | undefined
}) {
  const { t } = c.var
  return (
    <>
      <p>
        {t('consent.lead')} {referral.organizationName}
      </p>
      <p>{t('consent.what')}</p>
      {content && <SharedList c={c} content={content} needId={referral.needId} />}
      <ConsentPoints c={c} />
      <p>{t('consent.title')}</p>
    </>
  )
}
