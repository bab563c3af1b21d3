/** One reader and what they did, however often: what a person wants to know at a glance. */
export type Look = { who: string | null; what: 'opened' | 'read' | 'acted'; count: number; last: Date }
type Entry = { at: Date; actorLabel: string | null; action: string; outcome: 'granted' | 'refused' }

/** The granted entries by reader and kind of act, the latest first. Refused tries are the operator's to review. */
export function groupLooks(entries: readonly Entry[]): Look[] {
  const looks = new Map<string, Look>()
  for (const { at, actorLabel, action, outcome } of entries) {
    if (outcome === 'refused') continue
    const what = kindOf(action)
    const key = `${what} ${actorLabel ?? ''}`
    const known = looks.get(key)
    looks.set(key, {
      who: actorLabel,
      what,
      count: (known?.count ?? 0) + 1,
      last: known && known.last > at ? known.last : at,
    })
  }
  return [...looks.values()].sort((a, b) => b.last.getTime() - a.last.getTime())
}

function kindOf(action: string): Look['what'] {
  if (action === 'file.opened') return 'opened'
  return action === 'referral.read' ? 'read' : 'acted'
}
