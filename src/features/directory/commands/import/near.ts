import type { Reference } from '#platform/reference/load.ts'
import { nearAny } from '../../domain/hsds/point.ts'

/** Villages far from every place of the tables, to a tenth of a degree: enough to know that someone lives there. */
const remote = [
  { name: 'Kuujjuarapik', latitude: 55.3, longitude: -77.8 },
  { name: 'Umiujaq', latitude: 56.6, longitude: -76.5 },
  { name: 'Akulivik', latitude: 60.8, longitude: -78.2 },
  { name: 'Ivujivik', latitude: 62.4, longitude: -77.9 },
  { name: 'Kangiqsujuaq', latitude: 61.6, longitude: -72.0 },
  { name: 'Quaqtaq', latitude: 61.0, longitude: -69.6 },
  { name: 'Kangirsuk', latitude: 60.0, longitude: -70.0 },
  { name: 'Aupaluk', latitude: 59.3, longitude: -69.6 },
  { name: 'Tasiujaq', latitude: 58.7, longitude: -69.9 },
  { name: 'Kangiqsualujjuaq', latitude: 58.7, longitude: -66.0 },
  { name: 'Nemaska', latitude: 51.7, longitude: -76.2 },
  { name: 'Schefferville', latitude: 54.8, longitude: -66.8 },
  { name: 'La Romaine', latitude: 50.2, longitude: -60.7 },
  { name: 'Blanc-Sablon', latitude: 51.4, longitude: -57.1 },
]

/** Whether a place or a postal area of Québec is near a point. */
export function nearQuebec({ places, fsas }: Pick<Reference, 'places' | 'fsas'>) {
  const listed = [...places, ...fsas.values()].map(({ lat, lon }) => ({ latitude: lat, longitude: lon }))
  return nearAny([...listed, ...remote])
}
