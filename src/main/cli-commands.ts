import { basename, resolve } from 'node:path'
import { randomUUID } from 'node:crypto'
import { ConfigError } from '#platform/config/config.ts'
import { root } from '#platform/config/root.ts'
import { alone } from '#platform/db/alone.ts'
import { connect } from '#platform/db/db.ts'
import { loadReference } from '#platform/reference/load.ts'
import { importDirectory, importProblems, openSource, reportLines } from '#features/directory/index.ts'
import type { Command, Run } from './command.ts'
import { referenceCommands } from './reference-commands.ts'
import { createServices, prepareDatabase } from './services.ts'
import { dismissStaff, inviteStaff } from './staff.ts'

const text = { type: 'string' } as const
/** Who works with files; roles for the directory alone come with their own pages. */
const roles = ['agent', 'lead'] as const

export const commands: readonly Command[] = [
  {
    name: 'migrate',
    usage: '',
    does: 'Brings the database and its job queues up to date.',
    options: {},
    run: migrateCommand,
  },
  {
    name: 'directory import',
    usage: '<folder> [--source ID] [--name NAME]',
    options: { source: text, name: text },
    run: importCommand,
    does: 'Loads a directory export; every row is loaded or refused with file, line and reason. Newcomers see it only once an editor opens it.',
  },
  {
    name: 'directory problems',
    usage: '<source>',
    does: 'Lists every row the latest import refused or doubts, as CSV: kind, file, line, reason.',
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
  {
    name: 'staff invite',
    usage: '--email ADDRESS --name NAME [--role agent|lead] [--regions 06,13]',
    options: { email: text, name: text, role: text, regions: text },
    run: inviteCommand,
    does: 'Makes an agent, or finds the one with this address, and mails a one-time sign-in link.',
  },
  {
    name: 'staff end',
    usage: '--email ADDRESS',
    does: 'Ends the access of somebody who left, at once.',
    options: { email: text },
    run: dismissCommand,
  },
  ...referenceCommands,
]

async function migrateCommand({ database, say }: Run): Promise<number> {
  await alone(database.ownerUrl, () => prepareDatabase(database))
  say('The database is up to date.')
  return 0
}

async function importCommand({ database, values, positionals, say, progress }: Run): Promise<number> {
  const [folder] = positionals
  if (!folder) throw new ConfigError('Which folder? aq directory import <folder>')
  const path = resolve(process.env['INIT_CWD'] ?? '.', folder)
  await alone(database.ownerUrl, () => prepareDatabase(database))
  const owner = connect(database.ownerUrl, 2)
  try {
    const sourceId =
      values['source'] ??
      basename(path)
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
    const report = await importDirectory(owner.db, path, {
      sourceId,
      name: values['name'] ?? basename(path),
      at: new Date(),
      newId: randomUUID,
      onProgress: progress,
    })
    for (const line of reportLines(report)) say(line)
    return 0
  } finally {
    await owner.close()
  }
}

async function problemsCommand({ database, positionals, say }: Run): Promise<number> {
  const [source] = positionals
  if (!source) throw new ConfigError('Which source? aq directory problems <source>')
  const owner = connect(database.ownerUrl, 1)
  try {
    say('kind,file,line,reason')
    for (const { kind, file, line, reason } of await importProblems(owner.db, source))
      say(`${kind},${file},${line},"${reason.replaceAll('"', '""')}"`)
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
    say(opened ? `${source} is offered to newcomers.` : `No source is called ${source}.`)
    return opened ? 0 : 1
  } finally {
    await owner.close()
  }
}

async function inviteCommand({ config, database, values, say }: Run): Promise<number> {
  const role = roles.find((each) => each === (values['role'] ?? 'agent'))
  const { email, name } = values
  if (!role || !email?.includes('@') || !name)
    throw new ConfigError('aq staff invite needs --email and --name, and a role: agent or lead.')
  const regions = (values['regions'] ?? '').split(',').filter(Boolean)
  const known = new Set(loadReference(root).regions.map((region) => region.code))
  const unknown = regions.find((region) => !known.has(region))
  if (unknown) throw new ConfigError(`No region is called ${unknown}: give codes from 01 to 17, separated by commas.`)
  await alone(database.ownerUrl, () => prepareDatabase(database))
  const running = await createServices(config, database.appUrl)
  try {
    const link = await inviteStaff(running.services, { email, name, role, regions }, true)
    say(config.demo ? link : `A one-time link is on its way to ${email}.`)
    return 0
  } finally {
    await running.stop()
  }
}

async function dismissCommand({ config, database, values, say }: Run): Promise<number> {
  const { email } = values
  if (!email) throw new ConfigError('Who? aq staff end --email ADDRESS')
  const running = await createServices(config, database.appUrl)
  try {
    const ended = await dismissStaff(running.services, email)
    say(ended ? `${email} has no access any more.` : `Nobody works here with the address ${email}.`)
    return ended ? 0 : 1
  } finally {
    await running.stop()
  }
}
