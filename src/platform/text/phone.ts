import { parsePhoneNumberFromString } from 'libphonenumber-js'

/** The `tel:` form of a number as people write it; French extensions ("poste 22") are kept as a pause. */
export function telOf(display: string): string {
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
