import type { Table } from './model.ts'

/**
 * How HSDS nests its tables in JSON. A list holds the rows whose column points back to this one; a single thing stands where this
 * one's own column points. From these trees come the answers' shapes, the queries that fill them, and the reading of what others send.
 */
export type Doc = {
  table: Table
  ones: Readonly<Record<string, Part>>
  lists: Readonly<Record<string, Part>>
}
export type Part = { doc: Doc; by: string; kind: 'detail' | 'describing' }

type Parts = Record<string, readonly [Doc, string]>

function doc(table: Table, { ones = {}, lists = {} }: { ones?: Parts; lists?: Parts } = {}): Doc {
  const parts = (all: Parts): Record<string, Part> =>
    Object.fromEntries(Object.entries(all).map(([name, [of, by]]) => [name, { doc: of, by, kind: 'detail' }]))
  const metadata: Record<string, Part> = { metadata: { doc: metadataDoc, by: 'resource_id', kind: 'describing' } }
  const attributes: Record<string, Part> =
    table === 'taxonomy' || table === 'taxonomy_term' || table === 'attribute'
      ? {}
      : { attributes: { doc: attributeDoc, by: 'link_id', kind: 'describing' } }
  return { table, ones: parts(ones), lists: { ...parts(lists), ...attributes, ...metadata } }
}

const metadataDoc: Doc = { table: 'metadata', ones: {}, lists: {} }
export const taxonomyDoc = doc('taxonomy')
export const termDoc = doc('taxonomy_term', { ones: { taxonomy_detail: [taxonomyDoc, 'taxonomy_id'] } })
const attributeDoc = doc('attribute', { ones: { taxonomy_term: [termDoc, 'taxonomy_term_id'] } })

const language = doc('language')
const schedule = doc('schedule')
const funding = doc('funding')
const url = doc('url')
const serviceArea = doc('service_area')
const phone = doc('phone', { lists: { languages: [language, 'phone_id'] } })
const contact = doc('contact', { lists: { phones: [phone, 'contact_id'] } })
const program = doc('program')
const location = doc('location', {
  lists: {
    languages: [language, 'location_id'],
    addresses: [doc('address'), 'location_id'],
    contacts: [contact, 'location_id'],
    accessibility: [doc('accessibility'), 'location_id'],
    phones: [phone, 'location_id'],
    schedules: [schedule, 'location_id'],
  },
})
const aboutOrganization: Parts = {
  additional_websites: [url, 'organization_id'],
  funding: [funding, 'organization_id'],
  contacts: [contact, 'organization_id'],
  phones: [phone, 'organization_id'],
  locations: [location, 'organization_id'],
  programs: [program, 'organization_id'],
  organization_identifiers: [doc('organization_identifier'), 'organization_id'],
}
const organization = doc('organization', { lists: aboutOrganization })
const aboutService: Parts = {
  additional_urls: [url, 'service_id'],
  phones: [phone, 'service_id'],
  schedules: [schedule, 'service_id'],
  service_areas: [serviceArea, 'service_id'],
  languages: [language, 'service_id'],
  funding: [funding, 'service_id'],
  cost_options: [doc('cost_option'), 'service_id'],
  required_documents: [doc('required_document'), 'service_id'],
  contacts: [contact, 'service_id'],
  capacities: [doc('service_capacity', { ones: { unit: [doc('unit'), 'unit_id'] } }), 'service_id'],
}
const whose: Parts = { organization: [organization, 'organization_id'], program: [program, 'program_id'] }
const aboutPlace: Parts = {
  service_areas: [serviceArea, 'service_at_location_id'],
  contacts: [contact, 'service_at_location_id'],
  phones: [phone, 'service_at_location_id'],
  schedules: [schedule, 'service_at_location_id'],
}
const place = doc('service_at_location', { ones: { location: [location, 'location_id'] }, lists: aboutPlace })
const bare = (table: Table, ones: Record<string, Part> = {}): Doc => ({ table, ones, lists: {} })
const one = (of: Doc, by: string): Part => ({ doc: of, by, kind: 'detail' })

/** What each address of the API answers with. */
export const documents = {
  service: doc('service', { ones: whose, lists: { ...aboutService, service_at_locations: [place, 'service_id'] } }),
  service_list: bare('service', {
    organization: one(bare('organization'), 'organization_id'),
    program: one(bare('program'), 'program_id'),
  }),
  organization: doc('organization', { lists: aboutOrganization }),
  organization_with_services: doc('organization', {
    lists: {
      ...aboutOrganization,
      services: [
        doc('service', {
          ones: { program: [program, 'program_id'] },
          lists: { ...aboutService, service_at_locations: [place, 'service_id'] },
        }),
        'organization_id',
      ],
    },
  }),
  organization_list: bare('organization'),
  service_at_location: doc('service_at_location', {
    ones: {
      location: [location, 'location_id'],
      service: [doc('service', { ones: whose, lists: aboutService }), 'service_id'],
    },
    lists: aboutPlace,
  }),
  service_at_location_list: bare('service_at_location', {
    location: one(bare('location'), 'location_id'),
    service: one(
      bare('service', {
        organization: one(bare('organization'), 'organization_id'),
        program: one(bare('program'), 'program_id'),
      }),
      'service_id',
    ),
  }),
  taxonomy: taxonomyDoc,
  taxonomy_term: termDoc,
} as const satisfies Record<string, Doc>
export type DocumentName = keyof typeof documents
