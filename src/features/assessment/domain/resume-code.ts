/** Crockford's alphabet: no letter that is read as a digit. Eleven signs make 55 bits. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 11

/** 'K7QM-2XF9-H3T', from random bytes, one a sign. */
export function newResumeCode(random: Uint8Array): string {
  const signs = [...random.subarray(0, length)].map((byte) => alphabet[byte & 31] ?? '0').join('')
  return `${signs.slice(0, 4)}-${signs.slice(4, 8)}-${signs.slice(8)}`
}

/** What was typed, as it was shown: case, spaces, dashes and the letters O, I and L are forgiven. */
export function readResumeCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .slice(0, 32)
}
