import { z } from 'zod'

/** The shapes of HSDS 3.1 that we answer with; strict, so that a misspelt field is a fault and not an extra. */
const id = z.uuid()
const text = z.string()
const moment = z.iso.datetime({ offset: true })
const serviceStatus = z.enum(['active', 'inactive', 'defunct', 'temporarily closed'])

const organization = z.strictObject({
  id,
  name: text,
  alternate_name: text.optional(),
  description: text,
  email: z.email().optional(),
  website: z.url().optional(),
  tax_id: text.optional(),
  year_incorporated: z.int().optional(),
  legal_status: text.optional(),
})

const program = z.strictObject({
  id,
  organization_id: id,
  name: text,
  alternate_name: text.optional(),
  description: text,
})

const ofService = {
  id,
  organization_id: id,
  program_id: id.optional(),
  name: text,
  alternate_name: text.optional(),
  description: text,
  url: z.url().optional(),
  email: z.email().optional(),
  status: serviceStatus,
  application_process: text.optional(),
  fees_description: text.optional(),
  wait_time: text.optional(),
  accreditations: text.optional(),
  eligibility_description: text.optional(),
  licenses: text.optional(),
  last_modified: moment,
  organization,
  program: program.optional(),
}

/** An item of GET /services. */
export const serviceItem = z.strictObject(ofService)
/** An item of GET /services?minimal=true. */
export const minimalItem = z.strictObject({ id, last_modified: moment })

const phone = z.strictObject({
  id,
  service_id: id.optional(),
  location_id: id.optional(),
  organization_id: id.optional(),
  number: text,
  extension: z.int().optional(),
  type: text.optional(),
  description: text.optional(),
})

const schedule = z.strictObject({
  id,
  service_id: id.optional(),
  location_id: id.optional(),
  freq: z.enum(['WEEKLY', 'MONTHLY']).optional(),
  byday: text.optional(),
  opens_at: text.optional(),
  closes_at: text.optional(),
  valid_from: text.optional(),
  valid_to: text.optional(),
  description: text.optional(),
})

const language = z.strictObject({
  id,
  service_id: id.optional(),
  location_id: id.optional(),
  name: text.optional(),
  code: text.optional(),
})

const address = z.strictObject({
  id,
  location_id: id,
  attention: text.optional(),
  address_1: text,
  address_2: text.optional(),
  city: text,
  region: text.optional(),
  state_province: text,
  postal_code: text,
  country: text,
  address_type: z.enum(['physical', 'postal', 'virtual']),
})

const accessibility = z.strictObject({ id, location_id: id, description: text.optional(), details: text.optional() })

const location = z.strictObject({
  id,
  location_type: z.enum(['physical', 'postal', 'virtual']),
  organization_id: id.optional(),
  name: text.optional(),
  alternate_name: text.optional(),
  description: text.optional(),
  transportation: text.optional(),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
  addresses: z.array(address),
  phones: z.array(phone),
  schedules: z.array(schedule),
  accessibility: z.array(accessibility),
})

const serviceAtLocation = z.strictObject({
  id,
  service_id: id,
  location_id: id,
  description: text.optional(),
  location,
})

const taxonomy = z.strictObject({ id, name: text, description: text })
const term = z.strictObject({
  id,
  code: text.optional(),
  name: text,
  description: text,
  parent_id: id.optional(),
  taxonomy: text.optional(),
  taxonomy_id: id.optional(),
  taxonomy_detail: taxonomy.optional(),
})
const attribute = z.strictObject({
  id,
  link_id: id,
  link_entity: z.enum(['service', 'organization', 'location']),
  taxonomy_term_id: id,
  taxonomy_term: term,
})

/** GET /services/{id}: with all that hangs from it. */
export const serviceWhole = z.strictObject({
  ...ofService,
  phones: z.array(phone),
  schedules: z.array(schedule),
  languages: z.array(language),
  service_at_locations: z.array(serviceAtLocation),
  attributes: z.array(attribute),
})

const envelope = {
  total_items: z.int(),
  total_pages: z.int(),
  page_number: z.int(),
  size: z.int(),
  first_page: z.boolean(),
  last_page: z.boolean(),
  empty: z.boolean(),
}
export const servicePage = z.strictObject({ ...envelope, contents: z.array(serviceItem) })
export const minimalPage = z.strictObject({ ...envelope, contents: z.array(minimalItem) })

export const about = z.strictObject({ version: z.literal('3.1'), profile: z.url(), openapi_url: z.url() })

/** RFC 9457. */
export const problem = z.strictObject({ type: text, title: text, status: z.int(), detail: text })

const whole = /^[1-9]\d{0,6}$/
const counting = z.string().regex(whole, 'must be a whole number from 1 to 9999999').transform(Number)

/** What GET /services may be asked; filters add up, as HSDS says they must. */
export const serviceQuery = z.object({
  search: z.string().max(200, 'must have at most 200 signs').optional(),
  page: counting.default(1),
  per_page: counting.refine((number) => number <= 100, 'must be at most 100').default(25),
  format: z.literal('json', 'must be json').optional(),
  taxonomy_term_id: z.uuid('must be a UUID').optional(),
  organization_id: z.uuid('must be a UUID').optional(),
  modified_after: z.iso
    .datetime({ offset: true, error: 'must be a date and time such as 2026-11-23T00:00:00Z' })
    .optional(),
  minimal: z
    .enum(['true', 'false'], 'must be true or false')
    .default('false')
    .transform((text) => text === 'true'),
  full: z.literal('false', 'must be false: read /services/{id} for a whole service').optional(),
})
export type ServiceQuery = z.infer<typeof serviceQuery>
