import { z } from 'zod'
import type { DocumentName } from '../domain/hsds/documents.ts'

const whole = /^[1-9]\d{0,6}$/
const counting = z.string().regex(whole, 'must be a whole number from 1 to 9999999').transform(Number)
const yesOrNo = z
  .enum(['true', 'false'], 'must be true or false')
  .default('false')
  .transform((text) => text === 'true')
const id = z.uuid('must be a UUID').optional()
const noMoment = 'must be a date and time such as 2026-11-23T00:00:00Z'
/** Within the years that PostgreSQL counts, in its zone: it knows no year 0, and no zone twenty hours away. */
const moment = z.iso
  .datetime({ offset: true, error: noMoment, abort: true })
  .refine((text) => /^(?!0000)\d{4}-/.test(new Date(text).toISOString()), noMoment)
  .transform((text) => new Date(text).toISOString())

/** What the lists may be asked; filters add up, as HSDS says they must. */
const parameters = {
  search: z.string().max(200, 'must have at most 200 signs').optional(),
  page: counting.default(1),
  per_page: counting.refine((number) => number <= 100, 'must be at most 100').default(25),
  format: z.enum(['json', 'ndjson'], 'must be json or ndjson').default('json'),
  taxonomy_term_id: id,
  taxonomy_id: id,
  organization_id: id,
  parent_id: id,
  top_only: yesOrNo,
  modified_after: moment.optional(),
  minimal: yesOrNo,
  full: yesOrNo,
  full_service: yesOrNo,
  postcode: z
    .string()
    .regex(
      /^[ABCEGHJ-NPRSTVXYabceghj-nprstvxy]\d[A-Za-z]( ?\d[A-Za-z]\d)?$/,
      'must be a Canadian postal code, or its first three signs',
    )
    .optional(),
  proximity: counting.optional(),
} as const
export type ParameterName = keyof typeof parameters
export const queryShape = z.object(parameters)
export type Query = z.infer<typeof queryShape>

/** The same in a body of JSON, where a number may be one, and null says nothing. */
export const bodyShape = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

/** What each parameter means; what it may hold is read from the shape that checks it. */
export const meanings: Readonly<Record<ParameterName, string>> = {
  search: 'Words that all stand in the names or the description, without regard to accents or case.',
  page: 'The page, from 1. A page past the end is empty.',
  per_page: 'Items a page, at most 100.',
  format: 'json in pages, or ndjson: everything, one document a line, without pages.',
  taxonomy_term_id: 'With this term or one under it.',
  taxonomy_id: 'With any term of this taxonomy.',
  organization_id: 'Of this organization.',
  parent_id: 'Terms directly under this one.',
  top_only: 'Only terms that stand under no other.',
  modified_after: 'Changed at this moment or after it.',
  minimal: 'Identifiers and moments of change only.',
  full: 'Each item with all that hangs from it.',
  full_service: 'With the services, and all that hangs from them.',
  postcode: 'Where proximity is measured from: a Canadian postal code or its first three signs.',
  proximity: 'Only places within so many metres of the postal code, in a straight line.',
}

const paged: readonly ParameterName[] = ['search', 'page', 'per_page', 'format']
const classified: readonly ParameterName[] = ['taxonomy_term_id', 'taxonomy_id']

/** A list of the API: its address, its parameters, and the documents it answers with. */
export type List = {
  path: string
  /** What the standard calls the operation on one, and on the list. */
  operations: { one: string; list: string }
  parameters: readonly ParameterName[]
  item: DocumentName
  whole: DocumentName
}

export const lists = {
  services: {
    path: '/services',
    operations: { one: 'getFullyNestedServiceById', list: 'getPaginatedListOfServices' },
    parameters: [...paged, ...classified, 'organization_id', 'modified_after', 'minimal', 'full'],
    item: 'service_list',
    whole: 'service',
  },
  organizations: {
    path: '/organizations',
    operations: { one: 'getOrganizationById', list: 'getPaginatedListOfOrganizations' },
    parameters: [...paged, ...classified, 'full', 'full_service'],
    item: 'organization_list',
    whole: 'organization',
  },
  service_at_locations: {
    path: '/service_at_locations',
    operations: { one: 'getServiceAtLocationWithNestedDataById', list: 'getPaginatedListOfServiceAtLocation' },
    parameters: [...paged, ...classified, 'organization_id', 'modified_after', 'full', 'postcode', 'proximity'],
    item: 'service_at_location_list',
    whole: 'service_at_location',
  },
  taxonomies: {
    path: '/taxonomies',
    operations: { one: 'getTaxonomyById', list: 'getPaginatedListOfTaxonomies' },
    parameters: paged,
    item: 'taxonomy',
    whole: 'taxonomy',
  },
  taxonomy_terms: {
    path: '/taxonomy_terms',
    operations: { one: 'getTaxonomyTermById', list: 'getPaginatedListOfTaxonomyTerms' },
    parameters: [...paged, 'taxonomy_id', 'top_only', 'parent_id'],
    item: 'taxonomy_term',
    whole: 'taxonomy_term',
  },
} as const satisfies Record<string, List>
export type ListName = keyof typeof lists
