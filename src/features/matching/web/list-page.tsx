import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { dayOf } from '#kernel/day.ts'
import type { Env } from '#platform/http/env.ts'
import type { Reference } from '#platform/reference/load.ts'
import { telOf } from '#platform/text/phone.ts'
import { publicPage } from '#features/access/index.ts'
import { EmptyState, Notice, Pager, PhoneList } from '#ui/index.ts'
import { readLooking, type Gazetteer, type Looking } from '../domain/looking.ts'
import type { Seeker } from '../domain/rank.ts'
import { lookFor, noteUnmet, type Listed, type Looked } from '../looked.ts'
import { ServiceCard } from './card.tsx'
import { Filters } from './filters.tsx'

/** Who looks, and which places are known; both come later in the journey, so main hands them in. */
export type Lookers = {
  seekerOf: (c: Context<Env>) => Promise<Seeker>
  places: (c: Context<Env>) => Pick<Gazetteer, 'findPlace' | 'nearest'>
}

/** Need first: what is looked for, where, and who takes the person, with the reason for each. */
export async function showList(c: Context<Env>, { seekerOf, places }: Lookers) {
  const { t, services, db, now } = c.var
  const { reference } = services
  const seeker = await seekerOf(c)
  const looking = readLooking(c.req.query(), gazetteerOf(reference, places(c)))
  const asked = looking.text !== '' || looking.need !== null || looking.how !== null
  const holiday = reference.holidays.has(dayOf(now))
  const after = c.req.query('after')
  const looked = asked ? await lookFor(db, looking, seeker, { now, holiday }, after) : undefined
  if (looked?.listed.length === 0 && after === undefined) await noteUnmet(services.pool, looking, seeker, now)
  c.header('Permissions-Policy', 'geolocation=(self), camera=(), microphone=()') // "near me", on tap only
  return publicPage(c, {
    exit: true,
    title: t('matching.list.title'),
    path: '/services',
    children: (
      <>
        <h1>{t('matching.list.title')}</h1>
        <Filters c={c} looking={looking} />
        {looking.now && holiday && <Notice kind="warning">{t('matching.list.holiday')}</Notice>}
        {looked ? <Results c={c} looking={looking} looked={looked} /> : <Needs c={c} />}
      </>
    ),
  })
}

/** What a list may be asked for. */
export function gazetteerOf(reference: Reference, places: Pick<Gazetteer, 'findPlace' | 'nearest'>): Gazetteer {
  return {
    ...places,
    needs: reference.needs.filter((each) => each.services).map(({ id }) => id),
    regions: reference.regions.map(({ code }) => code),
    statuses: reference.statuses,
    vocabulary: reference.synonyms,
  }
}

/** What most people look for first, one tap each. */
const first = ['home', 'learn_french', 'find_job', 'identity', 'health_register', 'school', 'childcare', 'food_now']

function Needs({ c }: { c: Context<Env> }) {
  const { t, language, services } = c.var
  const words = services.reference.words(language)
  return (
    <>
      <p class="lead">{t('matching.list.start')}</p>
      <ul class="tiles">
        {first.map((need) => (
          <li>
            <a href={`/${language}/services?need=${need}`}>{words.needs[need]?.title ?? need}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

function Results({ c, looking, looked }: { c: Context<Env>; looking: Looking; looked: Looked }) {
  const { t, language, services } = c.var
  const words = services.reference.words(language)
  const meant = looking.meant.map((need) => words.needs[need]?.title ?? need)
  const need = looking.need ?? looking.meant[0]
  return (
    <section aria-live="polite">
      <p>
        {looked.more
          ? t('matching.list.many', { count: looked.count })
          : t('matching.list.count', { count: looked.count })}
        {need && (
          <>
            {' · '}
            <a href={`/${language}/plan/needs/${need}`}>{t('matching.pays')}</a>
          </>
        )}
      </p>
      {meant.length > 0 && <p class="muted">{t('matching.list.meant', { needs: meant.join(', ') })}</p>}
      {looked.forgiven && <p class="muted">{t('matching.list.forgiven')}</p>}
      <Cards c={c} listed={looked.listed} />
      {looked.listed.length === 0 && <Nothing c={c} looked={looked} />}
      <Pager
        words={{
          previous: t('matching.list.first'),
          next: t('matching.list.next'),
          label: t('matching.list.pages'),
        }}
        previous={c.req.query('after') === undefined ? undefined : hrefOf(c)}
        next={looked.next && hrefOf(c, looked.next)}
      />
    </section>
  )
}

function Cards({ c, listed }: { c: Context<Env>; listed: readonly Listed[] }): Child {
  return listed.map((fit) => <ServiceCard c={c} fit={fit} listed />)
}

/** Never an end: a human, and what comes nearest. */
function Nothing({ c, looked }: { c: Context<Env>; looked: Looked }) {
  const { t, services } = c.var
  const { officePhone } = services.config
  return (
    <>
      <EmptyState title={t('matching.list.none')}>
        <p>{t('matching.list.none-text')}</p>
        <PhoneList lines={[{ name: t('matching.list.office'), tel: telOf(officePhone), display: officePhone }]} />
      </EmptyState>
      {looked.instead && (
        <>
          <h2>{t('matching.list.instead')}</h2>
          <Cards c={c} listed={looked.instead.listed} />
        </>
      )}
    </>
  )
}

function hrefOf(c: Context<Env>, after?: string): string {
  const query = new URLSearchParams(c.req.query())
  query.delete('after')
  if (after) query.set('after', after)
  return `/${c.var.language}/services?${query.toString()}`
}
