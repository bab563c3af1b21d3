import { z } from 'zod'
import { about, minimalPage, problem, servicePage, serviceQuery, serviceWhole } from './shapes.ts'

/** What each parameter means; what it may hold is read from the shape that checks it. */
const meanings: Record<keyof typeof serviceQuery.shape, string> = {
  search: 'Words that all stand in the names or the description, without regard to accents or case.',
  page: 'The page, from 1. A page past the end is empty.',
  per_page: 'Services a page, at most 100.',
  format: 'Only json.',
  taxonomy_term_id: 'Services with this term or one under it.',
  organization_id: 'Services of this organization.',
  modified_after: 'Services changed after this moment.',
  minimal: 'Identifiers and moments of change only.',
  full: 'Only false: a whole service is at /services/{id}.',
}

/** The OpenAPI document of /hsds, written from the shapes that every answer is checked with. */
export function openapiDocument(publicUrl: string) {
  const problems = {
    description: 'A problem (RFC 9457).',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
  const answer = (description: string, schema: object) => ({ description, content: { 'application/json': { schema } } })
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
  return {
    openapi: '3.1.0',
    info: {
      title: 'Community services of Québec, HSDS 3.1',
      version: '3.1',
      description:
        'Read only, open to all. Entries come from several sources; none is offered to newcomers before an editor opened it.',
    },
    servers: [{ url: `${publicUrl}/hsds` }],
    paths: {
      '/': { get: { operationId: 'getAPIMetaInformation', responses: { 200: answer('This API.', ref('About')) } } },
      '/services': {
        get: {
          operationId: 'getPaginatedListOfServices',
          parameters: Object.entries(meanings).map(([name, description]) => ({
            name,
            in: 'query',
            required: false,
            description,
            schema: parameterSchema(name),
          })),
          responses: {
            200: answer('A page of services.', { oneOf: [ref('ServicePage'), ref('MinimalPage')] }),
            400: problems,
          },
        },
      },
      '/services/{id}': {
        get: {
          operationId: 'getFullyNestedServiceById',
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
          responses: { 200: answer('A service with all that hangs from it.', ref('Service')), 404: problems },
        },
      },
    },
    components: {
      schemas: {
        About: jsonSchema(about),
        ServicePage: jsonSchema(servicePage),
        MinimalPage: jsonSchema(minimalPage),
        Service: jsonSchema(serviceWhole),
        Problem: jsonSchema(problem),
      },
    },
  }
}

function jsonSchema(shape: z.ZodType) {
  const { $schema: _draft, ...schema } = z.toJSONSchema(shape)
  return schema
}

function parameterSchema(name: string): unknown {
  const { properties } = z.toJSONSchema(serviceQuery, { io: 'input' })
  return properties?.[name] ?? { type: 'string' }
}
