import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Persona } from './answer.ts'

const lists = z.record(z.string(), z.array(z.string()))
const personas = z.array(
  z.strictObject({
    name: z.string().min(1),
    story: z.string().min(1),
    today: z.iso.date(),
    profile: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
    now: z.array(z.string()),
    later: lists,
    programs: lists,
  }),
)

/** Every persona of a folder, written by hand from the rules in prose, file after file. */
export function readPersonas(folder: string): Persona[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  const found = files.sort().flatMap((name) => personas.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
  if (found.length === 0) throw new Error(`No persona stands in ${folder}: nothing would be proved.`)
  return found
}
