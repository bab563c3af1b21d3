import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const kept = z.object({ secretKey: z.string().min(32), fieldKey: z.string().min(32) })

/**
 * The keys given, or for a demo those it made at its first start and keeps in the data directory (mode 0600).
 * Outside the demo both must be given: a key beside the data it protects protects nothing.
 */
export function secretsOf(dataDir: string, secretKey: string | undefined, fieldKey: string | undefined) {
  if (secretKey && fieldKey) return { secretKey, fieldKey }
  const made = keptSecrets(join(dataDir, 'secrets.json'), dataDir)
  return { secretKey: secretKey ?? made.secretKey, fieldKey: fieldKey ?? made.fieldKey }
}

function keptSecrets(path: string, dataDir: string) {
  try {
    return kept.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  mkdirSync(dataDir, { recursive: true })
  const fresh = { secretKey: randomBytes(32).toString('base64url'), fieldKey: randomBytes(32).toString('base64url') }
  try {
    writeFileSync(path, JSON.stringify(fresh), { mode: 0o600, flag: 'wx' })
    return fresh
  } catch {
    return kept.parse(JSON.parse(readFileSync(path, 'utf8'))) // another process of ours was first
  }
}
