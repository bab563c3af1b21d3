// Check 18: the directory as a tabular package, judged by the standard's own description and by what comes of reading it again.
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { expect } from 'vitest'
import { z } from 'zod'
import { exportDirectory } from '#features/directory/index.ts'
import { openSource } from '#features/directory/commands/source/source.ts'
import { officialStandard } from '#features/directory/testing/official-schema.ts'
import { openDirectory, type Directory } from './directory.ts'
import { canonical } from './expected.ts'
import { stream, type Entry, type List } from './reading.ts'
import { descriptionShape, packageFaults } from './tables.ts'

const official = join(officialStandard, 'datapackage.json')

/** Writes the package, reads it with other eyes, loads it into an empty directory and asks both the same. */
export async function expectPackage(
  directory: Directory,
  before: ReadonlyMap<List, readonly Entry[]>,
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'package-'))
  const path = join(folder, 'directory.zip')
  try {
    await pipeline(
      exportDirectory(directory.services.pool, 'datapackage', new Date('2026-11-24T15:00:00Z')),
      createWriteStream(path),
    )
    const files = await filesOf(path)
    if (existsSync(official)) {
      const description = descriptionShape.parse(readJson(official))
      for (const { name, schema } of description.resources) schema.fields.push(...columnsOf(name))
      expect(packageFaults(description, files).slice(0, 10)).toEqual([])
      const known = description.resources.map((each) => each.path)
      expect([...files.keys()].filter((name) => !known.includes(name))).toEqual([])
    }
    const copy = await openDirectory(path)
    for (const [list, documents] of before) {
      const again = await stream(copy.app, list, list.startsWith('taxonom') ? '' : 'full=true')
      const other = documents.findIndex((each, at) => textOf(each) !== textOf(again[at]))
      expect([list, again.length, again[other]]).toEqual([list, documents.length, documents[other]])
    }
    await copy.end()
    return [...files.values()].join('\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function textOf(document: unknown): string {
  return JSON.stringify(canonical(document))
}

/** The package's description leaves out columns that the schemas name, as those of a capacity and of a unit. */
function columnsOf(table: string): { name: string }[] {
  const { properties } = schemaShape.parse(readJson(join(officialStandard, 'schema', `${table}.json`)))
  return Object.keys(properties).map((name) => ({ name }))
}

const schemaShape = z.object({ properties: z.record(z.string(), z.unknown()) })

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

async function filesOf(path: string): Promise<Map<string, string>> {
  const { files, close } = await openSource(path)
  const texts = new Map<string, string>()
  for (const { name, open } of files) texts.set(name, await text(await open()))
  close()
  return texts
}
