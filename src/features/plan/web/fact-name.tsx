import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { French } from '#ui/index.ts'

/** A question or a need by its words; where the page's language borrows them from French, they are marked as French. */
export function FactName({ c, kind, id }: { c: Context<Env>; kind: 'questions' | 'needs'; id: string }) {
  const { language, services } = c.var
  const words = services.reference.words(language)
  const text = kind === 'questions' ? words.questions[id]?.text : words.needs[id]?.title
  return words.has(kind, id) ? <>{text ?? id}</> : <French>{text ?? id}</French>
}
