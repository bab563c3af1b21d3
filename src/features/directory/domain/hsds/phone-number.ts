/** HSDS: `number` is what anyone can dial, `extension` what is asked for after it. */
export type PhoneNumber = { number: string | null; extension: string | null }

const words = '(?:ext(?:ension|n)?|poste|x|p)\\b\\.?|#|ext\\.?(?=\\d)|x(?=\\d)|p\\.?(?=\\d)'
const extensionText = '\\d{1,6}|opt(?:ion)?\\.? ?\\d{1,2}'
const after = new RegExp(
  `^(.*\\d\\)?)[\\s,;(-]*(?:(?:${words})[\\s.:#]*(${extensionText})|(opt(?:ion)?\\.? ?\\d{1,2}))\\)?$`,
  'i',
)
const alone = new RegExp(`^(?:${words})[\\s.:#]*(${extensionText})$`, 'i')

/**
 * '514-555-0101 poste 22' as number and extension, 'x OPT2' as the extension it says. Only where it is clear: one number that can
 * be dialled, one extension; else both stay as they are written.
 */
export function phoneNumber({ number, extension }: PhoneNumber): PhoneNumber {
  const asked = extension === null ? null : (alone.exec(extension.trim())?.[1] ?? extension)
  const found = number === null || number.length > 100 ? null : after.exec(number.trim())
  const [, dialled = '', some, option] = found ?? []
  const inNumber = some ?? option
  if (inNumber === undefined || !isDialled(dialled) || (asked !== null && asked !== inNumber))
    return { number, extension: asked }
  return { number: dialled.trim(), extension: inNumber }
}

/** Three digits (211, 811), or seven to fifteen, with no second extension among them. */
function isDialled(text: string): boolean {
  const digits = text.replace(/\D/g, '').length
  return (digits === 3 || (digits >= 7 && digits <= 15)) && !/\d\D*[a-z#]\D*\d/i.test(text)
}
