// Checks 7, 12 and 21: documents judged by the published schemas and by the shapes that we promise.
import { shapes } from '#features/directory/api/shapes.ts'
import type { DocumentName } from '#features/directory/domain/hsds/documents.ts'
import { faultsOf, hasOfficialSchemas, type OfficialName } from '#features/directory/testing/official-schema.ts'
import type { List } from './reading.ts'

export const shapeOf: Record<List, { item: OfficialName; whole: OfficialName; withFull: boolean }> = {
  services: { item: 'service_list', whole: 'service', withFull: true },
  organizations: { item: 'organization_list', whole: 'organization', withFull: true },
  service_at_locations: { item: 'service_at_location_list', whole: 'service_at_location', withFull: true },
  taxonomies: { item: 'taxonomy', whole: 'taxonomy', withFull: false },
  taxonomy_terms: { item: 'taxonomy_term', whole: 'taxonomy_term', withFull: false },
}

/** Where documents break the standard, or the shapes that we promise. */
export function faultsAmong(name: OfficialName, documents: readonly unknown[], shape: DocumentName = name): string[] {
  const official = hasOfficialSchemas ? documents.flatMap((each) => faultsOf(name, each)) : []
  const ours = documents.flatMap((each) => shapes[shape].safeParse(each).error?.issues ?? [])
  return [...official, ...ours.map(({ path, message }) => `${path.join('.')} ${message}`)].slice(0, 10)
}
