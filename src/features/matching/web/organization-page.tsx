import type { Context } from 'hono'
import { parseId } from '#kernel/id.ts'
import type { Env } from '#platform/http/env.ts'
import { dayInWords } from '#platform/text/dates.ts'
import { publicPage } from '#features/access/index.ts'
import { organizationById } from '#features/directory/index.ts'
import { BackLink, French, Notice, SummaryList } from '#ui/index.ts'
import { fitOf, type Seeker } from '../domain/rank.ts'
import { ServiceCard } from './card.tsx'

/** An organization, and what it does; only services that are offered. */
export async function showOrganization(
  c: Context<Env, '/:language/organizations/:id'>,
  next: () => Promise<void>,
  seekerOf: (c: Context<Env>) => Promise<Seeker>,
) {
  const { t, language, db } = c.var
  const id = parseId(c.req.param('id'))
  const [organization, seeker] = [id ? await organizationById(db, id) : undefined, await seekerOf(c)]
  if (!organization) return next()
  const { name, description, website, city, confirmedOn, invented, services } = organization
  return publicPage(c, {
    exit: true,
    title: name,
    children: (
      <>
        <BackLink href={`/${language}/services`}>{t('common.back')}</BackLink>
        <h1>
          <French>{name}</French>
        </h1>
        {invented && <Notice kind="warning">{t('matching.invented')}</Notice>}
        {confirmedOn === null && <Notice kind="info">{t('matching.to-confirm-text')}</Notice>}
        <p>
          <French>{description}</French>
        </p>
        <SummaryList
          rows={[
            { key: t('matching.place'), value: city ? <French>{city}</French> : t('matching.not-known') },
            ...(website
              ? [
                  {
                    key: t('matching.web'),
                    value: (
                      <a href={website} rel="noreferrer noopener">
                        {new URL(website).hostname}
                      </a>
                    ),
                  },
                ]
              : []),
            ...(confirmedOn ? [{ key: t('matching.confirmed'), value: dayInWords(confirmedOn, language) }] : []),
          ]}
        />
        <h2>{t('matching.organization.services')}</h2>
        {services.map((offer) => (
          <ServiceCard c={c} fit={fitOf(offer, seeker)} />
        ))}
      </>
    ),
  })
}
