/** What windows-1252 reads in the bytes 80 to 9F; five of them it reads as they are. */
const odd = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'
const next = `[\\u0080-\\u00BF${odd}]`
/** As the next, without the space that French writes after a letter and before a sign. */
const bound = `[\\u0080-\\u009F\\u00A1-\\u00BF${odd}]`

/** Signs that may well follow a capital letter of another language: `IRMÃ”` is a word and a quotation mark. */
const closing = '’”»…›–—'

const unmistakable = new RegExp(
  [
    // an accented letter that was read wrong twice
    `Ãƒ(?:[Â-Ë]${next}|â€${next}|â‚¬|â„¢)`,
    `(?:[Â-ß]${next}){3,}`,
    `(?:[Â-ß]${bound}){2,}`,
    `(?:[à-ï]${bound}{2}){2,}`,
    `ðŸ${next}{2}`,
    `(?<![A-Z])[ÂÃ]${next}`,
    `[ÂÃ](?![${closing}](?!\\p{L}))${next}`,
    // œ, Œ and Ÿ; the signs from – to ›; € and ™
    'Å[“’¸]',
    `â€${next}`,
    'â‚¬|â„¢',
  ].join('|'),
  'gu',
)

/** Each turn undoes one; a third is the most that was ever seen. */
const turns = 3

/**
 * Text that was UTF-8 and was read as windows-1252, once or more, as it was: `FranÃ§ais` is Français. Only where nobody writes
 * these signs in this order on purpose; the rest stays as it is.
 */
export function mended(text: string): string {
  if (!/[\u0080-\u009F\u00C2-\u00F4]/.test(text)) return text
  let read = asRead(text)
  for (let turn = 0; turn < turns; turn += 1) {
    const again = asRead(read.replace(unmistakable, decoded))
    if (again === read) break
    read = again
  }
  return read
}

/** A control sign of the upper half is the letter or quotation mark that windows-1252 has there, as browsers read it. */
function asRead(text: string): string {
  return text.replace(/[\u0080-\u009F]/g, (sign) => odd.charAt(sign.charCodeAt(0) - 0x80))
}

function decoded(found: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(found, byteOf))
  } catch {
    return found
  }
}

function byteOf(sign: string): number {
  const at = odd.indexOf(sign)
  return at < 0 ? sign.charCodeAt(0) : at + 0x80
}
