import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'

/** Whom a service takes, as a source says it; a status that nobody has spoken of is absent. */
export type StatusTaken = { status: string; accepts: boolean; source: string | null; confidence: string; asOf: Day }

/** What may be offered to a newcomer: a service of an active organization, from a source that an editor opened. */
export type ServiceOffer = {
  serviceId: Id
  name: string
  description: string
  needIds: string[]
  organizationId: Id
  organizationName: string
  region: string | null
  city: string | null
  /** Both null where the place is confidential or unknown. */
  lat: number | null
  lon: number | null
  confidential: boolean
  allRegions: boolean
  /** Codes where the source gives them, else its own words. */
  languages: string[]
  phones: string[]
  statuses: StatusTaken[]
  /** The day the organization itself confirmed its entry; null reads "to be confirmed". */
  confirmedOn: Day | null
  invented: boolean
}

export type Opening = {
  freq: 'WEEKLY' | 'MONTHLY' | null
  /** As RFC 5545 writes days: 'MO,WE', or '2SA' for the second Saturday. */
  byday: string | null
  opensAt: string | null
  closesAt: string | null
  description: string | null
  validFrom: Day | null
  validTo: Day | null
  /** Every so many weeks, counted from `dtstart`. */
  interval: number | null
  dtstart: Day | null
}

export type ServiceStatus = 'active' | 'inactive' | 'defunct' | 'temporarily closed'

/** All that a service's page says. */
export type ServiceDetail = ServiceOffer & {
  status: ServiceStatus
  url: string | null
  website: string | null
  email: string | null
  /** One line an address; none when the place is confidential. */
  addressLines: string[]
  schedules: Opening[]
  fees: string | null
  applicationProcess: string | null
  waitTime: string | null
  eligibility: string | null
  sourceName: string
  lastModified: Date
  /** The day somebody last said that the entry is right. */
  assuredOn: Day | null
  rhythmMonths: number
  /** Kept from readers, for nobody confirmed it any more. */
  hiddenAt: Date | null
}

/** One line of the workspace's search: a service, or an organization that lists none. */
export type DirectoryEntry = {
  organizationId: Id
  organizationName: string
  serviceId: Id | null
  serviceName: string | null
  region: string | null
  city: string | null
  /** The service's, unless its organization ended. */
  status: ServiceStatus | 'suspended'
  sourceName: string
  opened: boolean
  confirmedOn: Day | null
}

export type Found = {
  entries: DirectoryEntry[]
  /** Exact to 1,000; beyond, `more` says that there are more. */
  count: number
  more: boolean
  /** Where the next page begins; absent on the last. */
  next: string | undefined
}

export type Source = {
  id: string
  name: string
  invented: boolean
  importedAt: Date | null
  openedAt: Date | null
  organizations: number
  services: number
}
