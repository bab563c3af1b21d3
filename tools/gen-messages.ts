// Writes src/platform/text/messages.gen.ts from the French texts: a wrong key or argument does not compile.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { z } from 'zod'
import { root } from '#platform/config/root.ts'

const texts = z.record(z.string(), z.string())

/** The text of messages.gen.ts. */
export function generateMessages(): string {
  const folder = join(root, 'content/fr')
  const lines = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const slice = name.replace(/\.json$/, '')
      return Object.entries(texts.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))).map(
        ([key, text]) => `  '${slice}.${key}': ${typeOf(text)}`,
      )
    })
  return `// Generated from content/fr by tools/gen-messages.ts; do not edit.
type None = Record<never, never>

export type Messages = {
${lines.join('\n')}
}
`
}

function typeOf(text: string): string {
  const found = new Map<string, string>()
  collect(parse(text, { ignoreTag: true }), found)
  return found.size === 0 ? 'None' : `{ ${[...found].map(([name, type]) => `${name}: ${type}`).join('; ')} }`
}

function collect(elements: MessageFormatElement[], found: Map<string, string>): void {
  for (const element of elements) {
    if (element.type === TYPE.argument) found.set(element.value, found.get(element.value) ?? 'string | number')
    if (element.type === TYPE.number || element.type === TYPE.plural) found.set(element.value, 'number')
    if (element.type === TYPE.date || element.type === TYPE.time) found.set(element.value, 'Date')
    if (element.type === TYPE.select) found.set(element.value, 'string')
    if (element.type === TYPE.plural || element.type === TYPE.select)
      for (const option of Object.values(element.options)) collect(option.value, found)
  }
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(join(root, 'src/platform/text/messages.gen.ts'), generateMessages())
