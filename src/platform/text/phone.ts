import { parsePhoneNumberFromString } from 'libphonenumber-js'

/** The `tel:` form of a number as people write it; French extensions ("poste 22") are kept as a pause. */
export function telOf(display: string): string {
  const known = tels.get(display)
  if (known !== undefined) return known
  if (tels.size >= mostKept) tels.clear()
  const tel = readTel(display)
  tels.set(display, tel)
  return tel
}

/** The same few numbers stand on every page; reading one takes longer than the rest of the footer. */
const tels = new Map<string, string>()
const mostKept = 2_000

function readTel(display: string): string {
  const [number = '', extension] = display.split(/\s*(?:poste|ext\.?|p\.|#)\s*/i)
  const parsed = parsePhoneNumberFromString(number, 'CA')
  const tel = parsed ? parsed.number : number.replace(/[^\d+]/g, '')
  return extension ? `${tel},${extension}` : tel
}

/** A number someone can be called at, in E.164, or nothing. */
export function parsePhone(text: string): string | undefined {
  const parsed = parsePhoneNumberFromString(text, 'CA')
  return parsed?.isPossible() ? parsed.number : undefined
}

/** '+18003639010' as people read it here: '1 800 363-9010'. */
export function phoneInWords(tel: string): string {
  const found = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(tel)
  return found ? `1 ${found[1]} ${found[2]}-${found[3]}` : tel
}
