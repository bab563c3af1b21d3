import { PassThrough, type Readable } from 'node:stream'
import type { SourceFile } from './source-file.ts'

/**
 * The text of a file, whatever its encoding: UTF-8 and UTF-16 say what they are; what is not UTF-8 is taken as windows-1252, which
 * is how Québec's spreadsheets write. Read once to know, once to use: a wrong letter at the end would spoil the beginning.
 */
export async function decoded(file: SourceFile): Promise<Readable> {
  const encoding = await encodingOf(file)
  const decoder = new TextDecoder(encoding)
  const text = new PassThrough({ encoding: 'utf8' })
  const source = await file.open()
  source.on('data', (chunk: Buffer) => {
    if (!text.write(decoder.decode(chunk, { stream: true }))) source.pause()
  })
  text.on('drain', () => source.resume())
  text.on('close', () => source.destroy())
  source.on('end', () => text.end(decoder.decode()))
  source.on('error', (error) => text.destroy(error))
  return text
}

async function encodingOf(file: SourceFile): Promise<string> {
  const strict = new TextDecoder('utf-8', { fatal: true })
  let first = true
  const source = await file.open()
  try {
    for await (const chunk of source) {
      if (!(chunk instanceof Buffer)) continue
      if (first && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
      if (first && chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be'
      first = false
      strict.decode(chunk, { stream: true })
    }
    strict.decode()
    return 'utf-8'
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252'
    throw error
  } finally {
    source.destroy()
  }
}
