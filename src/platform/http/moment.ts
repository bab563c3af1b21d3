import type { Secrets } from '#platform/secret/secret.ts'

const purpose = 'moment'

/** A moment carried in an address, signed: nobody can send somebody else a promise that we did not make. */
export function momentParam(secrets: Secrets, at: Date): string {
  const text = String(at.getTime())
  return `${text}.${secrets.sign(purpose, text)}`
}

/** The moment, or nothing where we did not sign it. */
export function readMoment(secrets: Secrets, given: string | undefined): Date | undefined {
  const [text = '', signature = ''] = (given ?? '').split('.')
  return secrets.verifies(purpose, text, signature) ? new Date(Number(text)) : undefined
}
