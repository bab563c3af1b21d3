/** A place someone named: a postal area, or a town; the region decides the office. */
export type NamedPlace = { name: string; region: string; lat: number; lon: number }
export type Gazetteer = { byFsa: ReadonlyMap<string, NamedPlace>; byName: ReadonlyMap<string, NamedPlace> }

/** Accents, case, hyphens and "Saint" shortened are forgiven. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[-'’.\s]+/g, ' ')
    .replace(/ city$/, '')
    .replace(/^(ste?) /, (_, saint) => (saint === 'st' ? 'saint ' : 'sainte '))
    .trim()
}

/** 'h2x 1y4', 'H2X' and 'Montreal' are found; the label is what is kept. */
export function findPlace(
  gazetteer: Gazetteer,
  text: string,
): { label: string; name: string; region: string; lat: number; lon: number } | undefined {
  const fsa = /^([a-z]\d[a-z])(\s*\d[a-z]\d)?$/i.exec(text.trim())?.[1]?.toUpperCase()
  const found = fsa ? gazetteer.byFsa.get(fsa) : gazetteer.byName.get(plain(text))
  return found
    ? { label: fsa ?? found.name, name: found.name, region: found.region, lat: found.lat, lon: found.lon }
    : undefined
}
