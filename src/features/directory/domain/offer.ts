import type { Id } from '#kernel/id.ts'
import type { ServiceOffer, StatusTaken } from './service.ts'

type Own = Pick<
  ServiceOffer,
  | 'serviceId'
  | 'name'
  | 'description'
  | 'organizationId'
  | 'organizationName'
  | 'region'
  | 'city'
  | 'allRegions'
  | 'confirmedOn'
  | 'invented'
>
type Phone = { number: string; extension: string | null }
type Place = {
  locationId: Id
  confidential: boolean
  lat: number | null
  lon: number | null
  street: string | null
  street2: string | null
  city: string | null
  province: string | null
  postalCode: string | null
}

/** What was found around several services at once, by the identifier of what it belongs to. */
export type Around = {
  needs: ReadonlyMap<Id, readonly { needId: string }[]>
  statuses: ReadonlyMap<Id, readonly StatusTaken[]>
  languages: ReadonlyMap<Id, readonly { code: string | null; name: string | null }[]>
  places: ReadonlyMap<Id, readonly Place[]>
  phones: { ofService: Phones; ofLocation: Phones; ofOrganization: Phones }
}
type Phones = ReadonlyMap<Id | null, readonly Phone[]>

/** One service with what belongs to it. One confidential place hides the points of all: two would betray the third. */
export function offerOf(own: Own, around: Around): ServiceOffer {
  const {
    serviceId,
    name,
    description,
    organizationId,
    organizationName,
    region,
    city,
    allRegions,
    confirmedOn,
    invented,
  } = own
  const places = around.places.get(serviceId) ?? []
  const confidential = places.some((place) => place.confidential)
  const point = confidential ? undefined : places.find((place) => place.lat !== null && place.lon !== null)
  const languages = around.languages.get(serviceId) ?? []
  return {
    serviceId,
    name,
    description,
    organizationId,
    organizationName,
    region,
    allRegions,
    confirmedOn,
    invented,
    confidential,
    needIds: (around.needs.get(serviceId) ?? []).map((each) => each.needId),
    city: city ?? (confidential ? null : (places.find((place) => place.city !== null)?.city ?? null)),
    lat: point?.lat ?? null,
    lon: point?.lon ?? null,
    languages: [...new Set(languages.flatMap((each) => each.code ?? each.name ?? []))],
    phones: phonesOf(around.phones, {
      serviceId,
      organizationId,
      locationIds: places.map((place) => place.locationId),
    }),
    statuses: (around.statuses.get(serviceId) ?? []).map(({ status, accepts, source, confidence, asOf }) => ({
      status,
      accepts,
      source,
      confidence,
      asOf,
    })),
  }
}

/** The service's own numbers; where it has none, its places'; where they have none, its organization's. Each once. */
function phonesOf(
  { ofService, ofLocation, ofOrganization }: Around['phones'],
  of: { serviceId: Id; organizationId: Id; locationIds: readonly Id[] },
): string[] {
  const own = ofService.get(of.serviceId) ?? []
  const local = [...new Set(of.locationIds)].flatMap((id) => ofLocation.get(id) ?? [])
  const nearest = own.length > 0 ? own : local.length > 0 ? local : (ofOrganization.get(of.organizationId) ?? [])
  return [...new Set(nearest.map(({ number, extension }) => (extension ? `${number} poste ${extension}` : number)))]
}
