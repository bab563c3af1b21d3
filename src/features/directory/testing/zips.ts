import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { onTestFinished } from 'vitest'
import { ZipFile } from 'yazl'

/** A folder that is gone when the test ends. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A zip of these files, by name; a function gives a file's chunks one at a time. */
export async function zipOf(files: Record<string, string | (() => Iterable<Buffer>)>): Promise<string> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) {
    if (typeof content === 'string') zip.addBuffer(Buffer.from(content), name)
    else zip.addReadStream(Readable.from(content(), { objectMode: false }), name, { compressionLevel: 1 })
  }
  zip.end()
  const path = join(testFolder(), 'package.zip')
  await pipeline(zip.outputStream, createWriteStream(path))
  return path
}

export function* zeros(megabytes: number): Generator<Buffer> {
  const chunk = Buffer.alloc(1024 ** 2)
  for (let count = 0; count < megabytes; count += 1) yield chunk
}
