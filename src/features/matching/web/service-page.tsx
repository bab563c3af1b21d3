import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { parseId } from '#kernel/id.ts'
import { dayOf } from '#kernel/day.ts'
import { directionOf } from '#kernel/language.ts'
import type { Env } from '#platform/http/env.ts'
import { dayInWords } from '#platform/text/dates.ts'
import { languageName } from '#platform/text/languages.ts'
import { phoneInWords, telOf } from '#platform/text/phone.ts'
import { publicPage } from '#features/access/index.ts'
import { freshnessOf, openNow, serviceById, zoneOf, type ServiceDetail } from '#features/directory/index.ts'
import { BackLink, Bidi, French, Notice, PhoneList, PrintLayout, SummaryList, Tag } from '#ui/index.ts'
import { clockInWords, hoursLines } from './hours.ts'
import { jsonLd } from './json-ld.tsx'
import type { Lookers } from './list-page.tsx'
import { Qr, Share } from './share.tsx'
import { Sketch } from './sketch.tsx'

type Next = () => Promise<void>
type ById = Context<Env, '/:language/services/:id'>

async function shown(c: ById): Promise<ServiceDetail | undefined> {
  const id = parseId(c.req.param('id'))
  const service = id ? await serviceById(c.var.db, id) : undefined
  return service?.status === 'active' && service.hiddenAt === null ? service : undefined
}

export async function showService(c: ById, next: Next, { seekerOf, places }: Lookers) {
  const service = await shown(c)
  if (!service) return next()
  const { t, language } = c.var
  const seeker = await seekerOf(c)
  const { lat, lon } = seeker
  const from = lat !== null && lon !== null ? places(c).nearest(lat, lon) : undefined
  const path = `/${language}/services/${service.serviceId}`
  return publicPage(c, {
    exit: true,
    title: service.name,
    children: (
      <>
        <BackLink href={`/${language}/services`}>{t('common.back')}</BackLink>
        <h1>
          <French>{service.name}</French>
        </h1>
        <p class="lead">
          <a href={`/${language}/organizations/${service.organizationId}`}>
            <French>{service.organizationName}</French>
          </a>
        </p>
        <Standing c={c} service={service} />
        <p>
          <French>{service.description}</French>
        </p>
        <PhoneList
          lines={service.phones.map((phone) => ({
            name: t('matching.call'),
            tel: telOf(phone),
            display: phoneInWords(phone),
          }))}
        />
        <SummaryList rows={rowsOf(c, service)} />
        {from && service.lat !== null && service.lon !== null && (
          <Sketch c={c} from={from} to={{ lat: service.lat, lon: service.lon }} />
        )}
        <p>
          <a href={`${path}/report`}>{t('matching.report')}</a>
        </p>
        <Share c={c} path={path} title={service.name} print={`${path}/card`} />
        {jsonLd(c, service)}
      </>
    ),
  })
}

function Standing({ c, service }: { c: Context<Env>; service: ServiceDetail }) {
  const { t } = c.var
  return (
    <>
      {service.invented && <Notice kind="warning">{t('matching.invented')}</Notice>}
      <Confirmed c={c} service={service} />
      <p>
        <OpenNow c={c} service={service} />
      </p>
    </>
  )
}

/** Whether somebody stands behind what is said, and since when. */
function Confirmed({ c, service }: { c: Context<Env>; service: ServiceDetail }) {
  const { t, language, now } = c.var
  const fresh = freshnessOf(service.assuredOn, service.rhythmMonths, dayOf(now))
  if (fresh.kind === 'doubtful')
    return <Notice kind="warning">{t('matching.to-confirm-since', { day: dayInWords(fresh.since, language) })}</Notice>
  return fresh.kind === 'to-confirm' && service.confirmedOn === null ? (
    <Notice kind="info">{t('matching.to-confirm-text')}</Notice>
  ) : (
    <></>
  )
}

