// Writes docs/no-wrong-door.md: what every status finds for every need in every region, as the facts stand.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Day } from '#kernel/day.ts'
import { root } from '#platform/config/root.ts'
import { loadReference, type Reference } from '#platform/reference/load.ts'
import { doorCells } from './doors/cells.ts'
import { doorsPage } from './doors/page.ts'

/** The page is made for the day of the newest fact, so that it changes with the facts alone. */
export function dayOfFacts({ needs, steps, programs }: Reference): Day {
  return (
    [...needs, ...steps, ...programs]
      .map(({ asOf }) => asOf)
      .sort()
      .at(-1) ?? ''
  )
}

export function generateDoors(): string {
  const reference = loadReference(root)
  const cells = doorCells(reference, dayOfFacts(reference))
  return doorsPage(
    cells,
    reference.statuses,
    reference.needs.map(({ id }) => id),
  )
}

if (process.argv[1] === import.meta.filename) writeFileSync(join(root, 'docs/no-wrong-door.md'), generateDoors())
