import { createHash } from 'node:crypto'
import type { Id } from '#kernel/id.ts'

/** The same entry of the same source has the same identifier in every import: a UUID of version 8 (RFC 9562) over SHA-256. */
export function derivedId(sourceId: string, table: string, key: string): Id {
  const bytes = createHash('sha256').update(`${sourceId}\u0000${table}\u0000${key}`).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