function OpenNow({ c, service }: { c: Context<Env>; service: ServiceDetail }) {
  const { t, language, now, services } = c.var
  const said = openNow(service.schedules, zoneOf(service.lat, service.lon), now, services.reference.holidays)
  if (said.kind === 'open')
    return <Tag tone="green">{t('matching.open-until', { time: clockInWords(said.until, language) })}</Tag>
  if (said.kind === 'closed') return <Tag>{t('matching.closed')}</Tag>
  return said.holiday ? <Tag tone="yellow">{t('matching.hours.holiday')}</Tag> : <></>
}

type Row = { key: string; value: Child }

function rowsOf(c: Context<Env>, service: ServiceDetail): Row[] {
  const { t, language } = c.var
  const unknown = t('matching.not-known')
  const accepted = service.statuses.filter((each) => each.accepts).length
  const hours = hoursLines(c.var, service.schedules)
  const place = service.addressLines.join(', ') || service.city
  return [
    {
      key: t('matching.place'),
      value: service.confidential ? t('matching.confidential') : place ? <French>{place}</French> : unknown,
    },
    { key: t('matching.hours'), value: hours.length === 0 ? unknown : lines(hours) },
    {
      key: t('matching.statuses'),
      value: accepted > 0 ? t('matching.statuses-some', { count: accepted }) : t('matching.statuses-unknown'),
    },
    {
      key: t('matching.languages'),
      value: service.languages.map((code) => languageName(code, language)).join(', ') || unknown,
    },
    { key: t('matching.cost'), value: service.fees ? <French>{service.fees}</French> : unknown },
    ...toldOnly(c, service),
    {
      key: t('matching.source'),
      value: t('matching.source-text', {
        source: service.sourceName,
        day: dayInWords(dayOf(service.lastModified), language),
      }),
    },
  ]
}

/** Lines that stand only where a source says something. */
function toldOnly({ var: { t, language } }: Context<Env>, service: ServiceDetail): Row[] {
  const { applicationProcess, waitTime, eligibility, url, website, email } = service
  const said = service.assuredOn ?? service.confirmedOn
  const web = url ?? website
  const french = (key: string, text: string | null) => (text ? [{ key, value: <French>{text}</French> }] : [])
  return [
    ...french(t('matching.come'), [applicationProcess, eligibility].filter(Boolean).join(' ') || null),
    ...french(t('matching.wait'), waitTime),
    ...(web
      ? [
          {
            key: t('matching.web'),
            value: (
              <a href={web} rel="noreferrer noopener">
                {new URL(web).hostname}
              </a>
            ),
          },
        ]
      : []),
    ...(email ? [{ key: t('matching.mail'), value: <a href={`mailto:${email}`}>{email}</a> }] : []),
    ...(said ? [{ key: t('matching.confirmed'), value: dayInWords(said, language) }] : []),
  ]
}

function lines(all: readonly string[]): Child {
  return all.map((line) => (
    <>
      <Bidi>{line}</Bidi>
      <br />
    </>
  ))
}

/** One page of paper: what one needs at the door, and a code back to the page. */
export async function showCard(c: ById, next: Next) {
  const service = await shown(c)
  if (!service) return next()
  const { t, language, services } = c.var
  const path = `/${language}/services/${service.serviceId}`
  return c.html(
    <PrintLayout
      lang={language}
      dir={directionOf(language)}
      title={`${service.name} – ${services.config.serviceName}`}
      serviceName={services.config.serviceName}
      footer={<p>{t('matching.card.title')}</p>}
    >
      <BackLink href={path}>{t('common.back')}</BackLink>
      <h1>
        <French>{service.name}</French>
      </h1>
      <p>
        <French>{service.organizationName}</French>
      </p>
      <p class="lead">
        {service.phones.map((phone) => (
          <bdi dir="ltr">{phoneInWords(phone)} </bdi>
        ))}
      </p>
      <SummaryList rows={rowsOf(c, service)} />
      <Qr text={`${services.config.publicUrl}${path}`} />
    </PrintLayout>,
  )
}
