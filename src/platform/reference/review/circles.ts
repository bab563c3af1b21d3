import { questionsOf } from '#kernel/rule.ts'
import type { Reference } from '../load.ts'

/** Questions that are asked only once they are answered. Steps that turn in a circle stop the start, so none is left here. */
export function circlesOf({ questions, steps }: Pick<Reference, 'questions' | 'steps'>): string[] {
  return [
    ...left('question', new Map(questions.map(({ id, askIf }) => [id, questionsOf(askIf)]))),
    ...left('step', new Map(steps.map(({ id, prerequisites }) => [id, prerequisites]))),
  ]
}

/** What remains when all that waits for nothing has been taken away, again and again. */
function left(kind: string, waiting: Map<string, readonly string[]>): string[] {
  const free = () => [...waiting].filter(([, before]) => !before.some((id) => waiting.has(id)))
  for (let settled = free(); settled.length > 0; settled = free()) for (const [id] of settled) waiting.delete(id)
  return [...waiting.keys()].map((id) => `${kind} ${id}`)
}
