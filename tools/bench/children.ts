// Small processes of ours that stand beside the bench, so that neither shares its thread with what is measured.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { z } from 'zod'

export type Child = { ask: <T>(question: object, shape: z.ZodType<T>) => Promise<T> }

/** Starts a module of this folder on plain Node; it ends with the stack, or by itself when the bench is gone. */
export function startChild(stack: AsyncDisposableStack, module: string): Child {
  const child = fork(new URL(module, import.meta.url), { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  stack.defer(() => end(child, 2_000))
  return {
    ask: async (question, shape) => {
      child.send(question)
      return shape.parse(await answerOf(child, module))
    },
  }
}

async function answerOf(child: ChildProcess, module: string): Promise<unknown> {
  const quiet = new AbortController()
  const gone = once(child, 'exit', { signal: quiet.signal }).then(() => {
    throw new Error(`The bench's process ${module} ended too early.`)
  })
  try {
    const said: unknown[] = await Promise.race([once(child, 'message', { signal: quiet.signal }), gone])
    return said[0]
  } finally {
    gone.catch(() => {}) // once answered, the watch on its end is called off
    quiet.abort()
  }
}

/** Asks a process of ours to end, insists after a while, and waits until it has. */
export async function end(child: ChildProcess, patience: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const insist = setTimeout(() => child.kill('SIGKILL'), patience)
  await ended
  clearTimeout(insist)
}
