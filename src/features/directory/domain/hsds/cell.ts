import { plainText } from '../plain-text.ts'
import { emailAddress, webAddress } from '../web-address.ts'
import { readTime } from '../hours.ts'
import type { FaultReason } from '../fault.ts'
import type { Column, Kind } from './model.ts'

export type Value = string | number | boolean | null | Record<string, string>
/** What a cell says, or why it cannot be taken as what its column is; then it is kept aside and told. */
export type Cell = { value: Value } | { fault: FaultReason; instead?: Value }

/** The text of a cell as a person would read it; exports write an absent value as nothing, or as the word null. */
export function cellText(raw: string | undefined): string | null {
  const text = plainText(raw ?? '')
  return text === '' || text.toLowerCase() === 'null' ? null : text
}

/** The value of a column that points nowhere. */
export function readCell({ kind, oneOf, hides }: Column, text: string): Cell {
  if (hides) return hiddenCell(text)
  if (oneOf) return oneOfCell(oneOf, text)
  return readers[kind](text)
}

function oneOfCell(values: readonly string[], text: string): Cell {
  const found = values.find((value) => value.toLowerCase() === text.trim().toLowerCase())
  return found === undefined ? { fault: 'not-one-of' } : { value: found }
}

const readers: Record<Kind, (text: string) => Cell> = {
  text: (text) => ({ value: text }),
  id: (text) => ({ value: text }),
  link: (text) => orFault(webAddress(text), 'not-a-link'),
  email: (text) => orFault(emailAddress(text), 'not-an-email'),
  number: (text) => orFault(numberOf(text), 'not-a-number'),
  whole: (text) => {
    const number = numberOf(text)
    return number !== undefined && Number.isInteger(number) && Math.abs(number) <= mostWhole
      ? { value: number }
      : { fault: 'not-a-number' }
  },
  day: (text) => orFault(dayOf(text), 'not-a-date'),
  moment: (text) => orFault(momentOf(text), 'not-a-date'),
  clock: (text) => orFault(clockOf(text), 'not-a-time'),
}

/** What an integer of the database holds. */
const mostWhole = 2_147_483_647

/** Whether a place or a person is not for the public. What is neither yes nor no hides: an address once shown stays known. */
function hiddenCell(text: string): Cell {
  const word = text.trim().toLowerCase()
  if (/^(true|t|yes|y|1|vrai|oui|o|x)$/.test(word)) return { value: true }
  if (/^(false|f|no|n|0|faux|non)$/.test(word)) return { value: false }
  return { fault: 'not-one-of', instead: true }
}

function orFault(value: string | number | undefined, fault: FaultReason): Cell {
  return value === undefined ? { fault } : { value }
}

/** A decimal comma is a point here, as French writes it. */
function numberOf(text: string): number | undefined {
  const plain = text.trim().replace(',', '.')
  return /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(plain) ? Number(plain) : undefined
}

function dayOf(text: string): string | undefined {
  const day = /^(\d{4}-\d\d-\d\d)(?:[T ].*)?$/.exec(text.trim())?.[1]
  if (!day || day < '1000') return undefined
  const read = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day) ? day : undefined
}

function momentOf(text: string): string | undefined {
  const day = dayOf(text)
  if (day === undefined) return undefined
  const rest = text.trim().slice(10).replace(' ', 'T')
  const zoned = rest === '' ? 'T00:00:00Z' : /(Z|[+-]\d\d:?\d\d)$/.test(rest) ? rest : `${rest}Z`
  const read = new Date(`${day}${zoned}`)
  return Number.isNaN(read.getTime()) ? undefined : read.toISOString()
}

/** HSDS writes '09:00', with or without seconds and a zone; others write '9:00am'. */
function clockOf(text: string): string | undefined {
  return readTime(text.trim().replace(/^(\d{1,2}:\d\d)(:\d\d)?(Z|[+-]\d\d:?\d\d)?$/, '$1'))
}
