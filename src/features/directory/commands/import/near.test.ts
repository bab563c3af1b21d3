import { expect, test } from 'vitest'
import { root } from '#platform/config/root.ts'
import { loadReference } from '#platform/reference/load.ts'
import { pointFault } from '../../domain/hsds/point.ts'
import { nearQuebec } from './near.ts'

const near = nearQuebec(loadReference(root))

test.each([
  ['Montréal', 45.5, -73.57],
  ['Gatineau', 45.48, -75.7],
  ['Cap-aux-Meules', 47.38, -61.86],
  ['Port-Menier', 49.82, -64.35],
  ['Whapmagoostui', 55.28, -77.76],
  ['Quaqtaq', 61.05, -69.63],
  ['Kangiqsujuaq', 61.6, -71.96],
  ['Kangiqsualujjuaq', 58.69, -65.95],
  ['Nemaska', 51.69, -76.25],
  ['Kawawachikamach', 54.86, -66.76],
  ['Unamen Shipu', 50.21, -60.68],
  ['Radisson', 53.79, -77.62],
])('someone lives near %s', (_name, latitude, longitude) => {
  expect(pointFault(latitude, longitude, near)).toBeUndefined()
})

test.each([
  ['the Gulf of Saint Lawrence', 48.9, -60.5],
  ['Ungava Bay', 60.2, -67.3],
  ['the wilderness between the Caniapiscau and the Great Whale', 55.5, -73],
])('nobody lives near a point in %s', (_name, latitude, longitude) => {
  expect(pointFault(latitude, longitude, near)).toBe('coordinates-far')
})
