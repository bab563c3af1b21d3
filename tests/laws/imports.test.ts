// Who may import whom: the rules of .dependency-cruiser.cjs, run on the code, and on a copy with planted faults.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractDepcruiseConfig from 'dependency-cruiser/config-utl/extract-depcruise-config'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '#platform/config/root.ts'
import { sourceFiles } from './source.ts'

const config = await extractDepcruiseConfig(join(root, '.dependency-cruiser.cjs'))

/** Each breaks one rule, in one of the ways an import can be written. */
const faults = [
  { rule: 'slices-in-order', file: 'features/audit/fault.ts', text: `import '#features/access/index.ts'` },
  {
    rule: 'slices-in-order',
    file: 'features/audit/view.tsx',
    text: `import type { Env } from '#features/task/index.ts'\nexport const view = (_: Env) => <p />`,
  },
  {
    rule: 'slices-in-order',
    file: 'features/audit/later.ts',
    text: `export const later = () => import('#features/plan/index.ts')`,
  },
  { rule: 'kernel-alone', file: 'kernel/fault.ts', text: `import '#platform/config/root.ts'` },
  { rule: 'kernel-alone', file: 'kernel/node.ts', text: `import 'node:fs'` },
  { rule: 'domain-alone', file: 'features/plan/domain/fault.ts', text: `import 'zod'` },
  {
    rule: 'domain-alone',
    file: 'features/plan/domain/time.ts',
    text: `import type { Env } from '#platform/http/env.ts'\nexport type T = Env`,
  },
  { rule: 'platform-knows-no-feature', file: 'platform/fault.ts', text: `import '#features/task/index.ts'` },
  { rule: 'ui-knows-no-feature', file: 'ui/fault.ts', text: `import '#platform/config/root.ts'` },
  { rule: 'slices-meet-at-their-doors', file: 'features/plan/fault.ts', text: `import '#features/task/store.ts'` },
  { rule: 'main-enters-by-the-doors', file: 'main/fault.ts', text: `import '#features/task/store.ts'` },
  { rule: 'slices-known', file: 'features/astrology/index.ts', text: `import '#kernel/id.ts'` },
  { rule: 'sql-in-stores', file: 'features/plan/sql.ts', text: `import { sql } from 'kysely'\nexport const q = sql` },
  { rule: 'connections-in-platform', file: 'features/plan/connection.ts', text: `import 'pg'` },
  { rule: 'nobody-imports-main', file: 'features/holds/fault.ts', text: `import '../../main/app.tsx'` },
  { rule: 'service-needs-no-tests', file: 'features/holds/tested.ts', text: `import '#ui/testing/sound.ts'` },
  { rule: 'service-needs-no-dev-package', file: 'features/holds/dev.ts', text: `import 'vitest'` },
  { rule: 'resolvable', file: 'features/holds/nowhere.ts', text: `import './nowhere-at-all.ts'` },
  {
    rule: 'no-cycles',
    file: 'features/holds/one.ts',
    text: `import type { Two } from './two.ts'\nexport type One = Two`,
  },
]
const otherHalf = { file: 'features/holds/two.ts', text: `import type { One } from './one.ts'\nexport type Two = One` }

let copy = ''
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'aq-imports-'))
  for (const name of ['src', 'package.json', 'tsconfig.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  for (const { file, text } of [...faults, otherHalf]) {
    mkdirSync(dirname(join(copy, 'src', file)), { recursive: true })
    writeFileSync(join(copy, 'src', file), `${text}\n`)
  }
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

test('the code keeps the import law, and every source file was read', async () => {
  const { violations, seen } = await cruised(root)
  expect(violations).toEqual([])
  expect(seen).toEqual(sourceFiles())
})

test('every planted fault is reported, however the import is written', async () => {
  const { violations } = await cruised(copy)
  for (const { rule, file } of faults)
    expect(violations).toContainEqual(expect.stringContaining(`${rule}: src/${file} `))
})

/** What the rules find under a folder's src/, and which of its files they read. */
async function cruised(baseDir: string): Promise<{ violations: string[]; seen: string[] }> {
  const { forbidden = [], options = {} } = config
  const { output } = await cruise(['src'], { ...options, baseDir, validate: true, ruleSet: { forbidden } })
  const { modules, summary } = parsed(output)
  return {
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
    seen: modules
      .map(({ source }) => source)
      .filter((source) => source.startsWith('src/'))
      .sort(),
  }
}

function parsed(output: ICruiseResult | string): ICruiseResult {
  if (typeof output === 'string') throw new Error(output)
  return output
}
