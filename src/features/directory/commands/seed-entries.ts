import type { Id } from '#kernel/id.ts'
import type { Table } from '../domain/hsds/model.ts'
import type { Entry } from '../domain/hsds/reading.ts'
import type { SeedDirectory, SeedOrganization } from './seed-shape.ts'

export type IdOf = (table: Table, key: string) => Id
export type SeedEntries = { table: Table; entries: Entry[] }[]
export type SeedNeed = { service_id: Id; need_id: string }
export type SeedStatus = {
  service_id: Id
  status: string
  accepts: boolean
  source: string | null
  confidence: string
  as_of: string
}

/** The entries of a seed, table by table, each after those it points to. */
export function seedEntries({ organizations }: SeedDirectory, idOf: IdOf): SeedEntries {
  const all = (give: (organization: SeedOrganization) => Entry[]) => organizations.flatMap(give)
  return [
    { table: 'organization', entries: all((each) => [organizationEntry(each)]) },
    { table: 'service', entries: all((each) => serviceEntries(each, idOf)) },
    {
      table: 'location',
      entries: all((each) =>
        places(each).map(({ key, columns }) => ({
          key,
          columns: { organization_id: idOf('organization', each.key), ...columns },
        })),
      ),
    },
    { table: 'service_at_location', entries: all((each) => linkEntries(each, idOf)) },
    { table: 'address', entries: all((each) => addressEntries(each, idOf)) },
    {
      table: 'phone',
      entries: all((each) =>
        each.phones.map((number) => ({
          key: `${each.key}/${number}`,
          columns: { organization_id: idOf('organization', each.key), number, type: 'voice' },
        })),
      ),
    },
    { table: 'language', entries: all((each) => languageEntries(each, idOf)) },
    { table: 'schedule', entries: all((each) => scheduleEntries(each, idOf)) },
  ]
}

export function seedNeeds({ organizations }: SeedDirectory, idOf: IdOf): SeedNeed[] {
  return organizations.flatMap((organization) =>
    organization.services.flatMap((service) =>
      [...new Set(service.needs)].map((need) => ({
        service_id: idOf('service', `${organization.key}/${service.key}`),
        need_id: need,
      })),
    ),
  )
}

/** What a source says of a status; silence stays silence, to be checked with the organization. */
export function seedStatuses({ organizations }: SeedDirectory, idOf: IdOf): SeedStatus[] {
  return organizations.flatMap((organization) =>
    organization.services.flatMap(({ key, statusesAccepted: { yes, no, source, confidence } }) =>
      [...yes.map((status) => ({ status, accepts: true })), ...no.map((status) => ({ status, accepts: false }))].map(
        (said) => ({
          service_id: idOf('service', `${organization.key}/${key}`),
          ...said,
          source,
          confidence,
          as_of: organization.asOf,
        }),
      ),
    ),
  )
}

function organizationEntry(organization: SeedOrganization): Entry {
  const { key, name, description, region, city, status, asOf, confidence, sources, emails, contact } = organization
  const original = { asOf, confidence, ...(sources.length > 0 ? { sources: sources.join(' ') } : {}) }
  return {
    key,
    columns: {
      name,
      description,
      region,
      city,
      status,
      email: emails[0] ?? null,
      confirmed_on: contact?.confirmedOn ?? null,
      original,
    },
  }
}

function serviceEntries(organization: SeedOrganization, idOf: IdOf): Entry[] {
  return organization.services.map(({ key, name, description, allRegions }) => ({
    key: `${organization.key}/${key}`,
    columns: {
      organization_id: idOf('organization', organization.key),
      name,
      description,
      status: 'active',
      all_regions: allRegions,
    },
  }))
}

/** A confidential place is known to exist, and nothing more of it is written anywhere. */
function places({ key, region, confidentialAddress, addresses }: SeedOrganization): Entry[] {
  if (confidentialAddress) return [{ key, columns: { region, latitude: null, longitude: null, confidential: true } }]
  return addresses.map(({ lat, lon }, at) => ({
    key: `${key}/${at + 1}`,
    columns: { region, latitude: lat, longitude: lon, confidential: false },
  }))
}

function linkEntries(organization: SeedOrganization, idOf: IdOf): Entry[] {
  return organization.services.flatMap((service) =>
    places(organization).map((place) => ({
      key: `${organization.key}/${service.key}@${place.key}`,
      columns: {
        service_id: idOf('service', `${organization.key}/${service.key}`),
        location_id: idOf('location', place.key),
      },
    })),
  )
}

function addressEntries(organization: SeedOrganization, idOf: IdOf): Entry[] {
  if (organization.confidentialAddress) return []
  return organization.addresses.map(({ street, city, fsa }, at) => ({
    key: `${organization.key}/${at + 1}`,
    columns: {
      location_id: idOf('location', `${organization.key}/${at + 1}`),
      address_1: street,
      city,
      state_province: 'QC',
      postal_code: fsa,
      country: 'CA',
    },
  }))
}

function languageEntries(organization: SeedOrganization, idOf: IdOf): Entry[] {
  return organization.services.flatMap((service) =>
    [...new Set(service.languages)].map((code) => ({
      key: `${organization.key}/${service.key}/${code}`,
      columns: { service_id: idOf('service', `${organization.key}/${service.key}`), code },
    })),
  )
}

function scheduleEntries(organization: SeedOrganization, idOf: IdOf): Entry[] {
  return organization.services.flatMap((service) =>
    service.hours.map(({ days, opens, closes }, at) => ({
      key: `${organization.key}/${service.key}/${at + 1}`,
      columns: {
        service_id: idOf('service', `${organization.key}/${service.key}`),
        freq: 'WEEKLY',
        byday: days.join(','),
        opens_at: opens,
        closes_at: closes,
      },
    })),
  )
}
