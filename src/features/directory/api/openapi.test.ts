import { Ajv2020 } from 'ajv/dist/2020.js'
import ajvFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { openapiDocument } from './openapi.ts'

const document = openapiDocument('https://aide.example.org')
const text = JSON.stringify(document)

test('every operation has a name of its own, and every reference is found in the document', () => {
  const names = [...text.matchAll(/"operationId":"(\w+)"/g)].map((found) => found[1])
  expect(names).toHaveLength(16)
  expect(new Set(names).size).toBe(names.length)
  const references = [...text.matchAll(/"\$ref":"([^"]*)"/g)].map((found) => found[1])
  const found = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`)
  expect(references.length).toBeGreaterThan(50)
  expect(references.filter((each) => !found.includes(each ?? ''))).toEqual([])
})

test('every schema of it can be compiled, and knows a wrong answer', () => {
  const ajv = new Ajv2020({ strict: true, allErrors: true, validateFormats: true })
  ajvFormats.default(ajv)
  ajv.addKeyword('components') // where OpenAPI keeps its schemas: no word of JSON Schema
  ajv.addSchema({ $id: 'directory', components: document.components })
  for (const name of Object.keys(document.components.schemas))
    expect(ajv.getSchema(`directory#/components/schemas/${name}`), name).toBeTypeOf('function')
  const about = { version: '3.1', profile: 'https://aide.example.org/', openapi_url: 'https://aide.example.org/' }
  const judge = ajv.getSchema('directory#/components/schemas/About')
  expect([judge?.(about), judge?.({ ...about, version: '4' }), judge?.({ ...about, colour: 'red' })]).toEqual([
    true,
    false,
    false,
  ])
})

test('a choice is a boolean and a count a whole number, as the standard says', () => {
  const types = [...text.matchAll(/"name":"(\w+)","in":"query"[^{]*"schema":\{"type":"(\w+)"/g)]
  const typesOf = (names: readonly string[]) =>
    new Set(types.flatMap(([, name = '', type]) => (names.includes(name) ? [type] : [])))
  expect(typesOf(['minimal', 'full', 'full_service', 'top_only'])).toEqual(new Set(['boolean']))
  expect(typesOf(['page', 'per_page', 'proximity'])).toEqual(new Set(['integer']))
})
