import type { FaultReason } from '../fault.ts'

export type Point = { latitude: number; longitude: number }

/** The corners of Québec, islands and waters included. */
const quebec = { south: 44.9, north: 62.7, west: -79.8, east: -57 }
const farthest = 120

/**
 * Why two numbers are no place where anyone offers a service. A point that nobody gave is often 0, 0; a latitude and a longitude
 * that were swapped lie in Antarctica; one number alone is no point.
 */
export function pointFault(
  latitude: number | null,
  longitude: number | null,
  near: ((latitude: number, longitude: number) => boolean) | undefined,
): FaultReason | undefined {
  if (latitude === null && longitude === null) return undefined
  if (latitude === null || longitude === null) return 'coordinates-range'
  if (latitude === 0 && longitude === 0) return 'coordinates-zero'
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return 'coordinates-range'
  if (isInQuebec(longitude, latitude)) return 'coordinates-range'
  return near && isInQuebec(latitude, longitude) && !near(latitude, longitude) ? 'coordinates-far' : undefined
}

function isInQuebec(latitude: number, longitude: number): boolean {
  const { south, north, west, east } = quebec
  return latitude >= south && latitude <= north && longitude >= west && longitude <= east
}

/** Whether one of these points lies within 120 km: so far nobody offers anything, but in the sea or by a slip. */
export function nearAny(points: readonly Point[]): (latitude: number, longitude: number) => boolean {
  return (latitude, longitude) =>
    points.some(
      (each) => Math.abs(each.latitude - latitude) < degrees && kilometres(each, { latitude, longitude }) <= farthest,
    )
}

/** So many degrees of latitude are farther than that. */
const degrees = 1.1

function kilometres(one: Point, other: Point): number {
  const radians = (angle: number) => (angle * Math.PI) / 180
  const across = Math.sin(radians(other.longitude - one.longitude) / 2) ** 2
  const along = Math.sin(radians(other.latitude - one.latitude) / 2) ** 2
  const share = along + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * across
  return 2 * 6371 * Math.asin(Math.sqrt(share))
}
