// The load: a fixed number of lanes, each on a connection kept open, each asking again as soon as it is answered.
import { Agent, get } from 'node:http'
import { performance } from 'node:perf_hooks'
import { z } from 'zod'
import { quantile } from './rows.ts'

const shape = z.object({
  url: z.url(),
  cookie: z.string(),
  lanes: z.number(),
  requests: z.number(),
  seconds: z.number(),
})
/** Ends at so many requests or after so many seconds, whichever comes first. */
export type Load = z.infer<typeof shape>

process.on('message', (message) => void run(shape.parse(message)).then((burst) => process.send?.(burst)))
process.once('disconnect', () => process.exit())

/** Requests per second, times in milliseconds, and how many answers were not 200. */
async function run(load: Load) {
  const agent = new Agent({ keepAlive: true, maxSockets: load.lanes })
  const times: number[] = []
  const started = performance.now()
  const ends = started + load.seconds * 1000
  let begun = 0
  let failed = 0
  const lane = async () => {
    while (begun < load.requests && performance.now() < ends) {
      begun++
      const asked = performance.now()
      if ((await statusOf(load, agent)) !== 200) failed++
      times.push(performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: load.lanes }, lane))
  const seconds = (performance.now() - started) / 1000
  agent.destroy()
  return { perSecond: times.length / seconds, p50: quantile(times, 0.5), p99: quantile(times, 0.99), failed }
}

/** The status once the last byte is in; 0 when the connection broke. */
function statusOf({ url, cookie }: Load, agent: Agent): Promise<number> {
  return new Promise((answered) => {
    const request = get(url, { agent, headers: cookie ? { cookie } : {} }, (response) => {
      response.on('end', () => answered(response.statusCode ?? 0)).on('error', () => answered(0))
      response.resume()
    })
    request.on('error', () => answered(0))
  })
}
