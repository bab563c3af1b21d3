/** What a command answers: done, or refused for a reason that has a sentence in every language. */
export type Result<T, R extends string = string> = { ok: true; value: T } | { ok: false; refusal: R }

export function accept<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

export function refuse<R extends string>(refusal: R): { ok: false; refusal: R } {
  return { ok: false, refusal }
}
