import type { Fault } from '../fault.ts'
import type { Value } from './cell.ts'
import type { Table } from './model.ts'
import { phoneNumber } from './phone-number.ts'
import { pointFault } from './point.ts'
import { postalFault } from './postal-code.ts'
import type { Known } from './reading.ts'

/** Columns as they are once they were read together; those set aside are told, and kept as the source wrote them. */
export type Together = { columns: Record<string, Value>; faults: Fault[]; aside: readonly string[] }

/** What the columns of a row say together: a point, a postal code of a province, an extension after a number. */
export function together(table: Table, columns: Record<string, Value>, known: Known): Together {
  if (table === 'location') return pointOf(columns, known)
  if (table === 'address') return { columns, faults: postalFaults(columns), aside: [] }
  if (table !== 'phone') return { columns, faults: [], aside: [] }
  const { number, extension } = phoneNumber({ number: text(columns['number']), extension: text(columns['extension']) })
  return { columns: { ...columns, number, extension }, faults: [], aside: [] }
}

function pointOf(columns: Record<string, Value>, { near }: Known): Together {
  const { latitude, longitude } = columns
  const reason = pointFault(number(latitude), number(longitude), near)
  if (!reason) return { columns, faults: [], aside: [] }
  const value = `${text(latitude) ?? ''}, ${text(longitude) ?? ''}`
  return {
    columns: { ...columns, latitude: null, longitude: null },
    faults: [{ reason, column: 'latitude', value }],
    aside: ['latitude', 'longitude'],
  }
}

function postalFaults({ postal_code, state_province, country }: Record<string, Value>): Fault[] {
  const postalCode = text(postal_code)
  if (postalCode === null) return []
  const reason = postalFault({ postalCode, province: text(state_province) ?? '', country: text(country) ?? '' })
  return reason ? [{ reason, column: 'postal_code', value: postalCode.slice(0, 80) }] : []
}

function text(value: Value | undefined): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}

function number(value: Value | undefined): number | null {
  return typeof value === 'number' ? value : null
}
