/** The directory: organizations and services in the words of HSDS, where they come from, and whom they take. */
export { openNow, zoneOf } from './domain/open-now.ts'
export { hsds } from './api/routes.ts'
export { importDirectory, type ImportOptions } from './commands/import-directory.ts'
export { nearQuebec } from './commands/import/near.ts'
export { exportDirectory, exportFormats } from './commands/export/export-directory.ts'
export { loadSeedDirectory } from './commands/load-seed-directory.ts'
export { askListings } from './commands/fresh/ask-listings.ts'
export { reportListing } from './commands/fresh/answers.ts'
export { blocks, freshnessOf, type Block } from './domain/freshness.ts'
export { listingDoor } from './web/fresh/listing-door.tsx'
export { pairPages } from './web/fresh/pairs-page.tsx'
export { workPages } from './web/fresh/work-page.tsx'
export { directoryPages } from './web/pages.tsx'
export { takeUpload } from './commands/uploads/take-upload.ts'
export { endUploads } from './commands/uploads/end-uploads.ts'
export { openSource } from './commands/open-source.ts'
export { reportLines, type ImportProblem, type ImportReport } from './domain/import-report.ts'
export type { FaultReason } from './domain/fault.ts'
export type {
  DirectoryEntry,
  Found,
  Opening,
  ServiceDetail,
  ServiceOffer,
  ServiceStatus,
  Source,
  StatusTaken,
} from './domain/service.ts'
export {
  channels,
  searchSorts,
  type Channel,
  type SearchSort,
  type ServiceSearch,
  type Weights,
} from './domain/search.ts'
export {
  findServices,
  organizationById,
  importProblems,
  organizationContact,
  organizationName,
  reachableAmong,
  searchDirectory,
  serviceById,
  servicesAnswering,
  type FoundService,
  directoryVersion,
  sources,
} from './queries.ts'
