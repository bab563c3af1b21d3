import type { FaultReason } from '../fault.ts'

/** Canada Post: letter, digit, letter, space, digit, letter, digit; D, F, I, O, Q and U never, W and Z not first. */
const form = /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] ?\d[ABCEGHJ-NPRSTV-Z]\d$/
/** Eastern Québec, Montréal, western Québec; K1A is the federal government's in Ottawa and in Gatineau. */
const ofQuebec = /^(?:[GHJ]|K1A)/

/** What is wrong with the postal code of an address in Québec; of other provinces and countries nothing is said. */
export function postalFault(address: {
  postalCode: string
  province: string
  country: string
}): FaultReason | undefined {
  if (!isQuebec(address.province) || !/^(ca|can|canada)$/.test(plain(address.country))) return undefined
  const code = address.postalCode.trim().toUpperCase()
  if (!form.test(code)) return 'postal-form'
  return ofQuebec.test(code) ? undefined : 'postal-elsewhere'
}

function isQuebec(province: string): boolean {
  return /^(qc|pq|que|quebec|ca-qc)$/.test(plain(province))
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036F.\s()]/g, '')
    .toLowerCase()
}
