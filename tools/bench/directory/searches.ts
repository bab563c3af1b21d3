// What people look for, as a page of the service would ask it.
import type { ServiceSearch } from '#features/directory/index.ts'
import { drawing } from './made-up.ts'
import { adjectives, figures, languages, themes, towns } from './words.ts'

export const kinds = [
  'words and place',
  'need and region',
  'need, language, free',
  'a slip of the pen',
  'page 50',
] as const
export type Kind = (typeof kinds)[number]
export type Asked = { kind: Kind; search: ServiceSearch; after?: string | undefined }

const anything: ServiceSearch = {
  ...{ words: '', needs: [], meant: [], language: null, prefers: 'fr', region: null, point: null, withinKm: null },
  ...{ status: null, free: false, evening: false, weekend: false, openAt: null, channel: null, takesNew: false },
  ...{ at: new Date('2026-11-24T15:00:00Z'), sort: 'fit' },
}
/** A list long enough to have a fiftieth page. */
export const longList: ServiceSearch = { ...anything, needs: ['home'] }

/** As many searches, one kind after the other, each with words, a need and a place of its own. */
export function searchesOf(count: number, seed: string, cursor: string): Asked[] {
  const draw = drawing(seed)
  return Array.from({ length: count }, (_, number) => {
    const kind = among(kinds, (number % kinds.length) / kinds.length)
    return { kind, ...askedOf(kind, draw, cursor) }
  })
}

function askedOf(kind: Kind, draw: () => number, cursor: string): Omit<Asked, 'kind'> {
  const { does, need } = among(themes, draw())
  const { region, lat, lon } = among(towns, draw() ** 2)
  if (kind === 'words and place')
    return { search: { ...anything, words: does, meant: [need], region, point: { lat, lon } } }
  if (kind === 'need and region') return { search: { ...anything, needs: [need], region } }
  if (kind === 'need, language, free')
    return { search: { ...anything, needs: [need], language: among(languages, draw()), free: true } }
  if (kind === 'page 50') return { search: longList, after: cursor }
  const name = `${among(figures, draw())} ${among(adjectives, draw())}`
  return { search: { ...anything, words: `${name.slice(0, 3)}${name.slice(4)}` } }
}

function among<T>(all: readonly T[], drawn: number): T {
  const found = all[Math.floor(drawn * all.length)]
  if (found === undefined) throw new Error('Drawn from nothing.')
  return found
}
