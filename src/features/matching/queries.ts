import type { Profile } from '#kernel/profile.ts'
import { servicesAnswering, type ServiceOffer } from '#features/directory/index.ts'
import type { Db } from '#platform/db/db.ts'
import { rankOffers, type Fit, type Seeker } from './domain/rank.ts'

export type ServiceFit = Fit<ServiceOffer>

/** What of a profile and a place matching may look at. */
export function seekerOf(
  profile: Profile,
  place: { region: string; lat: number; lon: number } | undefined,
  language: string,
): Seeker {
  const status = profile['status']
  const spoken = profile['prefer_language']
  return {
    status: typeof status === 'string' && status !== 'unsure' && status !== 'not_say' ? status : undefined,
    region: place?.region ?? null,
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    language: typeof spoken === 'string' ? spoken : language,
  }
}

/** No region's code: someone who gave no place is shown what serves all of Québec, not a town they do not live in. */
const everywhere = '00'

/** For each need, the services that may take this person, the best fit first; one query whatever the number of needs. */
export async function servicesFor(
  db: Db,
  needIds: readonly string[],
  seeker: Seeker,
  version?: string,
): Promise<Map<string, ServiceFit[]>> {
  if (needIds.length === 0) return new Map()
  const ranked = rankOffers(await servicesAnswering(db, needIds, seeker.region ?? everywhere, version), seeker)
  return new Map(needIds.map((need) => [need, ranked.filter((fit) => fit.offer.needIds.includes(need))]))
}
