import { dayOf } from '#kernel/day.ts'
import { findServices, type FoundService, type ServiceSearch } from '#features/directory/index.ts'
import type { Db } from '#platform/db/db.ts'
import { leftOutInTurn, without, type LeftOut, type Looking } from './domain/looking.ts'
import { fitOf, type Seeker } from './domain/rank.ts'
import { statusGroupOf } from './domain/status-group.ts'
import { weights } from './domain/weights.ts'
import type { ServiceFit } from './queries.ts'
import { countUnmet } from './store.ts'

/** A service of a list: how it fits, and what is known of it now. */
export type Listed = ServiceFit & Pick<FoundService, 'free' | 'takesNew' | 'open'>
export type Looked = {
  listed: Listed[]
  count: number
  more: boolean
  next: string | undefined
  forgiven: boolean
  /** Where nothing was found: what was found without one of the wishes. */
  instead: { left: LeftOut; listed: Listed[] } | undefined
}

type When = { now: Date; holiday: boolean }

/** What someone looks for, the best first; where nothing is found, what comes nearest. */
export async function lookFor(
  db: Db,
  looking: Looking,
  seeker: Seeker,
  when: When,
  after: string | undefined,
): Promise<Looked> {
  const { found, ...counted } = await findServices(db, searchOf(looking, seeker, when), weights, after)
  const listed = found.map((each) => listedOf(each, seeker, looking))
  const instead = listed.length === 0 ? await nearest(db, looking, seeker, when) : undefined
  return { listed, ...counted, instead }
}

/** Each wish is left out in turn, and all those before it stay left out: so something is found where anything is. */
async function nearest(db: Db, looking: Looking, seeker: Seeker, when: When): Promise<Looked['instead']> {
  let wider = looking
  for (const left of leftOutInTurn) {
    const next = without(wider, left)
    if (!next) continue
    wider = next
    const { found } = await findServices(db, searchOf(wider, seeker, when), weights)
    if (found.length > 0) return { left, listed: found.slice(0, 3).map((each) => listedOf(each, seeker, wider)) }
  }
  return undefined
}

/** On a holiday weekly hours say nothing: nobody is told that a door is open. */
function searchOf(looking: Looking, seeker: Seeker, { now, holiday }: When): ServiceSearch {
  const { words, need, meant, language, region, place, withinKm, status, free, evening, weekend, how, takesNew } =
    looking
  return {
    ...{ words, needs: need ? [need] : [], meant, language, prefers: seeker.language },
    ...{
      region: looking.anywhere ? null : (region ?? seeker.region),
      point: place ?? pointOf(seeker, region),
      withinKm,
    },
    ...{ status: status ?? seeker.status ?? null, free, evening, weekend, channel: how, takesNew },
    ...{ openAt: looking.now && !holiday ? now : null, at: now, sort: looking.anywhere ? 'distance' : looking.sort },
  }
}

/** The person's own place, unless they look in another region. */
function pointOf({ lat, lon, region }: Seeker, asked: string | null): { lat: number; lon: number } | null {
  return lat !== null && lon !== null && (asked === null || asked === region) ? { lat, lon } : null
}

function listedOf({ offer, free, takesNew, open }: FoundService, seeker: Seeker, looking: Looking): Listed {
  const { place, status, language } = looking
  const from = place ?? pointOf(seeker, looking.region)
  const asked = {
    ...seeker,
    status: status ?? seeker.status,
    lat: from?.lat ?? null,
    lon: from?.lon ?? null,
    language: language ?? seeker.language,
  }
  return { ...fitOf(offer, asked), free, takesNew, open }
}

/** A need that no service answers here is counted; a word nobody understands tells of no need. */
export async function noteUnmet(db: Db, looking: Looking, seeker: Seeker, now: Date): Promise<void> {
  const need = looking.need ?? looking.meant[0]
  if (!need) return
  await countUnmet(db, {
    day: dayOf(now),
    need,
    region: looking.region ?? seeker.region ?? '00',
    language: looking.language ?? seeker.language,
    statusGroup: statusGroupOf(looking.status ?? seeker.status),
  })
}
