import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { phoneInWords, telOf } from '#platform/text/phone.ts'
import { Card, French, Tag } from '#ui/index.ts'
import type { Listed } from '../looked.ts'
import type { ServiceFit } from '../queries.ts'

type CardProps = {
  c: Context<Env>
  fit: ServiceFit & Partial<Pick<Listed, 'free' | 'takesNew' | 'open'>>
  listed?: boolean
}

/** One service: its French name, why it stands here for this person, and in a list what nobody has said of it yet. */
export function ServiceCard({ c, fit, listed = false }: CardProps) {
  const { t, language } = c.var
  const { offer } = fit
  const unknown = listed ? unknownOf(c, fit) : []
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
        {reasonsOf(c, fit).map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
      {unknown.length > 0 && <p class="muted">{t('matching.unknown', { list: unknown.join(', ') })}</p>}
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

function reasonsOf({ var: { t } }: Context<Env>, { offer, takes, kilometres, speaks, ...said }: CardProps['fit']) {
  return [
    takes === 'yes' ? t('matching.takes') : t('matching.takes-unknown'),
    whereOf(t, offer, kilometres),
    speaks ? t('matching.speaks') : '',
    said.open === true ? t('matching.open') : '',
    said.free === true ? t('matching.free') : said.free === false ? t('matching.costs') : '',
    said.takesNew === true ? t('matching.new-yes') : '',
  ].filter(Boolean)
}

const place = '\uFFFC'

/** The town's name is French inside a sentence of any language. */
function whereOf(t: Env['Variables']['t'], offer: ServiceFit['offer'], kilometres: number | null) {
  if (kilometres !== null) {
    const [before = '', after = ''] = t('matching.distance', { km: kilometres, city: place }).split(place)
    return (
      <>
        {before}
        <French>{offer.city ?? ''}</French>
        {after}
      </>
    )
  }
  if (offer.allRegions) return t('matching.all-regions')
  return offer.city === null ? '' : <French>{offer.city}</French>
}

function unknownOf({ var: { t } }: Context<Env>, { offer, free, takesNew, open }: CardProps['fit']): string[] {
  return [
    open === null ? t('matching.unknown.hours') : '',
    free === null ? t('matching.unknown.cost') : '',
    takesNew === null ? t('matching.unknown.places') : '',
    offer.languages.length === 0 ? t('matching.unknown.languages') : '',
  ].filter(Boolean)
}
