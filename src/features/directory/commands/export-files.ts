import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Id } from '#kernel/id.ts'
import { ConfigError } from '#platform/config/config.ts'
import { keysOf, refuseRow, textOf, type Find, type Reading, type Row, type Table } from '../domain/entry.ts'
import * as details from '../domain/orservices-details.ts'
import * as terms from '../domain/orservices-terms.ts'
import {
  readLocation,
  readOrganization,
  readProgram,
  readService,
  readServiceAtLocation,
} from '../domain/orservices.ts'
import { headerOf, readCsv } from './read-csv.ts'

/** How the rows of one file are read; a file that only joins others has no table. */
export type FileReader = { file: string; table?: Table; read: (row: Row, find: Find) => Reading }

/** The files of an ORServices export, each after those it points to. */
export function fileReaders(before: details.Beforehand, idOfTerm: (key: string) => Id): FileReader[] {
  return [
    { file: 'taxonomy_types.csv', table: 'taxonomy', read: terms.readTaxonomy },
    {
      file: 'taxonomy_terms.csv',
      table: 'taxonomy_term',
      read: (row, find) => terms.readTerm(row, find, before, idOfTerm),
    },
    { file: 'taxonomy_terms_types.csv', read: terms.readTermType },
    { file: 'organizations.csv', table: 'organization', read: readOrganization },
    { file: 'programs.csv', table: 'program', read: readProgram },
    { file: 'services.csv', table: 'service', read: readService },
    { file: 'locations.csv', table: 'location', read: readLocation },
    { file: 'services_at_location.csv', table: 'service_at_location', read: readServiceAtLocation },
    { file: 'physical_addresses.csv', table: 'address', read: (row, find) => details.readAddress(row, find, before) },
    { file: 'location_addresses.csv', read: terms.readLocationAddress },
    { file: 'phones.csv', table: 'phone', read: (row, find) => details.readPhone(row, find, before) },
    { file: 'location_phones.csv', read: terms.readLocationPhone },
    { file: 'service_phones.csv', read: terms.readServicePhone },
    { file: 'schedules.csv', table: 'schedule', read: details.readSchedule },
    { file: 'languages.csv', table: 'language', read: details.readLanguage },
    { file: 'accessibility_for_disabilities.csv', table: 'accessibility', read: details.readAccessibility },
    { file: 'service_attributes.csv', table: 'attribute', read: details.readServiceAttribute },
  ]
}

/** Files of the folder that no reader knows: their rows are refused one by one, so that none goes unseen. */
export function unknownFiles(folder: string, readers: readonly FileReader[]): FileReader[] {
  const known = new Set(readers.map((reader) => reader.file))
  return readdirSync(folder)
    .filter((file) => file.toLowerCase().endsWith('.csv') && !known.has(file))
    .sort()
    .map((file) => ({ file, read: () => refuseRow('a file that this import does not take') }))
}

const signature: readonly (readonly [string, readonly string[]])[] = [
  ['organizations.csv', ['id', 'name', 'description']],
  ['services.csv', ['service_recordid', 'service_name', 'service_organization']],
]

/** Stops with one sentence where the folder is missing or holds something else than an ORServices export. */
export async function requireLayout(folder: string): Promise<void> {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new ConfigError(`There is no folder ${folder}: give the folder that holds the exported CSV files.`)
  for (const [file, columns] of signature) {
    const path = join(folder, file)
    if (!existsSync(path))
      throw new ConfigError(`${folder} holds no ${file}: this import reads the CSV files of an ORServices export.`)
    const header = await headerOf(path)
    const missing = columns.find((column) => !header.includes(column))
    if (missing)
      throw new ConfigError(`${path} has no column ${missing}: its layout is not that of an ORServices export.`)
  }
}

/** Reads what stands in files of their own, before the rows it concerns. */
export async function readBeforehand(folder: string): Promise<details.Beforehand> {
  const termKeys = new Set<string>()
  for await (const row of rowsOf(folder, 'taxonomy_terms.csv')) {
    const key = terms.termKeyOf(row)
    if (key) termKeys.add(key)
  }
  const countries = new Set<string>()
  for await (const row of rowsOf(folder, 'physical_addresses.csv')) {
    const country = textOf(row, 'country')
    if (country) countries.add(country)
  }
  const types = await joins(folder, 'taxonomy_terms_types.csv', 'taxonomy_recordid', 'taxonomy_type_recordid')
  return {
    termKeys,
    typeOfTerm: new Map([...types].flatMap(([term, [type]]) => (type ? [[term, type] as const] : []))),
    locationsOfAddress: await joins(folder, 'location_addresses.csv', 'address_recordid', 'location_recordid'),
    locationsOfPhone: await joins(folder, 'location_phones.csv', 'phone_recordid', 'location_recordid'),
    servicesOfPhone: await joins(folder, 'service_phones.csv', 'phone_recordid', 'service_recordid'),
    onlyCountry: countries.size === 1 ? [...countries][0] : undefined,
  }
}

async function joins(folder: string, file: string, from: string, to: string): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for await (const row of rowsOf(folder, file)) {
    for (const key of keysOf(row, from)) found.set(key, [...(found.get(key) ?? []), ...keysOf(row, to)])
  }
  return found
}

async function* rowsOf(folder: string, file: string): AsyncGenerator<Row> {
  if (!existsSync(join(folder, file))) return
  for await (const record of readCsv(join(folder, file))) if ('row' in record) yield record.row
}
