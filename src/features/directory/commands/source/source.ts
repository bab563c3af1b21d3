import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Readable } from 'node:stream'
import { ConfigError } from '#platform/config/config.ts'
import type { Source } from './source-file.ts'
import { openZip } from './zip.ts'

const readable = /\.(csv|json|ndjson|jsonl|geojson)$/i
/** Descriptions of a package, which hold no entry. */
const descriptions = ['datapackage.json', 'openapi.json', 'package.json']

/** Opens a folder, a zip or a single file; what is no such thing stops with one sentence. */
export async function openSource(path: string): Promise<Source> {
  if (!existsSync(path))
    throw new ConfigError(`There is no ${path}: give a folder, a zip, or a CSV, JSON, NDJSON or GeoJSON file.`)
  if (statSync(path).isDirectory()) return ofFiles(filesIn(path), path)
  if (/\.zip$/i.test(path)) return openZip(path, isRead)
  if (!readable.test(path))
    throw new ConfigError(
      `${path} is no CSV, JSON, NDJSON, GeoJSON or zip file: give one of these, or a folder of them.`,
    )
  return ofFiles([basename(path)], join(path, '..'))
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.') && statSync(join(folder, name), { throwIfNoEntry: false })?.isFile())
    .sort()
}

function isRead(name: string): boolean {
  return readable.test(name) && !descriptions.includes(basename(name).toLowerCase())
}

function ofFiles(names: readonly string[], folder: string): Source {
  const files = names.filter(isRead).map((name) => ({ name, open: () => opened(join(folder, name)) }))
  if (files.length === 0)
    throw new ConfigError(`${folder} holds no CSV, JSON, NDJSON or GeoJSON file: there is nothing to import.`)
  return { files, close: () => undefined }
}

/** A file that cannot be read fails here, in one sentence. */
function opened(path: string): Promise<Readable> {
  const stream = createReadStream(path)
  return new Promise((resolve, reject) => {
    stream.once('open', () => resolve(stream))
    stream.once('error', (error) => reject(new ConfigError(`${path} cannot be read: ${error.message}.`)))
  })
}
