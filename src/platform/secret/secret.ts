import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto'

/** Keyed hashes, tokens and encrypted columns; made once from the configuration's two keys. */
export type Secrets = {
  /** A hash that only the holder of the key can make: tokens, codes and addresses are kept and found by it. */
  hash: (purpose: string, text: string) => string
  sign: (purpose: string, text: string) => string
  verifies: (purpose: string, text: string, signature: string) => boolean
  encrypt: (text: string) => Buffer
  decrypt: (sealed: Buffer) => string
}

export class SealError extends Error {
  override name = 'SealError'
}

/** 192 bits, safe in an address. */
export function newToken(): string {
  return randomBytes(24).toString('base64url')
}

/** Six digits, each as likely as the others. */
export function newCode(): string {
  return String(randomBytes(6).readUIntBE(0, 6) % 1_000_000).padStart(6, '0')
}

export function createSecrets(keys: {
  secretKey: string
  secretKeyOld?: string | undefined
  fieldKey: string
}): Secrets {
  const field = derive(keys.fieldKey, 'field')
  const derived = new Map<string, KeyObject>() // a handful of purposes, each derived once
  const keyFor = (key: string, purpose: string) => {
    const known = derived.get(`${purpose} ${key}`) ?? derive(key, purpose)
    derived.set(`${purpose} ${key}`, known)
    return known
  }
  const sign = (purpose: string, text: string, key = keys.secretKey) =>
    createHmac('sha256', keyFor(key, purpose)).update(text).digest('base64url')
  return {
    // addresses are looked up for years: their hash hangs from the lasting key, not from the one that rotates
    hash: (purpose, text) => sign(`hash:${purpose}`, text, purpose === 'email' ? keys.fieldKey : keys.secretKey),
    sign: (purpose, text) => sign(`sign:${purpose}`, text),
    verifies: (purpose, text, signature) =>
      [keys.secretKey, keys.secretKeyOld].some(
        (key) => key !== undefined && same(sign(`sign:${purpose}`, text, key), signature),
      ),
    encrypt: (text) => seal(field, text),
    decrypt: (sealed) => open(field, sealed),
  }
}

function derive(key: string, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', key, 'accompagnement', purpose, 32)))
}

/** AES-256-GCM: version, nonce, tag, then the text. */
function seal(key: KeyObject, text: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.from([1]), nonce, cipher.getAuthTag(), body])
}

function open(key: KeyObject, sealed: Buffer): string {
  if (sealed[0] !== 1 || sealed.length < 29) throw new SealError('A sealed column is not of a known form.')
  const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13))
  cipher.setAuthTag(sealed.subarray(13, 29))
  return Buffer.concat([cipher.update(sealed.subarray(29)), cipher.final()]).toString('utf8')
}

function same(one: string, other: string): boolean {
  const a = Buffer.from(one)
  const b = Buffer.from(other)
  return a.length === b.length && timingSafeEqual(a, b)
}
