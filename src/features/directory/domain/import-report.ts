/** A row that was refused, or loaded with a doubt: where it stands and why. */
export type ImportProblem = { kind: 'refused' | 'warning'; file: string; line: number; reason: string }
export type FileReport = { file: string; loaded: number; refused: number }

/** What an import did: each row of each file counts once, as loaded or refused. */
export type ImportReport = {
  runId: string
  sourceId: string
  files: FileReport[]
  loaded: number
  refused: number
  /** Entries, not rows: a row may give several, a telephone of two services for one. */
  added: number
  changed: number
  removed: number
  /** Organizations suspended and services made inactive because the source lists them no more. */
  ended: number
  problems: ImportProblem[]
}

const shownLines = 3

/** The report as an operator reads it: each file, then each reason with its count and its first places. */
export function reportLines(report: ImportReport): string[] {
  const { loaded, refused, added, changed, removed, ended } = report
  return [
    ...report.files.map(
      (each) => `${each.file}: ${each.loaded + each.refused} rows, ${each.loaded} loaded, ${each.refused} refused`,
    ),
    `${report.sourceId}: ${loaded + refused} rows, ${loaded} loaded, ${refused} refused; ${added} added, ${changed} changed, ${removed} removed, ${ended} ended`,
    ...grouped(report.problems, 'refused'),
    ...grouped(report.problems, 'warning'),
  ]
}

function grouped(problems: readonly ImportProblem[], kind: ImportProblem['kind']): string[] {
  const places = new Map<string, number[]>()
  for (const { file, line, reason } of problems.filter((each) => each.kind === kind)) {
    const key = `${kind}: ${file}: ${reason.replace(/"[^"]*"|\d+/g, '…')}`
    const lines = places.get(key)
    if (lines) lines.push(line)
    else places.set(key, [line])
  }
  return [...places].map(([key, lines]) => `${key} (${lines.length}; ${shown(lines)})`)
}

function shown(lines: readonly number[]): string {
  const first = lines.slice(0, shownLines).join(', ')
  return `${lines.length === 1 ? 'line' : 'lines'} ${first}${lines.length > shownLines ? ', …' : ''}`
}
