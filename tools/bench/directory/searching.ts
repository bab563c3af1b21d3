// Searches of the large directory: ours at a steady rate, the peers one by one.
import { sql } from 'kysely'
import { connect, type Db } from '#platform/db/db.ts'
import { findServices } from '#features/directory/index.ts'
import { refreshSource } from '#features/directory/store/search/refresh.ts'
import { weights } from '#features/matching/domain/weights.ts'
import { lessIsBetter, median, quantile, type Row } from '../rows.ts'
import { oneByOne, openLoop } from './open-loop.ts'
import { byIlike, byIndex, inMiniSearch } from './peers.ts'
import { kinds, longList, searchesOf, type Asked } from './searches.ts'
import { themes } from './words.ts'

const perSecond = 50
const seconds = 12
const warmUp = 200
/** What the service promises of a search, in milliseconds; where a slip of the pen is forgiven, more. */
const promised = { search: 40, forgiven: 150 }

/** Opens the source, gives each service the need that its term means, as an editor would, and lets PostgreSQL tidy up. */
export async function prepareSearches(ownerUrl: string): Promise<void> {
  const { db, close } = connect(ownerUrl, 1)
  for (const { does, need } of themes)
    await sql`insert into service_need select a.link_id, ${need} from attribute a join taxonomy_term t
      on t.id = a.taxonomy_term_id where t.name = ${does}`.execute(db)
  await sql`update directory_source set opened_at = now()`.execute(db)
  await refreshSource(db, 'made-up')
  await sql`vacuum (analyze)`.execute(db)
  await close()
}

export async function measureSearches(appUrl: string, told: (line: string) => void): Promise<Row[]> {
  const { db, close } = connect(appUrl, 10)
  try {
    const cursor = await cursorOfPage(db, 50)
    const ask = ({ search, after }: Asked) => findServices(db, search, weights, after)
    told(`${perSecond} searches a second for ${seconds} s`)
    await oneByOne(searchesOf(warmUp, 'warm', cursor), ask)
    const asked = searchesOf(perSecond * seconds, 'ours', cursor)
    const times = await openLoop(asked, perSecond, ask)
    told('page 1 and page 50')
    const pages = await pagesApart(db, cursor)
    told('the peers, one by one')
    const few = searchesOf(60, 'peers', cursor)
    return [...rowsOf(asked, times), pages, ...(await besidePeers(db, few, quantile(times, 0.95)))]
  } finally {
    await close()
  }
}

async function cursorOfPage(db: Db, page: number): Promise<string> {
  let after: string | undefined
  for (let turned = 1; turned < page; turned += 1) after = (await findServices(db, longList, weights, after)).next
  if (after === undefined) throw new Error(`The long list has no page ${page}.`)
  return after
}

function rowsOf(asked: readonly Asked[], times: readonly number[]): Row[] {
  const of = (name: string, figures: readonly number[], promise: number) =>
    lessIsBetter({
      ...{
        bench: 'directory',
        metric: `search at ${perSecond}/s, ${name}, p95`,
        value: quantile(figures, 0.95),
        unit: 'ms',
      },
      ...{ peer: 'promise', peerValue: promise },
    })
  const ofKind = kinds.map((kind) =>
    of(
      kind,
      times.filter((_, number) => asked[number]?.kind === kind),
      kind === 'a slip of the pen' ? promised.forgiven : promised.search,
    ),
  )
  return [of('all', times, promised.search), ...ofKind]
}

/** In turns, so that what else the machine does falls on both. */
async function pagesApart(db: Db, cursor: string): Promise<Row> {
  const turns = Array.from({ length: 60 }, (_, number) => (number % 2 === 0 ? undefined : cursor))
  const times = await oneByOne(turns, (after) => findServices(db, longList, weights, after))
  const [first, deep] = [0, 1].map((rest) => median(times.filter((_, number) => number % 2 === rest)))
  const metric = 'page 50 of a list, median'
  return lessIsBetter({
    ...{
      bench: 'directory',
      metric,
      value: deep ?? Number.NaN,
      unit: 'ms',
      peer: 'page 1',
      peerValue: first ?? Number.NaN,
    },
  })
}

/** A peer is not kept busy by others while it is measured, as ours was. */
async function besidePeers(db: Db, asked: readonly Asked[], value: number): Promise<Row[]> {
  const inMemory = await inMiniSearch(db)
  const peers = [
    { peer: 'ILIKE on the joined tables, alone', call: ({ search }: Asked) => byIlike(db, search) },
    { peer: 'MiniSearch in memory, alone', call: ({ search }: Asked) => inMemory(search) },
    { peer: 'ten rows of one index, alone', call: ({ search }: Asked) => byIndex(db, search) },
  ]
  const rows: Row[] = []
  for (const { peer, call } of peers) {
    await oneByOne(asked.slice(0, 10), call)
    const peerValue = quantile(await oneByOne(asked, call), 0.95)
    const metric = `search at ${perSecond}/s, all, p95`
    rows.push(lessIsBetter({ bench: 'directory', metric, value, unit: 'ms', peer, peerValue }))
  }
  return rows
}
