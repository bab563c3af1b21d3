import fc from 'fast-check'

/** The files of a package by name; each sign is a byte. */
export type Files = Readonly<Record<string, string>>
export type Edit = { kind: (typeof kinds)[number]; file: number; at: number; to: number; junk: string }

const kinds = [
  'drop line',
  'repeat line',
  'drop cell',
  'swap columns',
  'insert',
  'overwrite',
  'cut off',
  'swap files',
  'point',
] as const

/** Bytes that break things: quotes, ends of lines, NUL, halves of letters, marks of encodings, names that objects have. */
const junk = fc.oneof(
  fc.constantFrom(
    '"',
    '""',
    ',',
    '\n',
    '\r',
    '\r\n',
    '\n\n',
    '\u0000',
    ';',
    '\t',
    '<!--',
    '&amp;',
    '\u00C3',
    '\u00FF\u00FE',
  ),
  fc.constantFrom(
    '\u00EF\u00BB\u00BF',
    '__proto__',
    'constructor',
    'null',
    '-1',
    '1e309',
    '99999999999999',
    'é',
    '2026-02-30',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }).map((text) => Buffer.from(text).toString('latin1')),
  fc.uint8Array({ maxLength: 8 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
)

const place = fc.nat(10_000)

/** A few edits of a package, each somewhere in one of its files. */
export const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...kinds), file: place, at: place, to: place, junk }),
  { minLength: 1, maxLength: 8 },
)

export function mutated(files: Files, all: readonly Edit[]): Files {
  return all.reduce((changed, edit) => {
    const names = Object.keys(changed)
    const name = names[edit.file % names.length] ?? ''
    const other = names[edit.at % names.length] ?? ''
    if (edit.kind === 'swap files') return { ...changed, [name]: changed[other] ?? '', [other]: changed[name] ?? '' }
    return { ...changed, [name]: edited(changed[name] ?? '', edit) }
  }, files)
}

function edited(text: string, { kind, at, to, junk }: Edit): string {
  const lines = text.split('\n')
  const line = at % lines.length
  const sign = at % (text.length + 1)
  if (kind === 'drop line') return lines.toSpliced(line, 1).join('\n')
  if (kind === 'repeat line') return lines.toSpliced(to % lines.length, 0, lines[line] ?? '').join('\n')
  if (kind === 'drop cell') return lines.with(line, withoutCell(lines[line] ?? '', to)).join('\n')
  if (kind === 'swap columns') return lines.map((each) => withSwapped(each, at, to)).join('\n')
  if (kind === 'insert') return text.slice(0, sign) + junk + text.slice(sign)
  if (kind === 'overwrite') return text.slice(0, sign) + junk + text.slice(sign + junk.length)
  if (kind === 'point') return pointed(text, at, to)
  return text.slice(0, sign)
}

function withoutCell(line: string, at: number): string {
  const cells = line.split(',')
  return cells.with(at % cells.length, '').join(',')
}

function withSwapped(line: string, at: number, to: number): string {
  const cells = line.split(',')
  const [one, other] = [at % cells.length, to % cells.length]
  return cells
    .with(one, cells[other] ?? '')
    .with(other, cells[one] ?? '')
    .join(',')
}

/** One identifier becomes another of the same file: a pair of circles, a row said twice. */
function pointed(text: string, at: number, to: number): string {
  const found = [...text.matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)]
  const [one, other] = [found[at % found.length], found[to % found.length]]
  if (!one || !other) return text
  return text.slice(0, one.index) + other[0] + text.slice(one.index + other[0].length)
}
