import { accept, refuse, type Result } from '#kernel/result.ts'

export type Contact = { firstName: string; email: string }
export type ContactRefusal = 'no-name' | 'no-email' | 'not-an-email'

/** ASCII, as every mail server takes it; whether the address exists, only a mail tells. */
const email = /^(?!\.)(?!.*\.\.)[a-z0-9_'+.-]*[a-z0-9_+-]@([a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/
const longestEmail = 200

/** How to call someone and where to write; names of any script, in one part or several. */
export function readContact(sent: { firstName: string; email: string }): Result<Contact, ContactRefusal> {
  const firstName = sent.firstName.replace(/\s+/g, ' ').trim().slice(0, 80)
  const address = normalEmail(sent.email)
  if (!firstName) return refuse('no-name')
  if (!address) return refuse('no-email')
  return address.length <= longestEmail && email.test(address)
    ? accept({ firstName, email: address })
    : refuse('not-an-email')
}

/** One spelling for one address: what is hashed and written to. */
export function normalEmail(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '').toLowerCase()
}
