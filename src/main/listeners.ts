import type { Services } from '#platform/http/env.ts'
import { keepClock } from '#features/appointment/index.ts'
import { knowledgeOf } from '#features/assessment/index.ts'
import { fileById } from '#features/identity/index.ts'

/** In the transaction of a registered person's answer: what it changes of the promise is promised on the next page. */
export const onAnswer: Services['onAnswer'] = async (services, db, fileId, at) => {
  const file = await fileById(db, fileId)
  if (!file?.personId) return
  const { profile } = await knowledgeOf(services, db, fileId, at)
  const arrival = profile['arrival_date']
  await keepClock(
    services,
    db,
    {
      fileId,
      region: file.region,
      language: String(profile['prefer_language'] ?? file.language),
      arrival: typeof arrival === 'string' ? arrival : undefined,
      abroad: profile['where'] === 'abroad',
      urgent: false,
    },
    at,
  )
}
