import { Hono } from 'hono'
import { negotiate, isLanguage, isUrgentOnly, languages } from '#kernel/language.ts'
import { getCookie } from 'hono/cookie'
import type { Env } from '#platform/http/env.ts'
import { telOf } from '#platform/text/phone.ts'
import { openToAll, publicPage } from '#features/access/index.ts'
import { ButtonLink, PhoneList, SummaryList } from '#ui/index.ts'

/** Pages that reach no one's data: the door, privacy, accessibility. */
export const publicPages = new Hono<Env>()

publicPages.get('/', openToAll(), (c) => {
  const chosen = getCookie(c, 'aq-language')
  return c.redirect(`/${isLanguage(chosen) ? chosen : negotiate(c.req.header('accept-language'))}/`, 302)
})

/** Six needs someone may come with; the words are those of reference/needs. */
const tiles = ['home', 'find_job', 'learn_french', 'identity', 'health_register', 'school'] as const

publicPages.get('/:language/', openToAll(), (c) => {
  const { t, language, services } = c.var
  const words = services.reference.words(language)
  return publicPage(c, {
    title: t('home.door.title'),
    path: '/',
    children: (
      <>
        <h1>{t('home.door.title')}</h1>
        <p class="lead">{t('home.door.lead')}</p>
        <p class="actions">
          <ButtonLink href={`/${language}/assessment`} kind="primary">
            {t('home.door.begin')}
          </ButtonLink>
          <ButtonLink href={`/${language}/resume`} kind="secondary">
            {t('access.resume.title')}
          </ButtonLink>
        </p>
        <p>{t('home.door.free')}</p>
        <h2>{t('home.door.needs')}</h2>
        <ul class="tiles plain-list">
          {tiles.map((id) => (
            <li class="tile">
              <a href={`/${language}/services?need=${id}`}>{words.needs[id]?.title ?? id}</a>
            </li>
          ))}
        </ul>
        <h2>{t('home.door.urgent')}</h2>
        <p>
          <a href={`/${language}/help`}>{t('assessment.help.title')}</a>
          {languages.filter(isUrgentOnly).map((each) => (
            <>
              {' · '}
              <a href={`/${each}/help`} lang={each} hreflang={each}>
                {services.words.in(each)('assessment.help.title')}
              </a>
            </>
          ))}
        </p>
        <PhoneList
          lines={[
            {
              name: t('home.door.human'),
              tel: telOf(services.config.officePhone),
              display: services.config.officePhone,
            },
          ]}
        />
      </>
    ),
  })
})

const privacyRows = ['what', 'why', 'who', 'not', 'long', 'rights', 'where', 'safety', 'contact'] as const

publicPages.get('/:language/privacy', openToAll(), (c) => {
  const { t, services } = c.var
  return publicPage(c, {
    title: t('home.privacy.title'),
    children: (
      <>
        <h1>{t('home.privacy.title')}</h1>
        <p class="lead">{t('home.privacy.lead')}</p>
        <SummaryList
          rows={privacyRows.map((row) => ({ key: t(`home.privacy.${row}`), value: t(`home.privacy.${row}-text`) }))}
        />
        <PhoneList
          lines={[
            {
              name: t('home.privacy.ask'),
              tel: telOf(services.config.officePhone),
              display: services.config.officePhone,
            },
          ]}
        />
      </>
    ),
  })
})

publicPages.get('/:language/accessibility', openToAll(), (c) => {
  const { t, services } = c.var
  return publicPage(c, {
    title: t('home.accessibility.title'),
    children: (
      <>
        <h1>{t('home.accessibility.title')}</h1>
        <p>{t('home.accessibility.aim')}</p>
        <p>{t('home.accessibility.tested')}</p>
        <p>{t('home.accessibility.limits')}</p>
        <h2>{t('home.accessibility.problem')}</h2>
        <PhoneList
          lines={[
            {
              name: t('home.accessibility.ask'),
              tel: telOf(services.config.officePhone),
              display: services.config.officePhone,
            },
          ]}
        />
      </>
    ),
  })
})
