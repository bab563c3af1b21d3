import type { Id } from '#kernel/id.ts'
import type { FaultReason } from './fault.ts'
import type { ImportChange, ImportProblem, ImportReport } from './import-report.ts'

/** From the editor's hand to the directory: read, decided on, applied; or ended on the way. */
export const uploadStatuses = ['waiting', 'read', 'asked', 'applied', 'failed', 'refused'] as const
export type UploadStatus = (typeof uploadStatuses)[number]

/** Why a file cannot be read at all; `content/<language>/directory.json` has `uploads.failure.<reason>` for each. */
export const uploadFailures = [
  'password',
  'too-much',
  'twice',
  'not-a-zip',
  'nothing-inside',
  'unknown-layout',
  'unreadable',
  'accident',
] as const
export type UploadFailure = (typeof uploadFailures)[number]

export type Upload = {
  id: Id
  sourceId: string
  sourceName: string
  fileName: string
  status: UploadStatus
  uploadedAt: Date
  /** When it came to stand as it does. */
  since: Date
  failure: UploadFailure | null
}

/** Rows of one file with one fault in one column: how many, and the first of them. */
export type ProblemGroup = Pick<ImportProblem, 'kind' | 'file'> & {
  column: string
  reason: FaultReason
  count: number
  first: { line: number; value: string }[]
}

/** What an import would do, or did, as its editor reads it. */
export type UploadSummary = Pick<ImportReport, (typeof counts)[number] | 'layout' | 'files'> & {
  changes: ImportChange[]
  groups: ProblemGroup[]
  problems: number
}

export const counts = ['loaded', 'refused', 'added', 'changed', 'removed', 'ended', 'back'] as const
const examples = 3
const longestValue = 300

/** Long texts are cut: whoever decides needs to see what changes, and the whole stands in the directory. */
export function summaryOf(report: ImportReport): UploadSummary {
  const { loaded, refused, added, changed, removed, ended, back, layout, files } = report
  const changes = report.changes.map((change) => ({
    ...change,
    label: brief(change.label),
    fields: change.fields.map(({ name, before, after }) => ({ name, before: brief(before), after: brief(after) })),
  }))
  return {
    ...{ loaded, refused, added, changed, removed, ended, back, layout, files, changes },
    groups: groupsOf(report.problems),
    problems: report.problems.length,
  }
}

/** What is refused before what is doubted, and the most frequent first. */
function groupsOf(problems: readonly ImportProblem[]): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>()
  for (const { kind, file, column = '', reason, line, value = '' } of problems) {
    const key = JSON.stringify([kind, file, column, reason])
    const group = groups.get(key) ?? { kind, file, column, reason, count: 0, first: [] }
    groups.set(key, group)
    group.count += 1
    if (group.first.length < examples) group.first.push({ line, value: brief(value) })
  }
  const weight = ({ kind, count }: ProblemGroup) => (kind === 'refused' ? 1e9 : 0) + count
  return [...groups.values()].sort((one, other) => weight(other) - weight(one))
}

function brief(text: string): string {
  return text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text
}

/** Whether applying it would change anything. */
export function changesNothing({ added, changed, removed, ended, back }: UploadSummary): boolean {
  return added + changed + removed + ended + back === 0
}

const readable = /\.(zip|csv|json|ndjson|jsonl|geojson)$/i
const longestName = 120

/** The name of a file we may keep on a disk of ours; undefined where it is none of what we read. */
export function fileNameOf(given: string): string | undefined {
  const name = given.replace(/[/\\\u0000-\u001F\u007F]/g, '').trim()
  const ending = readable.exec(name)?.[0]
  if (ending === undefined || name === ending) return undefined
  const stem = [...name.slice(0, -ending.length)].slice(0, longestName - ending.length).join('')
  return `${stem}${ending}`.toWellFormed()
}

/** A zip begins so, whatever its name says; an empty one has only its end. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}

export type SourceFault = 'source-form' | 'source-ours'

/** What is wrong with a source's code. */
export function sourceFault(sourceId: string): SourceFault | undefined {
  if (!/^[a-z0-9-]{2,60}$/.test(sourceId)) return 'source-form'
  return sourceId === 'starter' || sourceId === 'invented' ? 'source-ours' : undefined
}
