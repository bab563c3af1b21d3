import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { formFields } from '#features/access/index.ts'
import { ConsentPoints, type Consent } from '#features/consent/index.ts'
import type { Content, StoredReferral } from '#features/referral/index.ts'
import { Bidi, Button, Form, French, SummaryList } from '#ui/index.ts'

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

export function SharedList({ c, content, needId }: { c: Context<Env>; content: Content; needId: string }) {
  const { t } = c.var
  return (
    <SummaryList
      rows={[
        { key: t('consent.item.name'), value: <Bidi>{content.firstName}</Bidi> },
        { key: t('consent.item.email'), value: <bdi dir="ltr">{content.email}</bdi> },
        {
          key: t('consent.item.language'),
          value:
            c.var.services.reference.words(c.var.language).questions['prefer_language']?.options[content.language] ??
            content.language,
        },
        ...(content.city ? [{ key: t('consent.item.city'), value: content.city }] : []),
        {
          key: t('consent.item.need'),
          value:
            c.var.language === 'fr' ? (
              content.needTitle
            ) : (
              <>
                {c.var.services.reference.words(c.var.language).needs[needId]?.title} –{' '}
                <French>{content.needTitle}</French>
              </>
            ),
        },
        ...(content.words ? [{ key: t('consent.item.words'), value: <Bidi>{content.words}</Bidi> }] : []),
        ...(content.done.length > 0
          ? [
              {
                key: t('consent.item.done'),
                value: (
                  <French>
                    <ul>
                      {content.done.map((each) => (
                        <li>{each}</li>
                      ))}
                    </ul>
                  </French>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
