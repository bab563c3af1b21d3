import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { formFields } from '#features/access/index.ts'
import { ConsentPoints, type Consent } from '#features/consent/index.ts'
import type { StoredReferral } from '#features/referral/index.ts'
import { Button, Card, Choices, Details, Form, Notice, Select } from '#ui/index.ts'

/** Two ways to ask: on the person's own screen, or aloud with the words to read and a confirmation to the person. */
export function AskConsent({
  c,
  referral,
  consent,
}: {
  c: Context<Env>
  referral: StoredReferral
  consent: Consent | undefined
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
          <ConsentWords c={c} organization={referral.organizationName} />
        </Details>
        <Form action={action('consent')} {...formFields(c)}>
          <Select
            name="language"
            label={t('workspace.consent.language')}
            value="fr"
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

/** The words to read aloud, the same as on the person's screen. */
function ConsentWords({ c, organization }: { c: Context<Env>; organization: string }) {
  const { t } = c.var
  return (
    <>
      <p>
        {t('consent.lead')} {organization}
      </p>
      <ConsentPoints c={c} />
      <p>{t('consent.title')}</p>
    </>
  )
}
