import type { DayParts } from '#kernel/day.ts'

export type FormFault = 'too-large' | 'file-too-large' | 'not-utf8' | 'not-a-form'
/** A body that cannot be a form of ours; `status` and the key of a sentence say why. */
export class FormError extends Error {
  override name = 'FormError'
  readonly status: 400 | 413 | 415
  readonly reason: FormFault
  constructor(status: 400 | 413 | 415, reason: FormFault) {
    super(reason)
    this.status = status
    this.reason = reason
  }
}

const most = 64 * 1024

/** Reads and checks a form before any transaction opens: at most 64 KB, valid UTF-8, without control characters. */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim() ?? ''
  const bytes = await readBytes(request)
  if (bytes.length === 0) return new URLSearchParams()
  if (type !== 'application/x-www-form-urlencoded') throw new FormError(415, 'not-a-form')
  const pairs = decodeUtf8(bytes)
    .split('&')
    .filter(Boolean)
    .map((pair): [string, string] => {
      const [name = '', ...value] = pair.split('=')
      return [decode(name), decode(value.join('='))]
    })
  return new URLSearchParams(pairs)
}

/** A form of ours, or the one field of RFC 8058 as mail programs send it: in parts. */
export async function readFormOrParts(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) return readForm(request)
  const body = decodeUtf8(await readBytes(request))
  const parts = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => {
    throw new FormError(400, 'not-a-form')
  })
  return new URLSearchParams([...parts].filter((part): part is [string, string] => typeof part[1] === 'string'))
}

/** A body, never more than so many bytes of it. */
export async function readBytes(request: Request, limit = most, fault: FormFault = 'too-large') {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw new FormError(413, fault)
  const chunks: Uint8Array[] = []
  let size = 0
  const body: AsyncIterable<Uint8Array> | Iterable<Uint8Array> = request.body ?? []
  for await (const chunk of body) {
    size += chunk.length
    if (size > limit) throw new FormError(413, fault)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new FormError(400, 'not-utf8')
  }
}

function decode(text: string): string {
  try {
    return cleaned(decodeURIComponent(text.replaceAll('+', ' ')))
  } catch {
    throw new FormError(400, 'not-utf8')
  }
}

/** Line ends become one sign; other control characters, which PostgreSQL or a terminal would stumble on, are dropped. */
export function cleaned(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, '')
}

/** The three fields of a date. */
export function dayFields(form: URLSearchParams, name: string): DayParts {
  const part = (unit: string) => form.get(`${name}-${unit}`) ?? ''
  return { day: part('day'), month: part('month'), year: part('year') }
}
