// Generated files are those that `npm run gen` would write now.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '#platform/config/root.ts'
import { generateCss } from '../../tools/gen-css.ts'
import { generateMessages } from '../../tools/gen-messages.ts'
import { generateSchema } from '../../tools/gen-schema.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())

const generated: Record<string, () => string | Promise<string>> = {
  'src/platform/db/schema.gen.ts': () => generateSchema(world.ownerUrl),
  'src/platform/text/messages.gen.ts': generateMessages,
  'src/ui/styles.gen.ts': generateCss,
}

test.each(Object.entries(generated))('%s is fresh (npm run gen)', async (path, generate) => {
  expect(readFileSync(join(root, path), 'utf8')).toBe(await generate())
})
