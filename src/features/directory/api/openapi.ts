import { z } from 'zod'
import { lists, meanings, queryShape, type List, type ParameterName } from './parameters.ts'
import { minimalItem, named, pageOf, shapes } from './shapes.ts'

/** The OpenAPI document of /hsds, written from the shapes that every answer is checked with. */
export function openapiDocument(publicUrl: string) {
  const { schemas } = z.toJSONSchema(named, { uri: (id) => `#/components/schemas/${id}` })
  return {
    openapi: '3.1.0',
    info: {
      title: 'Community services of Québec, HSDS 3.1',
      version: '3.1',
      description:
        'Read only, open to all. Entries come from several sources; none is offered to newcomers before an editor opened it.',
      contact: { name: 'Accompagnement Québec', url: publicUrl },
      license: { name: 'As each source says', identifier: 'LicenseRef-sources' },
    },
    servers: [{ url: `${publicUrl}/hsds` }],
    tags: [{ name: 'directory', description: 'Organizations, services, places and their vocabularies.' }],
    paths: {
      '/': {
        get: {
          ...common('getAPIMetaInformation', 'Which HSDS this API speaks, and where it is described.'),
          responses: { 200: content('This API.', ref('About')) },
        },
      },
      ...Object.fromEntries(Object.values<List>(lists).flatMap((list) => [listPath(list), onePath(list)])),
    },
    components: {
      schemas: Object.fromEntries(
        Object.entries(schemas).map(([id, { $schema: _draft, $id: _id, ...schema }]) => [id, schema]),
      ),
    },
  }
}

function common(operationId: string, description: string) {
  return { operationId, summary: description, description, tags: ['directory'] }
}

function ref(name: string) {
  return { $ref: `#/components/schemas/${name}` }
}

function content(description: string, schema: object) {
  return { description, content: { 'application/json': { schema } } }
}

const problems = {
  description: 'A problem (RFC 9457).',
  content: { 'application/problem+json': { schema: ref('Problem') } },
}

function listPath(list: List): [string, object] {
  const { operations, parameters } = list
  const { contents: _contents, ...envelope } = pageSchema()
  const items = documentsOf(list).map((name) => ref(name))
  const page = {
    type: 'object',
    required: [...Object.keys(envelope), 'contents'],
    additionalProperties: false,
    properties: { ...envelope, contents: { type: 'array', items: { anyOf: [...items, minimalSchema()] } } },
  }
  const responses = {
    200: {
      description: 'A page of the list, or all of it as ndjson.',
      content: {
        'application/json': { schema: page },
        'application/x-ndjson': { schema: { type: 'string' } },
      },
    },
    304: { description: 'Nothing has changed since.' },
    400: problems,
  }
  const form = {
    type: 'object',
    properties: Object.fromEntries(parameters.map((name) => [name, parameterSchema(name)])),
  }
  return [
    list.path,
    {
      get: {
        ...common(operations.list, `The list at ${list.path}.`),
        parameters: parameters.map((name) => parameterOf(name)),
        responses,
      },
      post: {
        ...common(
          `${operations.list}ByPost`,
          `The list at ${list.path}, asked for in a body rather than in the address.`,
        ),
        requestBody: {
          required: false,
          content: { 'application/x-www-form-urlencoded': { schema: form }, 'application/json': { schema: form } },
        },
        responses,
      },
    },
  ]
}

function onePath(list: List): [string, object] {
  const id = { name: 'id', in: 'path', required: true, description: 'Its identifier.', schema: { type: 'string' } }
  const parameters = list === lists.organizations ? [id, parameterOf('full_service')] : [id]
  const [whole] = documentsOf(list)
  const schema = list === lists.organizations ? { anyOf: documentsOf(list).map(ref) } : ref(whole ?? '')
  return [
    `${list.path}/{id}`,
    {
      get: {
        ...common(list.operations.one, `One entry of ${list.path}, with all that hangs from it.`),
        parameters,
        responses: { 200: content('The entry.', schema), 304: { description: 'Not changed since.' }, 404: problems },
      },
    },
  ]
}

/** The names under which a list's documents are described: the whole first. */
function documentsOf(list: List): string[] {
  const names = [
    list.whole,
    list.item,
    ...(list === lists.organizations ? (['organization_with_services'] as const) : []),
  ]
  return [...new Set(names.map((name) => named.get(shapes[name])?.id ?? ''))]
}

function pageSchema() {
  const { properties = {} } = z.toJSONSchema(pageOf(z.unknown()))
  return properties
}

function minimalSchema() {
  const { $schema: _draft, ...schema } = z.toJSONSchema(minimalItem)
  return schema
}

function parameterOf(name: ParameterName) {
  return { name, in: 'query', required: false, description: meanings[name], schema: parameterSchema(name) }
}

function parameterSchema(name: ParameterName): unknown {
  const { properties } = z.toJSONSchema(queryShape, { io: 'input' })
  const numbers: readonly ParameterName[] = ['page', 'per_page', 'proximity']
  if (numbers.includes(name)) return { type: 'integer', minimum: 1, maximum: name === 'per_page' ? 100 : 9_999_999 }
  const choices: readonly ParameterName[] = ['top_only', 'minimal', 'full', 'full_service']
  // as the standard says: in an address the word, in JSON the value itself
  if (choices.includes(name)) return { type: 'boolean', default: false }
  return properties?.[name] ?? { type: 'string' }
}
