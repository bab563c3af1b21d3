import { ConfigError } from '#platform/config/config.ts'
import { root } from '#platform/config/root.ts'
import { alone } from '#platform/db/alone.ts'
import { loadReference } from '#platform/reference/load.ts'
import type { Command, Run } from './command.ts'
import { directoryCommands } from './directory-commands.ts'
import { referenceCommands } from './reference-commands.ts'
import { createServices, prepareDatabase } from './services.ts'
import { dismissStaff, inviteStaff } from './staff.ts'

const text = { type: 'string' } as const
const roles = ['agent', 'editor', 'lead'] as const

export const commands: readonly Command[] = [
  {
    name: 'migrate',
    usage: '',
    does: 'Brings the database and its job queues up to date.',
    options: {},
    run: migrateCommand,
  },
  ...directoryCommands,
  {
    name: 'staff invite',
    usage: '--email ADDRESS --name NAME [--role agent|editor|lead] [--regions 06,13]',
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

async function inviteCommand({ config, database, values, say }: Run): Promise<number> {
  const role = roles.find((each) => each === (values['role'] ?? 'agent'))
  const { email, name } = values
  if (!role || !email?.includes('@') || !name)
    throw new ConfigError('aq staff invite needs --email and --name, and a role: agent, editor or lead.')
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
