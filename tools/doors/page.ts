import { tallyOf, type Cell } from './cells.ts'

/** docs/no-wrong-door.md: what every status finds for every need, with regions folded where they are alike. */
export function doorsPage(cells: readonly Cell[], statuses: readonly string[], needs: readonly string[]): string {
  const { cells: all, specific, onlyHuman, nothing, unfunded } = tallyOf(cells)
  const by = Map.groupBy(cells, ({ need, status }) => `${need} ${status}`)
  const at = (need: string, status: string) => by.get(`${need} ${status}`) ?? []
  return `# No wrong door
Made by \`npm run gen\` from \`reference/\`; do not edit. One cell is an adult of 25 to 54 who lives alone in the main city of a region, with one status and one need, whatever brought the need up.

| cells | number |
| --- | ---: |
| all: statuses × needs × regions | ${all} |
| with at least one step for them | ${specific} |
| with a person only: the ministry's office, by its promise clock | ${onlyHuman} |
| with nothing | ${nothing} |
| with a step, but no programme that they may use: the office answers for those too | ${unfunded} |

## Steps and programmes
A cell of the table reads steps · programmes that they may use or should check. Where a region differs in programmes, it follows in brackets.

| need | ${statuses.join(' | ')} |
| --- |${' --- |'.repeat(statuses.length)}
${needs.map((need) => `| ${need} | ${statuses.map((status) => folded(at(need, status))).join(' | ')} |`).join('\n')}

## A step, but no programme
${needs.flatMap((need) => unfundedLine(need, statuses, at)).join('\n')}

## A person only
${needs.flatMap((need) => humanLine(need, statuses, at)).join('\n') || 'None.'}
`
}

/** Most regions first, then those that differ. */
function folded(cells: readonly Cell[]): string {
  const alike = [...Map.groupBy(cells, ({ programs }) => programs)].sort(([, a], [, b]) => b.length - a.length)
  const [most, ...others] = alike
  const elsewhere = others.map(([programs, those]) => `${regionsOf(those)}: ${programs}`).join('; ')
  return `${cells[0]?.steps ?? 0} · ${most?.[0] ?? 0}${elsewhere ? ` (${elsewhere})` : ''}`
}

function regionsOf(cells: readonly Cell[]): string {
  return cells.map(({ region }) => region).join(', ')
}

type At = (need: string, status: string) => readonly Cell[]

/** The statuses of a need that have no programme, those with the same regions together. */
function unfundedLine(need: string, statuses: readonly string[], at: At): string[] {
  const closed = statuses.flatMap((status) => {
    const cells = at(need, status)
    const those = cells.filter(({ steps, programs }) => steps > 0 && programs === 0)
    const where = those.length === cells.length ? 'every region' : `regions ${regionsOf(those)}`
    return those.length > 0 ? [{ status, where }] : []
  })
  const groups = [...Map.groupBy(closed, ({ where }) => where)]
  const told = groups.map(([where, those]) => `${those.map(({ status }) => status).join(', ')} (${where})`)
  return told.length > 0 ? [`- **${need}**: ${told.join('; ')}`] : []
}

function humanLine(need: string, statuses: readonly string[], at: At): string[] {
  const alone = statuses.filter((status) => at(need, status).some(({ steps }) => steps === 0))
  return alone.length > 0 ? [`- **${need}**: ${alone.join(', ')}`] : []
}
