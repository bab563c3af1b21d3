import type { Id } from '#kernel/id.ts'

/** How a service is reached. */
export const channels = ['in-person', 'phone', 'online'] as const
export type Channel = (typeof channels)[number]
export const searchSorts = ['fit', 'distance', 'wait'] as const
export type SearchSort = (typeof searchSorts)[number]

/** What someone looks for; all of it adds up. Words and needs find together: a service by its words, or by a need they mean. */
export type ServiceSearch = {
  words: string
  /** Needs asked for: a service must answer one of them. */
  needs: readonly string[]
  /** Needs that the words mean: a service that answers one is found without the words. */
  meant: readonly string[]
  language: string | null
  /** What the person speaks: it ranks, and leaves nobody out. */
  prefers: string | null
  region: string | null
  point: { lat: number; lon: number } | null
  withinKm: number | null
  status: string | null
  free: boolean
  evening: boolean
  weekend: boolean
  /** Open at this moment by its weekly hours, in the time of its place. */
  openAt: Date | null
  /** The moment of the search: what is open is said of it. */
  at: Date
  channel: Channel | null
  takesNew: boolean
  sort: SearchSort
}

/** What each part of a fit counts; matching's, so that a list and a plan agree. */
export type Weights = {
  takes: number
  near: number
  perKm: number
  sameRegion: number
  speaks: number
  confirmed: number
  named: number
}

/** A place in a list: where the next page begins. */
export type Cursor = { rank: number; id: Id }
export type Hit = {
  serviceId: Id
  rank: number
  straightKm: number | null
  free: boolean | null
  takesNew: boolean | null
  /** Open at the moment asked, by its weekly hours; null when it says none. */
  open: boolean | null
}
export type Hits = { hits: Hit[]; count: number; more: boolean; next: Cursor | null; forgiven: boolean }
