import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { ConfigError } from '#platform/config/config.ts'
import type { Source } from './source-file.ts'

/** All that a zip may unfold to. A directory of 100,000 services takes some 200 MB. */
const mostBytes = 2 * 1024 ** 3
/** Text packs to a tenth at best, repeated tables to a fiftieth: beyond, and beyond a size that hurts, it is a bomb. */
const mostRatio = 200
const harmless = 50 * 1024 ** 2
const mostFiles = 1_000

/** Names and sizes are checked before anything is unpacked; nothing is ever written to disk. */
export async function openZip(path: string, isRead: (name: string) => boolean): Promise<Source> {
  const zip = await whole(path, () => openPromise(path, { autoClose: false, lazyEntries: true, strictFileNames: true }))
  try {
    const entries = await whole(path, () => entriesOf(zip, path))
    const files = entries.filter(({ fileName }) => isRead(fileName) && !isOfSystem(fileName))
    requireNamesOnce(path, files)
    if (files.length === 0)
      throw new ConfigError(`${path} holds no CSV, JSON, NDJSON or GeoJSON file: there is nothing to import.`)
    return {
      files: files.map((entry) => ({ name: basename(entry.fileName), open: () => opened(zip, entry, path) })),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function entriesOf(zip: ZipFile, path: string): Promise<Entry[]> {
  const entries: Entry[] = []
  let bytes = 0
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue
    if (entry.isEncrypted()) throw new ConfigError(`${path} has a password: give it without one.`)
    bytes += entry.uncompressedSize
    const swells = entry.uncompressedSize > harmless && entry.uncompressedSize > entry.compressedSize * mostRatio
    if (swells || bytes > mostBytes || entries.length >= mostFiles)
      throw new ConfigError(
        `${path} unfolds to more than a directory can hold (at ${entry.fileName}): it is refused unread. Give its files unpacked.`,
      )
    entries.push(entry)
  }
  return entries
}

/** What macOS packs beside each file. */
function isOfSystem(name: string): boolean {
  return name.startsWith('__MACOSX/') || basename(name).startsWith('.')
}

/** A folder in a zip does not matter to its files: two of one name would be two packages. */
function requireNamesOnce(path: string, files: readonly Entry[]): void {
  const names = files.map(({ fileName }) => basename(fileName).toLowerCase())
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice) throw new ConfigError(`${path} holds two files named ${twice}: give one package at a time.`)
}

/** A file that is broken, or longer than it says, fails where it is read. */
async function opened(zip: ZipFile, entry: Entry, path: string): Promise<Readable> {
  const packed = await whole(path, () => zip.openReadStreamPromise(entry))
  return Readable.from(unpacked(packed, path), { objectMode: false })
}

async function* unpacked(packed: AsyncIterable<unknown>, path: string): AsyncGenerator<unknown> {
  const chunks = packed[Symbol.asyncIterator]()
  try {
    for (;;) {
      const step: IteratorResult<unknown, unknown> = await whole(path, () => chunks.next())
      if (step.done) return
      yield step.value
    }
  } finally {
    await chunks.return?.()
  }
}

/** The reader's own faults (a path that leaves the folder, a broken archive) as one sentence. */
async function whole<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof ConfigError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new ConfigError(`${path} is not a sound zip (${reason}): make it again, or give its files unpacked.`)
  }
}
