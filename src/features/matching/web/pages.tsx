import { Hono, type Context } from 'hono'
import { parseId } from '#kernel/id.ts'
import type { Env } from '#platform/http/env.ts'
import { dayInWords } from '#platform/text/dates.ts'
import { languageName } from '#platform/text/languages.ts'
import { phoneInWords, telOf } from '#platform/text/phone.ts'
import { access, publicPage } from '#features/access/index.ts'
import { directoryVersion, serviceById } from '#features/directory/index.ts'
import { BackLink, Button, EmptyState, French, Notice, Select, SummaryList, PhoneList } from '#ui/index.ts'
import { servicesFor, type ServiceFit } from '../queries.ts'
import type { Seeker } from '../domain/rank.ts'
import { ServiceCard } from './card.tsx'

/** Who looks, as far as it is known; assessment comes later in the journey, so main hands this in. */
export type SeekerOf = (c: Context<Env>) => Promise<Seeker>

export function matchingPages(seekerOf: SeekerOf): Hono<Env> {
  const pages = new Hono<Env>()
  pages.get('/:language/services', access('nobody', 'draft', 'newcomer'), (c) => listPage(c, seekerOf))
  pages.get('/:language/services/:id', access('nobody', 'draft', 'newcomer'), servicePage)
  return pages
}

/** Need first: what is looked for, where, and who takes the person, with the reason for each. */
async function listPage(c: Context<Env>, seekerOf: SeekerOf) {
  const { t, language, services, db } = c.var
  const { reference } = services
  const words = reference.words(language)
  const [known, version] = await Promise.all([seekerOf(c), directoryVersion(db)])
  const need = reference.needs.find((each) => each.id === c.req.query('need') && each.services)
  const region = reference.regions.find((each) => each.code === c.req.query('region'))
  const seeker =
    region && region.code !== known.region ? { ...known, region: region.code, lat: null, lon: null } : known
  const fits: ServiceFit[] = need ? ((await servicesFor(db, [need.id], seeker, version)).get(need.id) ?? []) : []
  return publicPage(c, {
    exit: true,
    title: t('matching.list.title'),
    path: '/services',
    children: (
      <>
        <h1>{need ? (words.needs[need.id]?.title ?? need.id) : t('matching.list.title')}</h1>
        <form method="get" action={`/${language}/services`} class="search">
          <Select
            name="need"
            label={t('matching.list.need')}
            value={need?.id ?? ''}
            options={[
              { value: '', label: '—' },
              ...reference.needs
                .filter((each) => each.services)
                .map((each) => ({ value: each.id, label: words.needs[each.id]?.title ?? each.id })),
            ]}
          />
          <Select
            name="region"
            label={t('matching.list.region')}
            value={seeker.region ?? ''}
            options={[
              { value: '', label: t('matching.list.all-regions') },
              ...reference.regions.map((each) => ({
                value: each.code,
                label: each.name,
                lang: 'fr',
                dir: 'ltr' as const,
              })),
            ]}
          />
          <Button kind="primary">{t('matching.list.show')}</Button>
        </form>
        {need && seeker.region === null && <Notice kind="info">{t('matching.list.choose')}</Notice>}
        {need && <p>{t('matching.list.count', { count: fits.length })}</p>}
        {fits.slice(0, 30).map((fit) => (
          <ServiceCard c={c} fit={fit} />
        ))}
        {need && fits.length === 0 && (
          <EmptyState title={t('matching.list.none')}>
            <p>{t('matching.list.none-text')}</p>
            <PhoneList
              lines={[
                {
                  name: t('matching.list.office'),
                  tel: telOf(services.config.officePhone),
                  display: services.config.officePhone,
                },
              ]}
            />
          </EmptyState>
        )}
      </>
    ),
  })
}

async function servicePage(c: Context<Env, '/:language/services/:id'>, next: () => Promise<void>) {
  const id = parseId(c.req.param('id'))
  const service = id ? await serviceById(c.var.db, id) : undefined
  if (!service || service.status !== 'active') return next()
  const { t, language } = c.var
  const accepted = service.statuses.filter((each) => each.accepts).length
  return publicPage(c, {
    exit: true,
    title: service.name,
    children: (
      <>
        <BackLink href={`/${language}/plan`}>{t('common.back')}</BackLink>
        <h1>
          <French>{service.name}</French>
        </h1>
        <p class="lead">
          <French>{service.organizationName ?? ''}</French>
        </p>
        {service.invented && <Notice kind="warning">{t('matching.invented')}</Notice>}
        {service.confirmedOn === null && <Notice kind="info">{t('matching.to-confirm-text')}</Notice>}
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
        <SummaryList
          rows={[
            {
              key: t('matching.place'),
              value: service.confidential ? (
                t('matching.confidential')
              ) : (
                <French>{service.addressLines.join(', ') || (service.city ?? '—')}</French>
              ),
            },
            {
              key: t('matching.statuses'),
              value: accepted > 0 ? t('matching.statuses-some', { count: accepted }) : t('matching.statuses-unknown'),
            },
            {
              key: t('matching.languages'),
              value:
                service.languages.length > 0
                  ? service.languages.map((code) => languageName(code, language)).join(', ')
                  : t('matching.not-known'),
            },
            ...(service.confirmedOn
              ? [{ key: t('matching.confirmed'), value: dayInWords(service.confirmedOn, language) }]
              : []),
          ]}
        />
      </>
    ),
  })
}
