import type { Context } from 'hono'
import { directionOf, isLanguage, isUrgentOnly, sourceLanguage } from '#kernel/language.ts'
import type { Env } from '#platform/http/env.ts'
import { showInFrames } from '#platform/http/headers.ts'
import { phoneInWords, telOf } from '#platform/text/phone.ts'
import { speak } from '#features/access/index.ts'
import { Card, EmbedLayout, EmptyState, French, PhoneList, Tag } from '#ui/index.ts'
import { readLooking, type Gazetteer, type Looking } from '../domain/looking.ts'
import { lookFor, type Listed, type Looked } from '../looked.ts'
import { gazetteerOf } from './list-page.tsx'

/** What a list of another site may ask for: who looks, and their situation, it does not know. */
const asked = ['need', 'region', 'place', 'speaks'] as const
const minutesKept = 5

/** The same search as the list of services, for a frame on somebody else's page. It knows nobody: no cookie is read or set. */
export async function showEmbed(c: Context<Env>, places: Pick<Gazetteer, 'findPlace' | 'nearest'>) {
  const wanted = c.req.query('lang')
  speak(c, isLanguage(wanted) && !isUrgentOnly(wanted) ? wanted : sourceLanguage)
  const { language, services, now } = c.var
  const given = Object.fromEntries(asked.map((name) => [name, c.req.query(name) ?? '']))
  const looking = readLooking(given, gazetteerOf(services.reference, places))
  const anyone = { status: undefined, region: null, lat: null, lon: null, language }
  const looked = await lookFor(services.pool, looking, anyone, { now, holiday: false }, undefined)
  showInFrames(c)
  c.header('Cache-Control', `public, max-age=${minutesKept * 60}`)
  return c.html(<EmbedList c={c} looking={looking} looked={looked} />)
}

function EmbedList({ c, looking, looked }: { c: Context<Env>; looking: Looking; looked: Looked }) {
  const { t, language, services } = c.var
  const title = looking.need
    ? (services.reference.words(language).needs[looking.need]?.title ?? looking.need)
    : t('matching.embed.title')
  const { listed, instead } = looked
  return (
    <EmbedLayout
      lang={language}
      dir={directionOf(language)}
      title={`${title} – ${services.config.serviceName}`}
      footer={<Foot c={c} looking={looking} />}
    >
      <h1>{title}</h1>
      <Where c={c} looking={looking} />
      <p class="muted">{t('matching.embed.tab')}</p>
      {listed.map((each) => (
        <Service c={c} listed={each} />
      ))}
      {listed.length === 0 && <Nothing c={c} />}
      {instead && <h2>{t('matching.list.instead')}</h2>}
      {instead?.listed.map((each) => (
        <Service c={c} listed={each} level={3} />
      ))}
    </EmbedLayout>
  )
}

/** The place of the list: a name in French, in a sentence of any language. */
function Where({ c, looking }: { c: Context<Env>; looking: Looking }) {
  const region = c.var.services.reference.regions.find(({ code }) => code === looking.region)?.name
  const names = [...new Set([looking.place?.name, region])].filter((name) => name !== undefined)
  if (names.length === 0) return <p class="lead">{c.var.t('matching.all-regions')}</p>
  return (
    <p class="lead">
      <French>{names.join(', ')}</French>
    </p>
  )
}

/** A name, whose it is, a telephone and the way to its page: never where it stands. */
function Service({ c, listed: { offer }, level = 2 }: { c: Context<Env>; listed: Listed; level?: 2 | 3 }) {
  const { t, language } = c.var
  return (
    <Card
      level={level}
      title={
        <a href={`/${language}/services/${offer.serviceId}`} target="_blank" rel="noopener">
          <French>{offer.name}</French>
        </a>
      }
    >
      <p>
        <French>{offer.organizationName}</French>
      </p>
      {offer.phones.slice(0, 1).map((phone) => (
        <p>
          <a class="tel" href={`tel:${telOf(phone)}`}>
            <bdi dir="ltr">{phoneInWords(phone)}</bdi>
          </a>
        </p>
      ))}
      {offer.confirmedOn === null && <Tag tone="yellow">{t('matching.to-confirm')}</Tag>}
    </Card>
  )
}

function Nothing({ c }: { c: Context<Env> }) {
  const { t, services } = c.var
  const { officePhone } = services.config
  return (
    <EmptyState title={t('matching.list.none')}>
      <p>{t('matching.list.none-text')}</p>
      <PhoneList lines={[{ name: t('matching.list.office'), tel: telOf(officePhone), display: officePhone }]} />
    </EmptyState>
  )
}

function Foot({ c, looking }: { c: Context<Env>; looking: Looking }) {
  const { t, language, services } = c.var
  const same = new URLSearchParams(
    Object.entries({
      need: looking.need,
      place: looking.place?.label ?? null,
      region: looking.place ? null : looking.region,
      speaks: looking.language,
    }).filter((pair): pair is [string, string] => pair[1] !== null),
  )
  return (
    <>
      <p>
        <a href={`/${language}/services?${same.toString()}`} target="_blank" rel="noopener">
          {t('matching.embed.all')}
        </a>
      </p>
      <p>
        <a href={`/${language}/`} target="_blank" rel="noopener">
          <French>{services.config.serviceName}</French>
        </a>
      </p>
      <p class="muted">
        <a href={`/${language}/embed`} target="_blank" rel="noopener">
          {t('matching.embed.yours')}
        </a>
      </p>
    </>
  )
}
