import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { directionOf, isUrgentOnly, languages, sourceLanguage, type Language } from '#kernel/language.ts'
import type { Env } from '#platform/http/env.ts'
import { neutralPage } from '#platform/http/headers.ts'
import { PublicLayout, WorkspaceLayout } from '#ui/index.ts'
import { telOf } from '#platform/text/phone.ts'
import { formFields } from './form-token.ts'
import { choice } from './language.ts'

const autonyms: Record<Language, string> = {
  fr: 'Français',
  en: 'English',
  es: 'Español',
  ar: 'العربية',
  ht: 'Kreyòl ayisyen',
}

type PublicPage = {
  title: string
  status?: 200 | 400 | 401 | 403 | 404 | 410 | 413 | 415 | 422 | 429 | 500 | 503
  path?: string
  exit?: boolean
  /** Written in the languages of the urgent pages too. */
  urgent?: boolean
  /** What the page does beyond working, where scripts run. */
  scripts?: readonly string[]
  children: Child
}

/** A page for newcomers: small, in their language, usable without scripts. `path` is what follows the language in its address. */
export function publicPage(
  c: Context<Env>,
  { title, status = 200, path, exit = false, urgent = false, scripts = [], children }: PublicPage,
) {
  const { t, language, services } = c.var
  const rest = path ?? c.req.path.replace(/^\/[a-z]{2}(?=\/)/, '')
  const nav =
    c.var.actor?.kind === 'newcomer' || c.var.actor?.kind === 'draft'
      ? [{ href: `/${language}/plan`, label: t('common.nav.plan'), current: rest === '/plan' }].concat(
          c.var.actor.kind === 'newcomer'
            ? [{ href: `/${language}/me`, label: t('common.nav.me'), current: rest.startsWith('/me') }]
            : [],
        )
      : []
  return c.html(
    <PublicLayout
      lang={language}
      dir={directionOf(language)}
      title={`${title} – ${services.config.serviceName}`}
      serviceName={services.config.serviceName}
      homeHref={`/${language}/`}
      languages={languageLinks(c, rest, urgent)}
      words={{
        skip: t('common.skip'),
        languages: t('common.languages'),
        privacy: t('common.privacy'),
        accessibility: t('common.accessibility'),
        help: t('common.help'),
        ...(services.config.demo ? { demo: t('common.demo') } : {}),
      }}
      links={{
        privacy: `/${language}/privacy`,
        accessibility: `/${language}/accessibility`,
        help: `/${language}/help`,
      }}
      phone={{
        tel: telOf(services.config.officePhone),
        display: services.config.officePhone,
        label: t('common.phone'),
      }}
      nav={nav}
      {...(exit
        ? {
            exit: {
              action: `/${language}/leave`,
              label: t('common.leave'),
              formToken: formFields(c).token,
              leaveHref: neutralPage,
            },
          }
        : {})}
      scripts={[...(exit ? ['/assets/exit.js'] : []), ...scripts]}
    >
      <InFrench c={c} />
      {children}
    </PublicLayout>,
    status,
  )
}

/** The same page in each language that it is written in; French is said to be chosen where it might only have been met. */
function languageLinks({ var: { language, wanted } }: Context<Env>, rest: string, urgent: boolean) {
  return languages
    .filter((each) => urgent || !isUrgentOnly(each) || each === language)
    .map((each) => ({
      lang: each,
      dir: directionOf(each),
      autonym: autonyms[each],
      href: `/${each}${rest}${each === sourceLanguage && isUrgentOnly(wanted ?? language) ? `?${choice}=${each}` : ''}`,
      current: each === language,
    }))
}

/** One line for whoever reads another language: that this page is French for now, who to call, where their own pages are. */
function InFrench({ c }: { c: Context<Env> }) {
  const { wanted, services } = c.var
  if (!wanted) return null
  const t = services.words.in(wanted)
  const { officePhone } = services.config
  return (
    <div class="notice info" lang={wanted} dir={directionOf(wanted)}>
      {t('common.in-french')}{' '}
      <a href={`tel:${telOf(officePhone)}`}>
        <bdi dir="ltr">{officePhone}</bdi>
      </a>{' '}
      · <a href={`/${wanted}/help`}>{t('common.help')}</a>
    </div>
  )
}

type WorkspacePage = { title: string; status?: 200 | 401 | 403 | 404 | 409 | 410 | 422; children: Child }

/** A page for agents and organizations: dense, calm, in French. */
export function workspacePage(c: Context<Env>, { title, status = 200, children }: WorkspacePage) {
  const { t, services, actor } = c.var
  const at = (href: string, label: string) => ({ href, label, current: c.req.path === href })
  const nav =
    actor?.kind === 'agent'
      ? [at('/workspace', t('workspace.nav.queue')), at('/workspace/directory', t('workspace.nav.directory'))]
      : []
  return c.html(
    <WorkspaceLayout
      lang="fr"
      title={`${title} – ${services.config.serviceName}`}
      serviceName={services.config.serviceName}
      nav={nav}
      words={{ skip: t('common.skip'), ...(services.config.demo ? { demo: t('common.demo') } : {}) }}
      {...(actor?.kind === 'agent'
        ? {
            user: {
              name: actor.label,
              role: t(`workspace.role.${actor.role}`),
              signOutAction: '/workspace/sign-out',
              signOutLabel: t('workspace.sign-out'),
              formToken: formFields(c).token,
            },
          }
        : {})}
    >
      {children}
    </WorkspaceLayout>,
    status,
  )
}
