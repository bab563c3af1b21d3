import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { parseId, type Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'
import { offerOf, type Around } from './domain/offer.ts'
import type { Found, ServiceDetail, ServiceOffer } from './domain/service.ts'
import {
  detailOf,
  languagesOf,
  needsOf,
  offersByIds,
  offersByOrganization,
  organizationOf,
  offersFor,
  openingsOf,
  phonesOf,
  placesOf,
  statusesOf,
  type OfferRow,
  type PlaceRow,
} from './store/offers.ts'
import type { Cursor, Hit, ServiceSearch, Weights } from './domain/search.ts'
import { versionOf } from './store/version.ts'
import { searchPage } from './store/search/services.ts'
import { countNamed, entriesNamed, type Place } from './store/search/named.ts'

/**
 * Services that answer at least one of the needs, in the region or in all (null: anywhere), from opened sources only; at
 * most 400. Who reads other things too asks for the directory's version beside them and hands it in.
 */
export async function servicesAnswering(
  db: Db,
  needIds: readonly string[],
  region: string | null,
  version?: string,
): Promise<readonly ServiceOffer[]> {
  if (needIds.length === 0) return []
  const key = `${version ?? (await versionOf(db))} ${region ?? ''} ${[...needIds].sort().join(' ')}`
  const known = remembered.get(key)
  if (known) return known
  const rows = await offersFor(db, needIds, region)
  const around = rows.length > 0 ? await aroundOf(db, rows) : undefined
  const offers = around ? rows.map((row) => offerOf(row, around)) : []
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(key, offers)
  return offers
}

const resultsPage = 10
/** Below so few, what was typed may hold a slip: names that are nearly so are offered too. */
const fewResults = 5

export type FoundService = { offer: ServiceOffer } & Omit<Hit, 'serviceId' | 'rank'>
export type FoundServices = {
  found: FoundService[]
  /** Exact to 1,000; beyond, `more` says that there are more. */
  count: number
  more: boolean
  next: string | undefined
  /** Whether names that only resemble what was typed are among them. */
  forgiven: boolean
}

/** A page of services for what someone looks for, the best first, from opened sources only. */
export async function findServices(
  db: Db,
  search: ServiceSearch,
  weights: Weights,
  after?: string,
): Promise<FoundServices> {
  const cursor = after === undefined ? undefined : rankCursor(after)
  const page = { after: cursor, limit: resultsPage + 1, forgiving: false }
  const { hits: exact, count } = await searchPage(db, search, weights, page)
  const near =
    count < fewResults && search.words !== ''
      ? await searchPage(db, search, weights, { ...page, forgiving: true })
      : undefined
  const more = (near?.hits ?? []).filter((hit) => !exact.some(({ serviceId }) => serviceId === hit.serviceId))
  const hits = [...exact, ...more].slice(0, resultsPage)
  const last = hits.at(-1)
  return {
    found: await offersOf(db, hits),
    count: Math.min(count + more.length, mostCounted),
    more: count > mostCounted,
    next: last && exact.length > resultsPage ? cursorText([last.rank, last.serviceId]) : undefined,
    forgiven: more.length > 0,
  }
}

async function offersOf(db: Db, hits: readonly Hit[]): Promise<FoundService[]> {
  if (hits.length === 0) return []
  const rows = await offersByIds(
    db,
    hits.map(({ serviceId }) => serviceId),
  )
  const around = await aroundOf(db, rows)
  const byId = new Map(rows.map((row) => [row.serviceId, offerOf(row, around)]))
  return hits.flatMap(({ serviceId, rank: _rank, ...said }) => {
    const offer = byId.get(serviceId)
    return offer ? [{ offer, ...said }] : []
  })
}

const rankShape = z.tuple([z.number(), z.uuid()])

/** A cursor that is none of ours begins at the first page. */
function rankCursor(cursor: string): Cursor | undefined {
  try {
    const [rank, id] = rankShape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return { rank, id }
  } catch {
    return undefined
  }
}

function cursorText(place: readonly [number | string, Id]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** The directory is the same for everyone: what was read for one is given to the next, until it changes. */
const remembered = new Map<string, readonly ServiceOffer[]>()
const mostRemembered = 500

export type OrganizationDetail = {
  organizationId: Id
  name: string
  description: string
  website: string | null
  city: string | null
  confirmedOn: Day | null
  invented: boolean
  services: ServiceOffer[]
}

/** An organization of an opened source, with the services it offers; nothing of the others. */
export async function organizationById(db: Db, id: Id): Promise<OrganizationDetail | undefined> {
  const organization = await organizationOf(db, id)
  if (!organization) return undefined
  const rows = await offersByOrganization(db, id)
  const around = rows.length > 0 ? await aroundOf(db, rows) : undefined
  return { ...organization, services: around ? rows.map((row) => offerOf(row, around)) : [] }
}

/** All of one service of an opened source and an active organization, whatever its own state; nothing of the others. */
export async function serviceById(db: Db, id: string): Promise<ServiceDetail | undefined> {
  const serviceId = parseId(id)
  const row = serviceId && (await detailOf(db, serviceId))
  if (!row) return undefined
  const around = await aroundOf(db, [row])
  const offer = offerOf(row, around)
  const openings = await openingsOf(
    db,
    row.serviceId,
    offer.confidential ? [] : around.allPlaces.map((place) => place.locationId),
  )
  const own = openings.filter((opening) => opening.ofService)
  const { status, url, website, fees, applicationProcess, waitTime, eligibility, sourceName, lastModified } = row
  const { assuredOn, rhythmMonths, hiddenAt } = row
  const lines = around.allPlaces.flatMap(({ street, street2, city, province, postalCode }) =>
    street === null || offer.confidential
      ? []
      : [[street, street2, `${city ?? ''} (${province ?? ''}) ${postalCode ?? ''}`].filter(Boolean).join(', ')],
  )
  return {
    ...offer,
    status,
    url,
    website,
    fees,
    applicationProcess,
    waitTime,
    eligibility,
    sourceName,
    lastModified,
    ...{ assuredOn, rhythmMonths, hiddenAt },
    email: row.serviceEmail ?? row.organizationEmail,
    addressLines: [...new Set(lines)],
    schedules: (own.length > 0 ? own : openings).map(({ ofService: _whose, ...opening }) => opening),
  }
}

/** What stands around services, in five queries whatever their number. */
async function aroundOf(db: Db, rows: readonly OfferRow[]): Promise<Around & { allPlaces: PlaceRow[] }> {
  const services = rows.map((row) => row.serviceId)
  const [needs, statuses, languages, allPlaces] = await Promise.all([
    needsOf(db, services),
    statusesOf(db, services),
    languagesOf(db, services),
    placesOf(db, services),
  ])
  const locations = [...new Set(allPlaces.map((place) => place.locationId))]
  const organizations = [...new Set(rows.map((row) => row.organizationId))]
  const phones = await phonesOf(db, { services, locations, organizations })
  return {
    needs: Map.groupBy(needs, (each) => each.serviceId),
    statuses: Map.groupBy(statuses, (each) => each.serviceId),
    languages: Map.groupBy(languages, (each) => each.serviceId ?? ''),
    places: Map.groupBy(allPlaces, (each) => each.serviceId),
    phones: {
      ofService: Map.groupBy(phones, (each) => each.serviceId),
      ofLocation: Map.groupBy(phones, (each) => each.locationId),
      ofOrganization: Map.groupBy(phones, (each) => each.organizationId),
    },
    allPlaces,
  }
}

const pageSize = 25
const mostCounted = 1000
const cursorShape = z.tuple([z.string().max(500), z.uuid()])

/** The directory as the workspace searches it: every source, opened or not; all words of the text stand in the names. */
export async function searchDirectory(db: Db, text: string, after?: string): Promise<Found> {
  const words = text.normalize('NFC').trim().split(/\s+/).filter(Boolean).slice(0, 8)
  const rows = await entriesNamed(db, words, after === undefined ? undefined : placeOf(after), pageSize + 1)
  const count = await countNamed(db, words, mostCounted + 1)
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)
  return {
    entries: shown.map(({ sort: _sort, id: _id, ...entry }) => entry),
    count: Math.min(count, mostCounted),
    more: count > mostCounted,
    next: last && rows.length > pageSize ? cursorOf(last) : undefined,
  }
}

function cursorOf({ sort, id }: { sort: string; id: Id }): string {
  return cursorText([sort.slice(0, 500), id])
}

/** A cursor that is none of ours begins at the first page. */
function placeOf(cursor: string): Place | undefined {
  try {
    const [sort, id] = cursorShape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return { sort, id }
  } catch {
    return undefined
  }
}

export { contactOf as organizationContact, nameOf as organizationName, reachableAmong } from './store/contacts.ts'
export { versionOf as directoryVersion } from './store/version.ts'
export { allSources as sources, problemsOfLatest as importProblems } from './store/sources.ts'
