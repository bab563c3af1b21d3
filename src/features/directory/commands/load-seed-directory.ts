import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Id } from '#kernel/id.ts'
import { ConfigError } from '#platform/config/config.ts'
import { root } from '#platform/config/root.ts'
import type { Db } from '#platform/db/db.ts'
import type { Secrets } from '#platform/secret/secret.ts'
import { tables, type Table } from '../domain/hsds/model.ts'
import { contactsOf, saveContact, saveNeeds, saveStatuses } from '../store/seeds.ts'
import { derivedId } from '../store/derived-id.ts'
import { lockImports, saveSource } from '../store/sources.ts'
import { refreshSource } from '../store/search/refresh.ts'
import { beginSeen, noteSeen, removeOthers, suspendOthers } from '../store/gone.ts'
import { upsert } from '../store/upsert.ts'
import { seedEntries, seedNeeds, seedStatuses } from './seed-entries.ts'
import { seedDirectory, type SeedDirectory } from './seed-shape.ts'

/** Loads our own directory, open from the start, and the invented world where it is asked for. Loading again changes nothing. */
export async function loadSeedDirectory(
  ownerDb: Db,
  secrets: Secrets,
  options: { invented: boolean; at: Date; newId: () => Id },
): Promise<{ written: number }> {
  const files = ['seeds/starter/directory.json', ...(options.invented ? ['seeds/invented/directory.json'] : [])]
  const seeds = files.map(readSeed)
  return ownerDb.transaction().execute(async (db) => {
    await lockImports(db)
    await beginSeen(db)
    let written = 0
    for (const seed of seeds) written += await loadSeed(db, secrets, seed, options.at)
    return { written }
  })
}

/** A seed file, checked; a fault stops with one sentence that names the file and the place. */
export function readSeed(file: string): SeedDirectory {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(join(root, file), 'utf8'))
  } catch (error) {
    throw new ConfigError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
  const parsed = seedDirectory.safeParse(content)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new ConfigError(`${file} is wrong at ${issue?.path.join('.') || 'its root'}: ${issue?.message ?? 'unknown'}`)
}

/** Answers how many rows were written: none when the seed stands as it is. */
async function loadSeed(db: Db, secrets: Secrets, seed: SeedDirectory, at: Date): Promise<number> {
  const { id: sourceId, name, invented } = seed.source
  const idOf = (table: Table, key: string) => derivedId(sourceId, table, key)
  let written = 0
  await saveSource(db, { id: sourceId, name, invented, importedAt: at, openedAt: at })
  for (const { table, entries } of seedEntries(seed, idOf)) {
    const stored = entries.map(({ key, columns }) => ({
      id: idOf(table, key),
      source_id: sourceId,
      source_key: key,
      ...columns,
    }))
    const { added, changed } = await upsert(db, table, sourceId, stored, at)
    const ids = stored.map(({ id }) => id)
    await noteSeen(db, table, ids)
    written += added + changed.length
  }
  written += await removeOthers(db, sourceId, tables)
  for (const table of tables) written += (await suspendOthers(db, table, sourceId, at)).length
  written += await saveNeeds(db, sourceId, seedNeeds(seed, idOf))
  written += await saveStatuses(db, sourceId, seedStatuses(seed, idOf))
  written += await loadContacts(db, secrets, seed, (key) => idOf('organization', key))
  if (written > 0) await refreshSource(db, sourceId)
  return written
}

/** An address is sealed anew only when it differs from the one kept: a seal never comes out the same twice. */
async function loadContacts(db: Db, secrets: Secrets, seed: SeedDirectory, idOf: (key: string) => Id): Promise<number> {
  const kept = await contactsOf(db, seed.source.id)
  let changed = 0
  for (const { key, contact } of seed.organizations) {
    if (!contact) continue
    const before = kept.get(idOf(key))
    if (before && before.confirmedOn === contact.confirmedOn && opens(secrets, before.emailSealed) === contact.email)
      continue
    await saveContact(db, {
      organizationId: idOf(key),
      emailSealed: secrets.encrypt(contact.email),
      confirmedOn: contact.confirmedOn,
    })
    changed += 1
  }
  return changed
}

/** Nothing when it was sealed with another key, as when a demo's secrets were made anew. */
function opens(secrets: Secrets, sealed: Buffer): string | undefined {
  try {
    return secrets.decrypt(sealed)
  } catch {
    return undefined
  }
}
