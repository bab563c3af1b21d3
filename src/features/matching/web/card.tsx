import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { phoneInWords, telOf } from '#platform/text/phone.ts'
import { Card, French, Tag } from '#ui/index.ts'
import type { ServiceFit } from '../queries.ts'

/** One service: its French name, and why it stands here for this person. */
export function ServiceCard({ c, fit }: { c: Context<Env>; fit: ServiceFit }) {
  const { t, language } = c.var
  const { offer, takes, kilometres, speaks } = fit
  const reasons = [
    takes === 'yes' ? t('matching.takes') : t('matching.takes-unknown'),
    kilometres !== null ? (
      <Distance c={c} city={offer.city ?? ''} kilometres={kilometres} />
    ) : offer.allRegions ? (
      t('matching.all-regions')
    ) : (
      offer.city && <French>{offer.city}</French>
    ),
    speaks && t('matching.speaks'),
  ].filter(Boolean)
  return (
    <Card
      title={
        <a href={`/${language}/services/${offer.serviceId}`}>
          <French>{offer.name}</French>
        </a>
      }
    >
      <p>
        <French>{offer.organizationName}</French>
      </p>
      <ul class="reasons">
        {reasons.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
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

const place = '\uFFFC'

/** The town's name is French inside a sentence of any language. */
function Distance({ c, city, kilometres }: { c: Context<Env>; city: string; kilometres: number }) {
  const [before = '', after = ''] = c.var.t('matching.distance', { km: kilometres, city: place }).split(place)
  return (
    <>
      {before}
      <French>{city}</French>
      {after}
    </>
  )
}
