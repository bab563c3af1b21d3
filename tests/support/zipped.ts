import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** A zip as an editor would send it. */
export async function zipped(name: string, files: Readonly<Record<string, string>>): Promise<File> {
  const zip = new ZipFile()
  for (const [path, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), path)
  zip.end()
  return new File([new Uint8Array(await buffer(Readable.from(zip.outputStream)))], name)
}
