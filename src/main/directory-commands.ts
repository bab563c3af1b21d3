import { randomUUID } from 'node:crypto'
import { basename, join, resolve } from 'node:path'
import { ConfigError } from '#platform/config/config.ts'
import { root } from '#platform/config/root.ts'
import { alone } from '#platform/db/alone.ts'
import { connect } from '#platform/db/db.ts'
import { loadWords } from '#platform/text/words.ts'
import {
  importDirectory,
  importProblems,
  openSource,
  reportLines,
  type FaultReason,
} from '#features/directory/index.ts'
import type { Command, Run } from './command.ts'
import { prepareDatabase } from './services.ts'

const text = { type: 'string' } as const
const yes = { type: 'boolean' } as const

/** The operator's commands of the directory. */
export const directoryCommands: readonly Command[] = [
  {
    name: 'directory import',
    usage: '<folder|zip|file> [--source ID] [--name NAME] [--mapping FILE] [--dry-run]',
    options: { source: text, name: text, mapping: text, 'dry-run': yes },
    run: importCommand,
    does: 'Loads HSDS 1.1 to 3.1 (tables, JSON, NDJSON, zip), ORServices, or any CSV or GeoJSON by a mapping. Every row is loaded or told; --dry-run only says what would change. Newcomers see it once an editor opens it.',
  },
  {
    name: 'directory problems',
    usage: '<source>',
    does: 'Lists every row the latest import refused or doubts, as CSV: kind, file, line, column, value, reason, how to mend it.',
    options: {},
    run: problemsCommand,
  },
  {
    name: 'directory open',
    usage: '<source>',
    does: 'Offers an imported source to newcomers.',
    options: {},
    run: openCommand,
  },
]

/** Operators read English here; the same words stand in French on the editors' pages. */
function english() {
  const t = loadWords(join(root, 'content')).in('en')
  return {
    fault: (reason: FaultReason) => t(`directory.fault.${reason}`),
    mend: (reason: FaultReason) => t(`directory.mend.${reason}`),
  }
}

/** Paths are the caller's: npm runs this from the project's root. */
function pathOf(given: string): string {
  return resolve(process.env['INIT_CWD'] ?? '.', given)
}

async function importCommand({ database, values, flags, positionals, say, progress }: Run): Promise<number> {
  const [given] = positionals
  if (!given) throw new ConfigError('What? aq directory import <folder|zip|file>')
  const path = pathOf(given)
  await alone(database.ownerUrl, () => prepareDatabase(database))
  const owner = connect(database.ownerUrl, 2)
  try {
    const report = await importDirectory(owner.db, path, {
      sourceId: values['source'] ?? sourceIdOf(path),
      name: values['name'] ?? basename(path),
      mapping: values['mapping'] && pathOf(values['mapping']),
      dryRun: flags.has('dry-run'),
      at: new Date(),
      newId: randomUUID,
      onProgress: progress,
    })
    for (const line of reportLines(report, english().fault)) say(line)
    if (flags.has('dry-run')) say('A dry run: nothing was kept.')
    return 0
  } finally {
    await owner.close()
  }
}

function sourceIdOf(path: string): string {
  const name = basename(path).replace(/\.(zip|csv|json|ndjson|jsonl|geojson)$/i, '')
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

async function problemsCommand({ database, positionals, say }: Run): Promise<number> {
  const [source] = positionals
  if (!source) throw new ConfigError('Which source? aq directory problems <source>')
  const owner = connect(database.ownerUrl, 1)
  const { fault, mend } = english()
  try {
    say('kind,file,line,column,value,reason,mend')
    for (const each of await importProblems(owner.db, source)) {
      const { kind, file, line, column = '', value = '', reason } = each
      say([kind, file, String(line), column, value, fault(reason), mend(reason)].map(quoted).join(','))
    }
    return 0
  } finally {
    await owner.close()
  }
}

/** RFC 4180; a cell that a spreadsheet would run as a formula is kept from it. */
function quoted(cell: string): string {
  const safe = /^[=+@\t-]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

async function openCommand({ database, positionals, say }: Run): Promise<number> {
  const [source] = positionals
  if (!source) throw new ConfigError('Which source? aq directory open <source>')
  const owner = connect(database.ownerUrl, 1)
  try {
    const opened = await openSource(owner.db, source, new Date())
    say(opened.ok ? `${source} is offered to newcomers.` : `No source is called ${source}, or it is open already.`)
    return opened.ok ? 0 : 1
  } finally {
    await owner.close()
  }
}
