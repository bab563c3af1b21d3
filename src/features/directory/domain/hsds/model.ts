/** The tables of HSDS 3.1 as data: what a source may say, how it is written, and what points to what. Names are the standard's. */
export type Kind = 'text' | 'link' | 'email' | 'whole' | 'number' | 'day' | 'moment' | 'clock' | 'id'
export type Column = {
  kind: Kind
  must: boolean
  to?: Table
  oneOf?: readonly string[]
  /** A yes or no that keeps something from the public. */
  hides?: true
}
export type Resource = {
  /** The name of its file in a tabular package, without its end. */
  file: string
  columns: Readonly<Record<string, Column>>
  /** One of these columns must point to something known. */
  owners?: readonly string[]
}

export type Table =
  | 'taxonomy'
  | 'taxonomy_term'
  | 'unit'
  | 'organization'
  | 'program'
  | 'service'
  | 'location'
  | 'service_at_location'
  | 'organization_identifier'
  | 'url'
  | 'address'
  | 'contact'
  | 'phone'
  | 'schedule'
  | 'language'
  | 'accessibility'
  | 'cost_option'
  | 'required_document'
  | 'funding'
  | 'service_area'
  | 'service_capacity'
  | 'attribute'
  | 'metadata'

/**
 * Columns as one line of words: `name!` must be there, `email:email` has a kind, `service_id>service` points to a table,
 * `freq=WEEKLY|MONTHLY` takes one of a list. Without a sign a column is text.
 */
function columns(line: string): Record<string, Column> {
  return Object.fromEntries(line.trim().split(/\s+/).map(columnOf))
}

function columnOf(word: string): [string, Column] {
  const found = /^(\w+)(!?)(?:([:>=])(.+))?$/.exec(word)
  const [, name = '', sign, mark, rest = ''] = found ?? []
  const must = sign === '!'
  if (mark === '>' && isTable(rest)) return [name, { kind: 'id', must, to: rest }]
  if (mark === '=') return [name, { kind: 'text', must, oneOf: rest.replaceAll('_', ' ').split('|') }]
  return [name, { kind: kinds.find((kind) => kind === rest) ?? 'text', must }]
}

const kinds: readonly Kind[] = ['text', 'link', 'email', 'whole', 'number', 'day', 'moment', 'clock', 'id']
const owners = ['service_id', 'location_id', 'service_at_location_id', 'organization_id', 'contact_id', 'phone_id']

/** Each after those it points to: the order in which a package is read and written. */
const written: Record<Table, { file: string; line: string; owned?: true }> = {
  taxonomy: { file: 'taxonomies', line: 'name! description! uri:link version' },
  taxonomy_term: {
    file: 'taxonomy_terms',
    line: 'code name! description! parent_id>taxonomy_term taxonomy language taxonomy_id>taxonomy term_uri:link',
  },
  unit: { file: 'units', line: 'name! scheme identifier uri:link' },
  organization: {
    file: 'organizations',
    line: `name! alternate_name description! email:email website:link tax_status tax_id year_incorporated:whole legal_status
      logo uri:link parent_organization_id>organization`,
  },
  program: { file: 'programs', line: 'organization_id!>organization name! alternate_name description!' },
  service: {
    file: 'services',
    line: `organization_id>organization program_id>program name! alternate_name description url:link email:email
      status!=active|inactive|defunct|temporarily_closed interpretation_services application_process fees_description wait_time
      fees accreditations eligibility_description minimum_age:number maximum_age:number assured_date:day assurer_email:email
      licenses alert last_modified:moment`,
  },
  location: {
    file: 'locations',
    line: `location_type!=physical|postal|virtual url:link organization_id>organization name alternate_name description
      transportation latitude:number longitude:number external_identifier external_identifier_type`,
  },
  service_at_location: {
    file: 'service_at_location',
    line: 'service_id!>service location_id!>location description',
  },
  organization_identifier: {
    file: 'organization_identifiers',
    line: 'organization_id!>organization identifier_scheme identifier_type! identifier!',
  },
  url: { file: 'url', line: 'label url!:link organization_id>organization service_id>service', owned: true },
  address: {
    file: 'addresses',
    line: `location_id!>location attention address_1! address_2 city! region state_province! postal_code! country!
      address_type!=physical|postal|virtual`,
  },
  contact: {
    file: 'contacts',
    line: `organization_id>organization service_id>service service_at_location_id>service_at_location location_id>location
      name title department email:email`,
    owned: true,
  },
  phone: {
    file: 'phones',
    line: `location_id>location service_id>service organization_id>organization contact_id>contact
      service_at_location_id>service_at_location number! extension type description`,
    owned: true,
  },
  schedule: {
    file: 'schedules',
    line: `service_id>service location_id>location service_at_location_id>service_at_location valid_from:day valid_to:day
      dtstart:day timezone:number until:day count:whole wkst=MO|TU|WE|TH|FR|SA|SU freq=WEEKLY|MONTHLY interval:whole byday
      byweekno bymonthday byyearday description opens_at:clock closes_at:clock schedule_link:link attending_type notes`,
    owned: true,
  },
  language: {
    file: 'languages',
    line: 'service_id>service location_id>location phone_id>phone name code note',
    owned: true,
  },
  accessibility: { file: 'accessibility', line: 'location_id!>location description details url:link' },
  cost_option: {
    file: 'cost_options',
    line: 'service_id!>service valid_from:day valid_to:day option currency amount:number amount_description',
  },
  required_document: { file: 'required_documents', line: 'service_id!>service document uri:link' },
  funding: { file: 'funding', line: 'organization_id>organization service_id>service source', owned: true },
  service_area: {
    file: 'service_areas',
    line: `service_id>service service_at_location_id>service_at_location name description extent extent_type uri`,
    owned: true,
  },
  service_capacity: {
    file: 'service_capacity',
    line: 'service_id!>service unit_id!>unit available!:number maximum:number description updated!:moment',
  },
  attribute: {
    file: 'attributes',
    line: 'link_id! taxonomy_term_id!>taxonomy_term link_type link_entity! value label',
  },
  metadata: {
    file: 'metadata',
    line: `resource_id! resource_type! last_action_date!:moment last_action_type!=create|update|delete field_name!
      previous_value! replacement_value! updated_by!`,
  },
}

export function isTable(name: string): name is Table {
  return Object.hasOwn(written, name)
}

/** In the order in which they are read and written. */
export const tables: readonly Table[] = Object.keys(written).filter(isTable)

/** A table of HSDS: its file and its columns, beside `id`. */
export function resourceOf(table: Table): Resource {
  return resources[table]
}

const resources: Readonly<Record<Table, Resource>> = mapTables((table) => {
  const { file, line, owned } = written[table]
  return { file, columns: columns(line), ...(owned ? { owners } : {}) }
})

/** One value for each table. */
export function mapTables<T>(valueOf: (table: Table) => T): Record<Table, T> {
  const made: Partial<Record<Table, T>> = {}
  for (const table of tables) made[table] = valueOf(table)
  if (!isWhole(made)) throw new Error('a table of the model has no value')
  return made
}

function isWhole<T>(made: Partial<Record<Table, T>>): made is Record<Table, T> {
  return tables.every((table) => made[table] !== undefined)
}
