import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { formFields } from '#features/access/index.ts'
import { ConsentPoints, type Consent } from '#features/consent/index.ts'
import { SharedList, type Content, type StoredReferral } from '#features/referral/index.ts'
import { Button, Form, French } from '#ui/index.ts'

/** Consent on the person's own screen: who, what exactly, why, until when; two buttons of the same weight and nothing ticked. */
export function AskedPage({
  c,
  referral,
  consent,
  content,
}: {
  c: Context<Env>
  referral: StoredReferral
  consent: Consent
  content: Content | undefined
}) {
  const { t, language } = c.var
  const action = `/${language}/me/consents/${consent.id}`
  return (
    <>
      <h1>{t('consent.title')}</h1>
      <p class="lead">
        {t('consent.lead')} <French>{referral.organizationName}</French>
      </p>
      <h2>{t('consent.what')}</h2>
      {content && <SharedList c={c} content={content} needId={referral.needId} />}
      <ConsentPoints c={c} />
      {language !== 'fr' && (
        <p class="muted">
          {t('consent.not-reviewed')}{' '}
          <a href={`/fr/me/referrals/${referral.id}`} lang="fr">
            Français
          </a>
        </p>
      )}
      <Form action={action} {...formFields(c)}>
        <p class="actions">
          <Button kind="primary" name="answer" value="yes">
            {t('consent.yes')}
          </Button>
          <Button kind="secondary" name="answer" value="no">
            {t('consent.no')}
          </Button>
        </p>
      </Form>
    </>
  )
}
