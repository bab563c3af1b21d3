// The operator's tool: `npm run aq -- <command>`. Data on stdout, progress on stderr; works while the service runs.
import { parseArgs } from 'node:util'
import { ConfigError, readConfig, requireNode, type Config } from '#platform/config/config.ts'
import { ReferenceError } from '#platform/reference/load.ts'
import { commands } from './cli-commands.ts'
import { openDatabase } from './services.ts'

const words = process.argv.slice(2)
const wanted = commands.find((command) => command.name.split(' ').every((word, index) => words[index] === word))

if (!wanted || words.includes('--help')) {
  const shown = wanted ? [wanted] : commands
  process.stdout.write(
    `${shown.map((command) => `aq ${command.name} ${command.usage}\n    ${command.does}`).join('\n')}\n`,
  )
  process.exitCode = wanted || words.length === 0 || words.includes('--help') ? 0 : 2
} else {
  try {
    requireNode(process.version)
    await execute(wanted, readConfig({ LOG_LEVEL: 'warn', ...process.env }))
  } catch (error) {
    process.exitCode = 1
    if (!(error instanceof ConfigError) && !(error instanceof ReferenceError)) throw error
    process.stderr.write(`${error.message}\n`)
  }
}

async function execute(command: (typeof commands)[number], config: Config): Promise<void> {
  const { values, flags, positionals } = parse(command)
  const database = await openDatabase(config)
  const release = async () => database.release()
  process.once('SIGINT', () => void release().then(() => process.exit(130)))
  process.once('SIGTERM', () => void release().then(() => process.exit(143)))
  try {
    process.exitCode = await command.run({
      config,
      database,
      values,
      flags,
      positionals,
      say: (line) => void process.stdout.write(`${line}\n`),
      progress: (line) => void process.stderr.write(`${line}\n`),
    })
  } finally {
    await release()
  }
}

function parse(command: (typeof commands)[number]) {
  try {
    const { values, positionals } = parseArgs({
      args: words.slice(command.name.split(' ').length),
      options: command.options,
      allowPositionals: true,
      strict: true,
    })
    return {
      flags: new Set(Object.keys(values).filter((name) => values[name] === true)),
      values: Object.fromEntries(
        Object.entries(values).filter((each): each is [string, string] => typeof each[1] === 'string'),
      ),
      positionals,
    }
  } catch (error) {
    throw new ConfigError(
      `${error instanceof Error ? error.message : String(error)} Usage: aq ${command.name} ${command.usage}`,
    )
  }
}
