import { plainWords, understand, type Vocabulary } from './understand.ts'

/** A place by its name or postal area. */
export type Point = { label: string; name: string; region: string; lat: number; lon: number }
export type How = 'in-person' | 'phone' | 'online'
export type Sort = 'fit' | 'distance' | 'wait'

/** What the address of a list says; everything may be absent, and what cannot be read is as if it were. */
export type Looking = {
  text: string
  words: string
  need: string | null
  meant: string[]
  language: string | null
  place: Point | null
  /** What was typed as a place and is none. */
  unknownPlace: string | null
  region: string | null
  withinKm: number | null
  /** In all of Québec, the nearest first: where the region has nothing. */
  anywhere: boolean
  status: string | null
  free: boolean
  evening: boolean
  weekend: boolean
  now: boolean
  how: How | null
  takesNew: boolean
  sort: Sort
}

export type Gazetteer = {
  findPlace: (text: string) => Point | undefined
  /** The place nearest to a point. */
  nearest: (lat: number, lon: number) => Point | undefined
  needs: readonly string[]
  regions: readonly string[]
  statuses: readonly string[]
  vocabulary: Vocabulary
}

const hows: readonly How[] = ['in-person', 'phone', 'online']
const sorts: readonly Sort[] = ['fit', 'distance', 'wait']
const distances = [5, 10, 25, 50, 100]

/** Reads the query of a list. */
export function readLooking(query: Readonly<Record<string, string>>, known: Gazetteer): Looking {
  const text = (query['q'] ?? '').normalize('NFC').trim().slice(0, 120)
  const understood = understand(text, known.vocabulary)
  const typed = (query['place'] ?? '').trim().slice(0, 80)
  const place = pointOf(query['near'], known) ?? (typed ? known.findPlace(typed) : undefined)
  const among = (name: string, all: readonly string[]) => all.find((each) => each === query[name]) ?? null
  const flag = (name: string) => query[name] === '1'
  const need = among('need', known.needs)
  return {
    text,
    words: plainWords(understood.words) === '' ? '' : understood.words,
    need,
    meant: need ? [] : understood.needs.filter((each) => known.needs.includes(each)),
    language: /^[a-z]{2,3}$/.test(query['speaks'] ?? '') ? (query['speaks'] ?? null) : null,
    place: place ?? null,
    unknownPlace: typed && !place ? typed : null,
    region: place?.region ?? among('region', known.regions),
    withinKm: distances.find((each) => String(each) === query['within']) ?? null,
    anywhere: false,
    status: among('status', known.statuses),
    free: flag('free'),
    evening: flag('evening') || understood.evening,
    weekend: flag('weekend') || understood.weekend,
    now: flag('now'),
    how: hows.find((each) => each === query['how']) ?? null,
    takesNew: flag('new'),
    sort: sorts.find((each) => each === query['sort']) ?? 'fit',
  }
}

export const withinChoices = distances

/** "45.51,-73.57", as a telephone gives it on tap, to about a kilometre; the nearest town gives the region. */
function pointOf(near: string | undefined, { nearest }: Gazetteer): Point | undefined {
  const found = /^(-?\d{1,2}(?:\.\d{1,2})?),(-?\d{1,3}(?:\.\d{1,2})?)$/.exec(near ?? '')
  if (!found) return undefined
  const [lat, lon] = [Number(found[1]), Number(found[2])]
  if (lat < 44 || lat > 63 || lon < -80 || lon > -56) return undefined
  const town = nearest(lat, lon)
  return town && { ...town, label: town.name, lat, lon }
}

/** What to leave out, one after the other, when nothing is found: what is least of a need first. */
export const leftOutInTurn = [
  'now',
  'evening',
  'weekend',
  'takesNew',
  'how',
  'free',
  'language',
  'withinKm',
  'words',
  'region',
] as const
export type LeftOut = (typeof leftOutInTurn)[number]

/** The same without one of its wishes; undefined when it was none. */
export function without(looking: Looking, part: LeftOut): Looking | undefined {
  if (part === 'region') return { ...looking, anywhere: true }
  const value = looking[part]
  if (value === null || value === false || value === '') return undefined
  if (part === 'words') return looking.meant.length > 0 || looking.need ? { ...looking, words: '' } : undefined
  const empty = typeof value === 'boolean' ? false : null
  return { ...looking, [part]: empty }
}
