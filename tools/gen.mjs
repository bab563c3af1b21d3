// Writes every generated file: the database's types, the texts' types, the styles, the page of doors.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

for (const name of ['gen-messages', 'gen-css', 'gen-doors', 'gen-schema']) {
  const { status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, '../node_modules/tsx/dist/cli.mjs'), join(import.meta.dirname, `${name}.ts`)],
    { stdio: 'inherit' },
  )
  if (status !== 0) process.exit(1)
}
