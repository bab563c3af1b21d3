// The pages people open most, on the demo world, beside a bare node:http server that sends the same bytes.
import { z } from 'zod'
import { startChild, type Child } from './children.ts'
import type { Load } from './load.ts'
import { planned, signedIn } from './person.ts'
import { lessIsBetter, median, moreIsBetter, type Row } from './rows.ts'
import { newPlace, startService, type Place } from './service.ts'

const language = 'fr'
const lanes = 16
const warmUp = 200
const rounds = 3
const burst = { requests: 4_000, seconds: 1.4 }
/** What the service promises: a second start is ready within five seconds. */
const promisedStart = 5

const shape = z.object({ perSecond: z.number(), p50: z.number(), p99: z.number(), failed: z.number() })
type Burst = z.infer<typeof shape>
type Page = { name: string; path: string; cookie: string }

export async function pages(stack: AsyncDisposableStack, told: (line: string) => void): Promise<Row[]> {
  const place = await newPlace(stack)
  told('first start, with an empty folder')
  const first = await startService(stack, place)
  await first.stop()
  told('second start')
  const second = await startService(stack, place)
  const opened = await openPages(place, second.signIns[0] ?? '')
  const peer = await startPeer(stack, place, opened)
  const load = startChild(stack, './load.ts')
  const rows: Row[] = []
  for (const page of opened) {
    told(page.name)
    rows.push(...(await measure(load, page, place.origin, peer)))
  }
  return [
    ...rows,
    lessIsBetter({
      bench: 'pages',
      metric: 'second start to ready',
      value: second.secondsToReady,
      unit: 's',
      peer: 'promise',
      peerValue: promisedStart,
    }),
  ]
}

/** Home as a stranger sees it, the rest as the people see it whose pages they are. */
async function openPages({ origin }: Place, signIn: string): Promise<Page[]> {
  const newcomer = (await planned(origin, language)).cookie()
  const agent = (await signedIn(origin, signIn)).cookie()
  return [
    { name: 'home', path: `/${language}/`, cookie: '' },
    { name: 'question', path: `/${language}/assessment/status`, cookie: newcomer },
    { name: 'plan', path: `/${language}/plan`, cookie: newcomer },
    { name: 'service list', path: `/${language}/services?need=home`, cookie: newcomer },
    { name: 'agent queue', path: '/workspace', cookie: agent },
  ]
}

/** The peer answers what the service answered once, header for header. */
async function startPeer(stack: AsyncDisposableStack, { origin }: Place, opened: Page[]): Promise<string> {
  const answered: Record<string, { headers: [string, string][]; body: string }> = {}
  for (const { path, cookie } of opened) {
    const response = await fetch(`${origin}${path}`, { redirect: 'manual', headers: cookie ? { cookie } : {} })
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}.`)
    const ofTheConnection = ['date', 'connection', 'keep-alive', 'transfer-encoding'] // node:http adds its own
    answered[path] = {
      headers: [...response.headers].filter(([name]) => !ofTheConnection.includes(name)),
      body: await response.text(),
    }
  }
  const { port } = await startChild(stack, './peer.ts').ask(answered, z.object({ port: z.number() }))
  return `http://127.0.0.1:${port}`
}

/** In turns, so that what else the machine does falls on both; the middle of the rounds counts. */
async function measure(load: Child, { name, path, cookie }: Page, ours: string, peers: string): Promise<Row[]> {
  const put = async (origin: string, how: Pick<Load, 'requests' | 'seconds'>) => {
    const done = await load.ask({ url: `${origin}${path}`, cookie, lanes, ...how } satisfies Load, shape)
    if (done.failed > 0) throw new Error(`${name}: ${done.failed} answers were not 200.`)
    return done
  }
  for (const origin of [ours, peers]) await put(origin, { requests: warmUp, seconds: 10 })
  const turns: { our: Burst; peer: Burst }[] = []
  for (let round = 0; round < rounds; round++)
    turns.push({ our: await put(ours, burst), peer: await put(peers, burst) })
  const middle = (figure: keyof Burst) => ({
    bench: 'pages',
    peer: 'bare node:http',
    value: median(turns.map(({ our }) => our[figure])),
    peerValue: median(turns.map(({ peer }) => peer[figure])),
  })
  return [
    moreIsBetter({ ...middle('perSecond'), metric: `${name}, requests per second`, unit: '1/s' }),
    lessIsBetter({ ...middle('p50'), metric: `${name}, p50`, unit: 'ms' }),
    lessIsBetter({ ...middle('p99'), metric: `${name}, p99`, unit: 'ms' }),
  ]
}
