import { sql, type Expression } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'
import type { Opening, StatusTaken } from '../domain/service.ts'

const offerColumns = [
  'service.id as serviceId',
  'service.name',
  'service.description',
  'organization.id as organizationId',
  'organization.name as organizationName',
  'organization.region',
  'organization.city',
  'service.all_regions as allRegions',
  'organization.confirmed_on as confirmedOn',
  'source.invented',
] as const

const detailColumns = [
  'service.status',
  'service.url',
  'organization.website',
  'service.email as serviceEmail',
  'organization.email as organizationEmail',
  'service.fees_description as fees',
  'service.application_process as applicationProcess',
  'service.wait_time as waitTime',
  'service.eligibility_description as eligibility',
  'source.name as sourceName',
  'service.last_modified as lastModified',
  'service.assured_date as assuredOn',
  'service.rhythm_months as rhythmMonths',
  'service.hidden_at as hiddenAt',
] as const

/** A service joined to its organization and to a source that an editor opened. */
function openedServices(db: Db) {
  return db
    .selectFrom('service')
    .innerJoin('organization', 'organization.id', 'service.organization_id')
    .innerJoin('directory_source as source', (join) =>
      join.onRef('source.id', '=', 'service.source_id').on('source.opened_at', 'is not', null),
    )
}

export type OfferRow = Awaited<ReturnType<typeof offersFor>>[number]

/** At most 400: those of the region before those of all regions, so that what is near is never cut. */
export async function offersFor(db: Db, needIds: readonly string[], region: string | null) {
  const wanted = openedServices(db)
    .select(offerColumns)
    .where('service.status', '=', 'active')
    .where('organization.status', '=', 'active')
    .where('service.hidden_at', 'is', null)
    .where(sql<boolean>`service.takes_new is not false`)
    .where((row) =>
      row.exists(
        row
          .selectFrom('service_need')
          .select('service_need.need_id')
          .whereRef('service_need.service_id', '=', 'service.id')
          .where(anyOf('service_need.need_id', needIds)),
      ),
    )
  const near =
    region === null
      ? wanted
      : wanted
          .where((row) => row.or([row('organization.region', '=', region), row('service.all_regions', '=', true)]))
          .orderBy(sql`organization.region is not distinct from ${region}`, 'desc')
  return near.orderBy('service.name').orderBy('service.id').limit(400).execute()
}

export function offersByIds(db: Db, serviceIds: readonly Id[]) {
  return openedServices(db).select(offerColumns).where(anyOf('service.id', serviceIds)).execute()
}

export function offersByOrganization(db: Db, organizationId: Id) {
  return openedServices(db)
    .select(offerColumns)
    .where('organization.id', '=', organizationId)
    .where('service.status', '=', 'active')
    .where('service.hidden_at', 'is', null)
    .orderBy('service.name')
    .execute()
}

export function organizationOf(db: Db, organizationId: Id) {
  return db
    .selectFrom('organization')
    .innerJoin('directory_source as source', (join) =>
      join.onRef('source.id', '=', 'organization.source_id').on('source.opened_at', 'is not', null),
    )
    .select([
      'organization.id as organizationId',
      'organization.name',
      'organization.description',
      'organization.website',
      'organization.city',
      'organization.confirmed_on as confirmedOn',
      'source.invented',
    ])
    .where('organization.id', '=', organizationId)
    .where('organization.status', '=', 'active')
    .executeTakeFirst()
}

export function detailOf(db: Db, serviceId: Id) {
  return openedServices(db)
    .select([...offerColumns, ...detailColumns])
    .where('service.id', '=', serviceId)
    .where('organization.status', '=', 'active')
    .executeTakeFirst()
}

export function needsOf(db: Db, serviceIds: readonly Id[]): Promise<{ serviceId: Id; needId: string }[]> {
  return db
    .selectFrom('service_need')
    .select(['service_id as serviceId', 'need_id as needId'])
    .where(anyOf('service_id', serviceIds))
    .orderBy('need_id')
    .execute()
}

