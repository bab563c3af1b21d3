// Several ways to do the same work on one core: each in turn, so that what else the machine does falls on all of them.
import { performance } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import { median, quantile } from './rows.ts'

/** Does the work of the person with this number. */
export type Contestant = { name: string; work: (person: number) => unknown }
/** Works per second, times in milliseconds. */
export type Outcome = { name: string; perSecond: number; p50: number; p99: number }

type Turns = { people: number; rounds: number; milliseconds: number }

/** The first round warms up and does not count; the rate is that of the middle round, the times are of all rounds. */
export async function contest(contestants: readonly Contestant[], { people, rounds, milliseconds }: Turns) {
  const turns = contestants.map(({ name, work }) => ({ name, work, times: Array<number>(), rates: Array<number>() }))
  for (let round = 0; round <= rounds; round++) {
    for (const { work, times, rates } of turns) {
      const taken = await turnOf(work, people, milliseconds)
      await setImmediate() // lets a signal or the time limit of the bench come in
      if (round === 0) continue
      times.push(...taken)
      rates.push((1000 * taken.length) / taken.reduce((sum, time) => sum + time, 0))
    }
  }
  return turns.map(({ name, times, rates }): Outcome => ({
    name,
    perSecond: median(rates),
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  }))
}

/** Everyone in order, again and again until the time is over; at least everyone once. */
async function turnOf(work: Contestant['work'], people: number, milliseconds: number): Promise<number[]> {
  const times: number[] = []
  const ends = performance.now() + milliseconds
  do {
    for (let person = 0; person < people; person++) {
      const begun = performance.now()
      await work(person)
      times.push(performance.now() - begun)
    }
  } while (performance.now() < ends)
  return times
}
