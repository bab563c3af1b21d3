// An open loop: each call begins at its own moment, whether or not those before it are answered, as people do.
import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'

/** Milliseconds of each call, from the moment at which it was due. */
export async function openLoop<T>(
  asked: readonly T[],
  perSecond: number,
  call: (asked: T) => Promise<unknown>,
): Promise<number[]> {
  const started = performance.now()
  const under: Promise<number>[] = []
  for (const [number, each] of asked.entries()) {
    const due = started + (number * 1000) / perSecond
    const early = due - performance.now()
    if (early > 0) await wait(early)
    under.push(call(each).then(() => performance.now() - due))
  }
  return Promise.all(under)
}

/** Milliseconds of each call, one after the other: what a peer can do at its best. */
export async function oneByOne<T>(asked: readonly T[], call: (asked: T) => unknown): Promise<number[]> {
  const times: number[] = []
  for (const each of asked) {
    const started = performance.now()
    await call(each)
    times.push(performance.now() - started)
  }
  return times
}