export function statusesOf(db: Db, serviceIds: readonly Id[]): Promise<(StatusTaken & { serviceId: Id })[]> {
  return db
    .selectFrom('service_status')
    .select(['service_id as serviceId', 'status', 'accepts', 'source', 'confidence', 'as_of as asOf'])
    .where(anyOf('service_id', serviceIds))
    .orderBy('status')
    .execute()
}

export function languagesOf(
  db: Db,
  serviceIds: readonly Id[],
): Promise<{ serviceId: Id | null; code: string | null; name: string | null }[]> {
  return db
    .selectFrom('language')
    .select(['service_id as serviceId', 'code', 'name'])
    .where(anyOf('service_id', serviceIds))
    .orderBy('source_key')
    .execute()
}

export type PlaceRow = Awaited<ReturnType<typeof placesOf>>[number]

/** The places of services, with their address; of a confidential one nothing but that it is so. */
export async function placesOf(db: Db, serviceIds: readonly Id[]) {
  return db
    .selectFrom('service_at_location as link')
    .innerJoin('location', 'location.id', 'link.location_id')
    .leftJoin('address', (join) =>
      join
        .onRef('address.location_id', '=', 'location.id')
        .on('location.confidential', '=', false)
        .on('address.address_type', '=', 'physical'),
    )
    .select([
      'link.service_id as serviceId',
      'location.id as locationId',
      'location.confidential',
      'address.address_1 as street',
      'address.address_2 as street2',
      'address.city',
      'address.state_province as province',
      'address.postal_code as postalCode',
    ])
    .select((row) => [hidden(row.ref('location.latitude')).as('lat'), hidden(row.ref('location.longitude')).as('lon')])
    .where(anyOf('link.service_id', serviceIds))
    .where('location.organization_id', 'is not', null)
    .orderBy('link.source_key')
    .orderBy('address.source_key')
    .execute()
}

function hidden(column: Expression<number | null>) {
  return sql<number | null>`case when location.confidential then null else ${column} end`
}

type PhoneRow = {
  number: string
  extension: string | null
  serviceId: Id | null
  locationId: Id | null
  organizationId: Id | null
}

/** Telephones of services, of their places and of their organizations; fax machines left out. */
export function phonesOf(
  db: Db,
  ids: { services: readonly Id[]; locations: readonly Id[]; organizations: readonly Id[] },
): Promise<PhoneRow[]> {
  return db
    .selectFrom('phone')
    .select([
      'number',
      'extension',
      'service_id as serviceId',
      'location_id as locationId',
      'organization_id as organizationId',
    ])
    .where((row) =>
      row.or([
        row('service_id', 'in', [...ids.services]),
        ...(ids.locations.length > 0 ? [row('location_id', 'in', [...ids.locations])] : []),
        row('organization_id', 'in', [...ids.organizations]),
      ]),
    )
    .where((row) => row.or([row('type', 'is', null), row('type', 'not in', ['fax', 'pager'])]))
    .orderBy('source_key')
    .execute()
}

/** Hours that say a time or words; a bare day says nothing of when the door is open. */
export function openingsOf(
  db: Db,
  serviceId: Id,
  locationIds: readonly Id[],
): Promise<(Opening & { ofService: boolean })[]> {
  return db
    .selectFrom('schedule')
    .select(['valid_from as validFrom', 'valid_to as validTo', 'interval', 'dtstart'])
    .select(['freq', 'byday', 'description', clock('opens_at').as('opensAt'), clock('closes_at').as('closesAt')])
    .select(sql<boolean>`service_id is not null`.as('ofService'))
    .where((row) =>
      row.or([
        row('service_id', '=', serviceId),
        ...(locationIds.length > 0 ? [row('location_id', 'in', [...locationIds])] : []),
      ]),
    )
    .where((row) =>
      row.or([row('opens_at', 'is not', null), row('closes_at', 'is not', null), row('description', 'is not', null)]),
    )
    .orderBy('source_key')
    .execute()
}

function clock(column: 'opens_at' | 'closes_at') {
  return sql<string | null>`to_char(${sql.ref(column)}, 'HH24:MI')`
}

/** Equal to one of them, as one array: the text of the query is the same whatever their number, so it is planned once. */
function anyOf(column: string, values: readonly string[]) {
  return sql<boolean>`${sql.ref(column)} = any(${[...values]})`
}
