/** Identifiers are UUIDs, made by whoever starts a thing and handed down. */
export type Id = string

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The identifier in lower case, or nothing when the text is not a UUID. */
export function parseId(text: string | undefined): Id | undefined {
  const lower = text?.toLowerCase()
  return lower && pattern.test(lower) ? lower : undefined
}
