import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { z } from 'zod'
import { root } from '#platform/config/root.ts'

/** A fact or a text is wrong; its message is the one sentence an editor gets, with file and line. */
export class ReferenceError extends Error {
  override name = 'ReferenceError'
}

/** One file of facts or words, checked against its shape. */
export function readFacts<T>(path: string, schema: z.ZodType<T>): T {
  const { text, value } = readJson(path)
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const steps = issue?.path ?? []
  throw new ReferenceError(
    `${placeIn(path, text, idAt(value, steps))}: ${steps.join('.') || 'the file'} is wrong: ${issue?.message ?? 'unknown'}.`,
  )
}

function readJson(path: string): { text: string; value: unknown } {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new ReferenceError(`${shown(path)} cannot be read: put the file back.`)
  }
  try {
    return { text, value: JSON.parse(text) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new ReferenceError(`${shown(path)}${lineOfSyntax(message)} is not JSON: ${message}.`)
  }
}

/** 'reference/steps.json line 120', for an entry found by its id; the file alone where it has none. */
export function placeOfId(path: string, id: string): string {
  return placeIn(path, readFileSync(path, 'utf8'), id)
}

function placeIn(path: string, text: string, id: string | undefined): string {
  if (id === undefined) return shown(path)
  const quoted = JSON.stringify(id)
  const line = text
    .split('\n')
    .findIndex(
      (each) =>
        each.includes(`"id": ${quoted}`) ||
        each.includes(`"code": ${quoted}`) ||
        each.trimStart().startsWith(`${quoted}:`),
    )
  return line < 0 ? shown(path) : `${shown(path)} line ${line + 1}`
}

/** The id of the entry in which a fault lies: an array's element by its own id, a record's by its key. */
function idAt(value: unknown, path: readonly PropertyKey[]): string | undefined {
  let here = value
  let id: string | undefined
  for (const key of path) {
    if (typeof here !== 'object' || here === null) return id
    here = Reflect.get(here, key)
    const own: unknown =
      typeof here === 'object' && here !== null ? (Reflect.get(here, 'id') ?? Reflect.get(here, 'code')) : undefined
    if (typeof own === 'string') id = own
    else if (id === undefined && typeof key === 'string') id = key
  }
  return id
}

function lineOfSyntax(message: string): string {
  const line = /line (\d+)/.exec(message)?.[1]
  return line ? ` line ${line}` : ''
}

/** From the project's root where it lies there; else from the folder that holds facts and words. */
function shown(path: string): string {
  const near = relative(root, path)
  return near.startsWith('..') ? (/(reference|content)\/.*$/.exec(path)?.[0] ?? path) : near
}
