import { expect, test } from 'vitest'
import { faultsOf, hasOfficialSchemas, officialSchemas } from './official-schema.ts'

const id = '00000000-0000-4000-8000-000000000001'
const service = { id, name: 'Cours', status: 'active' }
const term = { id, name: 'Français', description: 'Apprendre' }
const skipped = `(skipped where the schemas are not at ${officialSchemas})`

test.skipIf(!hasOfficialSchemas)(`the published schemas tell a wrong value ${skipped}`, () => {
  expect(faultsOf('service', service)).toEqual([])
  expect(faultsOf('service', { ...service, id: 'x', status: 'open' })).toEqual([
    'service/id must match format "uuid"',
    'service/status must be equal to one of the allowed values',
  ])
  expect(faultsOf('service_list', { id, name: 'Cours' })).toEqual(["service_list must have required property 'status'"])
})

test.skipIf(!hasOfficialSchemas)(`a key that HSDS does not name is a fault, however deep ${skipped}`, () => {
  const at = (location: object) => ({ ...service, service_at_locations: [{ id, location }] })
  expect(faultsOf('service', at({ id, location_type: 'physical', latitude: 46.8 }))).toEqual([])
  expect(faultsOf('service', at({ id, location_type: 'physical', lattitude: 46.8 }))).toEqual([
    'service/service_at_locations/0/location/lattitude is unknown to HSDS',
  ])
})

test.skipIf(!hasOfficialSchemas)(`vocabularies are read through the parts they point to ${skipped}`, () => {
  const trace = { ...{ id, resource_id: id, resource_type: 'taxonomy_term' }, last_action_date: '2026-10-02T12:00:00Z' }
  const told = { last_action_type: 'update', field_name: 'name', previous_value: '', replacement_value: 'Français' }
  const whole = { ...trace, ...told, updated_by: 'La source' }
  expect(faultsOf('taxonomy_term', { ...term, metadata: [whole], taxonomy_detail: { ...term } })).toEqual([])
  expect(faultsOf('taxonomy_term', { ...term, metadata: [{ ...trace, ...told }] })).toEqual([
    "taxonomy_term/metadata/0 must have required property 'updated_by'",
  ])
  expect(faultsOf('taxonomy_term', { ...term, taxonomy_detail: { ...term, colour: 'red' } })).toEqual([
    'taxonomy_term/taxonomy_detail/colour is unknown to HSDS',
  ])
})
