import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { detour } from '../domain/weights.ts'

type Point = { lat: number; lon: number }
const directions = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const

/** Straight kilometres and the direction from one point to another, in degrees from the north. */
export function towards(from: Point, to: Point): { km: number; degrees: number } {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const [lat1, lat2, dLon] = [radians(from.lat), radians(to.lat), radians(to.lon - from.lon)]
  const a = Math.sin((lat2 - lat1) / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin(dLon / 2) ** 2
  const y = Math.sin(dLon) * Math.cos(lat2)
  const x = Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(dLon)
  return {
    km: 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(a))),
    degrees: ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360,
  }
}

/** In town a car makes about 30 km an hour, beyond about 80: an estimate, and said to be one. */
export function minutesByCar(roadKm: number): number {
  const minutes = roadKm <= 15 ? roadKm * 2 : 30 + ((roadKm - 15) * 60) / 80
  return Math.max(5, Math.round(minutes / 5) * 5)
}

/** Where a place is from here, without a map: an arrow, and the same in words. */
export function Sketch({ c, from, to }: { c: Context<Env>; from: Point & { name: string }; to: Point }) {
  const { t } = c.var
  const { km, degrees } = towards(from, to)
  const road = Math.round(km * detour)
  const direction = directions[Math.round(degrees / 45) % 8] ?? 'n'
  return (
    <figure class="sketch">
      <svg viewBox="0 0 100 100" width="96" height="96" aria-hidden="true" focusable="false">
        <circle cx="50" cy="50" r="46" fill="none" stroke="currentColor" stroke-width="2" />
        <text x="50" y="16" text-anchor="middle" font-size="13" fill="currentColor">
          N
        </text>
        <circle cx="50" cy="50" r="5" fill="currentColor" />
        {km >= 1 && (
          <g transform={`rotate(${Math.round(degrees)} 50 50)`}>
            <path d="M50 50 V24 M41 34 L50 22 L59 34" fill="none" stroke="currentColor" stroke-width="5" />
          </g>
        )}
      </svg>
      <figcaption>
        <p>{t('matching.sketch', { km: road, place: from.name, direction: t(`matching.direction.${direction}`) })}</p>
        <p class="muted">{t('matching.sketch.minutes', { minutes: minutesByCar(road) })}</p>
      </figcaption>
    </figure>
  )
}
