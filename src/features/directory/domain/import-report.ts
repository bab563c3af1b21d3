import type { Fault, FaultReason } from './fault.ts'
import type { Table } from './hsds/model.ts'

/** A row that was refused, or loaded with a doubt: where it stands and why. `line` is the place in the list for JSON. */
export type ImportProblem = { kind: 'refused' | 'warning'; file: string; line: number } & Fault
export type FileReport = { file: string; loaded: number; refused: number }

/** What an import does to an entry, told field by field where it changes. */
export type ImportChange = {
  kind: 'added' | 'changed' | 'gone' | 'back'
  table: Table
  id: string
  /** Its name, or its key in the source. */
  label: string
  fields: { name: string; before: string; after: string }[]
}

/** What an import did, or would do: each row of each file counts once, as loaded or refused. */
export type ImportReport = {
  runId: string
  sourceId: string
  layout: string
  files: FileReport[]
  loaded: number
  refused: number
  /** Entries, not rows: a row may give several, a telephone of two services for one. */
  added: number
  changed: number
  /** Details that their source lists no more: removed. */
  removed: number
  /** Organizations and services that their source lists no more: suspended, never deleted. */
  ended: number
  /** Those that it lists again. */
  back: number
  /** Lines, or rests of files, that could not be read at all: where there are any, nothing counts as gone. */
  unread: number
  problems: ImportProblem[]
  /** The first of them; the counts above are of all. */
  changes: ImportChange[]
}

const shownLines = 3
/** The words of a reason in the reader's language. */
export type FaultWords = (reason: FaultReason) => string

/** The report as an operator reads it: each file, then each reason with its count and its first places, then what changes. */
export function reportLines(report: ImportReport, words: FaultWords): string[] {
  const { loaded, refused, added, changed, removed, ended, back, unread } = report
  return [
    ...report.files.map(
      (each) => `${each.file}: ${each.loaded + each.refused} rows, ${each.loaded} loaded, ${each.refused} refused`,
    ),
    `${report.sourceId} (${report.layout}): ${loaded + refused} rows, ${loaded} loaded, ${refused} refused; ${added} added, ${changed} changed, ${removed} removed, ${ended} gone, ${back} back`,
    ...(unread > 0 ? [`${unread} could not be read: nothing is taken as gone this time.`] : []),
    ...grouped(report.problems, 'refused', words),
    ...grouped(report.problems, 'warning', words),
    ...report.changes.filter((each) => each.kind !== 'added').map(changeLine),
  ]
}

function grouped(problems: readonly ImportProblem[], kind: ImportProblem['kind'], words: FaultWords): string[] {
  const places = new Map<string, number[]>()
  for (const { file, line, reason, column } of problems.filter((each) => each.kind === kind)) {
    const key = `${kind}: ${file}: ${column ? `${column}: ` : ''}${words(reason)}`
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

function changeLine({ kind, table, label, fields }: ImportChange): string {
  const told = fields.map(({ name, before, after }) => `${name}: "${brief(before)}" → "${brief(after)}"`)
  return [`${kind}: ${table} ${label}`, ...told].join('; ')
}

function brief(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
