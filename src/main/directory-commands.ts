import { randomUUID } from 'node:crypto'
import { createWriteStream, renameSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ConfigError } from '#platform/config/config.ts'
import { root } from '#platform/config/root.ts'
import { alone } from '#platform/db/alone.ts'
import { connect } from '#platform/db/db.ts'
import { loadReference } from '#platform/reference/load.ts'
import { csvLine, safeCell } from '#platform/text/csv.ts'
import { loadWords } from '#platform/text/words.ts'
import {
  exportDirectory,
  exportFormats,
  importDirectory,
  importProblems,
  nearQuebec,
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
    name: 'directory export',
    usage: '<file> [--format datapackage|json|ndjson]',
    options: { format: text },
    run: exportCommand,
    does: 'Writes what is for the public as HSDS 3.1: a datapackage (.zip), JSON or NDJSON. Confidential addresses and private contacts stay out.',
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
      near: nearQuebec(loadReference(root)),
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

/** Written beside and put in place at the end: a file of this name is always whole. */
async function exportCommand({ database, values, positionals, say }: Run): Promise<number> {
  const [given] = positionals
  if (!given) throw new ConfigError('Where to? aq directory export <file>')
  const path = pathOf(given)
  const named = path.endsWith('.zip') ? 'datapackage' : path.endsWith('.json') ? 'json' : 'ndjson'
  const format = exportFormats.find((each) => each === (values['format'] ?? named))
  if (!format) throw new ConfigError(`--format is one of ${exportFormats.join(', ')}.`)
  const owner = connect(database.ownerUrl, 1)
  try {
    await owner.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((db) => pipeline(exportDirectory(db, format, new Date()), createWriteStream(`${path}.part`)))
    renameSync(`${path}.part`, path)
    say(`${path}: the directory as ${format}.`)
    return 0
  } finally {
    await owner.close()
  }
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
      const cells = [kind, file, String(line), column, value, fault(reason), mend(reason)]
      say(csvLine(cells.map(safeCell)).trimEnd())
    }
    return 0
  } finally {
    await owner.close()
  }
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
