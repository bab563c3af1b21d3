import { createHash } from 'node:crypto'
import { cleaned, FormError, readBytes, readForm } from './form.ts'

/** A file as somebody's browser sent it; its name is theirs and means nothing to us but what it ends in. */
export type SentFile = { name: string; bytes: Uint8Array }
export type SentFiles = ReadonlyMap<string, SentFile>
/** A form and the files beside it. */
export type Upload = { form: URLSearchParams; files: SentFiles }
/** The most bytes a file may have, by the name of its field; a file in another field is refused. */
export type FileLimits = Readonly<Record<string, number>>

/** Words beside the files, and the lines between the parts. */
const besides = 64 * 1024

/**
 * Reads a form with files, never more than its files may weigh together. In the form each file stands as its name and its
 * digest, so that the same form with another file is another command.
 */
export async function readUpload(request: Request, limits: FileLimits): Promise<Upload> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) return { form: await readForm(request), files: new Map() }
  const most = Object.values(limits).reduce((sum, limit) => sum + limit, besides)
  const bytes = await readBytes(request, most, 'file-too-large')
  const parts = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => {
    throw new FormError(400, 'not-a-form')
  })
  const form = new URLSearchParams()
  const files = new Map<string, SentFile>()
  for (const [field, part] of parts) {
    if (typeof part === 'string') form.append(field, cleaned(part))
    else if (part.size > 0) files.set(field, await sentFile(field, part, limits))
  }
  if ([...form].join('').length > besides) throw new FormError(413, 'too-large')
  for (const [field, { name, bytes: content }] of files) form.set(field, `${name} ${digestOf(content)}`)
  return { form, files }
}

async function sentFile(field: string, part: File, limits: FileLimits): Promise<SentFile> {
  const limit = limits[field]
  if (limit === undefined) throw new FormError(400, 'not-a-form')
  if (part.size > limit) throw new FormError(413, 'file-too-large')
  const name = cleaned(part.name).split(/[/\\]/).at(-1) ?? ''
  return { name: name.normalize('NFC').trim(), bytes: await part.bytes() }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
