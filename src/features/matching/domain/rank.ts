import type { Truth } from '#kernel/rule.ts'
import { detour, weights } from './weights.ts'

/** What matching needs to know of a service; directory hands it over. */
export type Offer = {
  serviceId: string
  needIds: readonly string[]
  region: string | null
  allRegions: boolean
  lat: number | null
  lon: number | null
  languages: readonly string[]
  statuses: readonly { status: string; accepts: boolean; source: string | null; asOf: string }[]
  confirmedOn: string | null
}
/** What of a person decides: nothing of origin, name, age or religion ever does. */
export type Seeker = {
  status: string | undefined
  region: string | null
  lat: number | null
  lon: number | null
  language: string
}

/** Why a service fits, in parts one can read. `takes` is three-valued: what no source says is "to check". */
export type Fit<O extends Offer> = {
  offer: O
  takes: Truth
  kilometres: number | null
  speaks: boolean
  score: { takes: number; near: number; speaks: number; confirmed: number }
}

/** A "no" without a source is no more than a question. */
export function takesStatus(offer: Offer, status: string | undefined): Truth {
  const rule = offer.statuses.find((each) => each.status === status)
  if (!rule) return 'unknown'
  if (rule.accepts) return 'yes'
  return rule.source === null ? 'unknown' : 'no'
}

/** The services that may take this person, the best fit first; one that says no, with a source, is left out. */
export function rankOffers<O extends Offer>(offers: readonly O[], seeker: Seeker): Fit<O>[] {
  return offers
    .map((offer) => fitOf(offer, seeker))
    .filter((fit) => fit.takes !== 'no')
    .sort(
      (a, b) =>
        total(b) - total(a) ||
        (a.kilometres ?? 9_999) - (b.kilometres ?? 9_999) ||
        (a.offer.serviceId < b.offer.serviceId ? -1 : 1),
    )
}

/** How one service fits. */
export function fitOf<O extends Offer>(offer: O, seeker: Seeker): Fit<O> {
  const takes = takesStatus(offer, seeker.status)
  const kilometres = distanceBetween(offer, seeker)
  const speaks = offer.languages.includes(seeker.language)
  const near =
    kilometres !== null
      ? Math.max(0, weights.near - (kilometres / detour) * weights.perKm)
      : offer.region !== null && offer.region === seeker.region
        ? weights.sameRegion
        : 0
  return {
    offer,
    takes,
    kilometres,
    speaks,
    score: {
      takes: takes === 'yes' ? weights.takes : 0,
      near,
      speaks: speaks ? weights.speaks : 0,
      confirmed: offer.confirmedOn ? weights.confirmed : 0,
    },
  }
}

function total({ score }: { score: Fit<Offer>['score'] }): number {
  return score.takes + score.near + score.speaks + score.confirmed
}

type Point = { lat: number | null; lon: number | null }

/** Straight-line kilometres times 1.3, the usual detour of roads: approximate, and said to be. */
export function distanceBetween(one: Point, other: Point): number | null {
  if (one.lat === null || one.lon === null || other.lat === null || other.lon === null) return null
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const a =
    Math.sin(radians(other.lat - one.lat) / 2) ** 2 +
    Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * Math.sin(radians(other.lon - one.lon) / 2) ** 2
  return Math.round(2 * 6371 * Math.asin(Math.sqrt(a)) * detour)
}
