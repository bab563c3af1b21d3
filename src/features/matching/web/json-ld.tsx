import type { Context } from 'hono'
import { raw } from 'hono/html'
import type { Env } from '#platform/http/env.ts'
import { telOf } from '#platform/text/phone.ts'
import type { ServiceDetail } from '#features/directory/index.ts'

const days: Record<string, string> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
}

/** The page in schema.org's words, for search engines; a data block, which no browser runs. */
export function jsonLd(c: Context<Env>, service: ServiceDetail) {
  const { publicUrl } = c.var.services.config
  const address = `${publicUrl}/fr/services/${service.serviceId}`
  const place = service.confidential ? undefined : service.addressLines[0]
  const content = {
    '@context': 'https://schema.org',
    '@type': 'Service',
    '@id': address,
    name: service.name,
    description: service.description,
    url: address,
    provider: { '@type': 'NGO', name: service.organizationName, ...(service.website ? { url: service.website } : {}) },
    ...(service.languages.length > 0 ? { availableLanguage: service.languages } : {}),
    areaServed: service.allRegions ? 'Québec' : (service.city ?? 'Québec'),
    availableChannel: {
      '@type': 'ServiceChannel',
      ...(service.phones[0] ? { servicePhone: { '@type': 'ContactPoint', telephone: telOf(service.phones[0]) } } : {}),
      ...(place
        ? {
            serviceLocation: {
              '@type': 'Place',
              address: place,
              ...(service.lat === null
                ? {}
                : { geo: { '@type': 'GeoCoordinates', latitude: service.lat, longitude: service.lon } }),
            },
          }
        : {}),
    },
    hoursAvailable: service.schedules.flatMap(({ freq, byday, opensAt, closesAt }) =>
      freq === 'MONTHLY' || !byday || !opensAt || !closesAt
        ? []
        : [
            {
              '@type': 'OpeningHoursSpecification',
              dayOfWeek: byday.split(',').flatMap((day) => days[day] ?? []),
              opens: opensAt,
              closes: closesAt,
            },
          ],
    ),
  }
  // "<" would end the block: written as JSON writes any sign
  return <script type="application/ld+json">{raw(JSON.stringify(content).replaceAll('<', '\\u003c'))}</script>
}
