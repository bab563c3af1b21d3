import { accept, refuse, type Result } from '#kernel/result.ts'

/** What someone wants to change of one step. */
export type Move =
  | { kind: 'done' }
  | { kind: 'undone' }
  | { kind: 'put'; reason: string }
  | { kind: 'back' }
  | { kind: 'responsible'; who: 'me' | 'organization' | 'agent' }
export type State = 'open' | 'done' | 'put'
export type MoveRefusal = 'no-reason' | 'not-from-here'

const longestReason = 500

/** What a move makes of a step's state; a step is put away only with a reason, which the change log keeps. */
export function moved(state: State, move: Move): Result<State, MoveRefusal> {
  if (move.kind === 'done') return state === 'done' ? refuse('not-from-here') : accept('done')
  if (move.kind === 'undone') return state === 'done' ? accept('open') : refuse('not-from-here')
  if (move.kind === 'back') return state === 'put' ? accept('open') : refuse('not-from-here')
  if (move.kind === 'responsible') return accept(state)
  if (cleanReason(move.reason) === '') return refuse('no-reason')
  return state === 'open' ? accept('put') : refuse('not-from-here')
}

/** One line of words, without signs that no screen shows; cut where it is far too long. */
export function cleanReason(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestReason)
}
