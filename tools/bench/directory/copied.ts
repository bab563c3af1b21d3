// The peer of an import: the same files poured into the same tables by COPY, without reading, telling or comparing a row.
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import pg from 'pg'

/** In the order in which each finds what it points to. */
const files = {
  taxonomies: 'taxonomy',
  taxonomy_terms: 'taxonomy_term',
  organizations: 'organization',
  services: 'service',
  locations: 'location',
  service_at_location: 'service_at_location',
  addresses: 'address',
  phones: 'phone',
  schedules: 'schedule',
  languages: 'language',
  attributes: 'attribute',
}

/** Seconds until all rows stand in the tables, with their indexes and all that the tables check. */
export async function copyFiles(ownerUrl: string, folder: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query("insert into directory_source (id, name) values ('copied', 'Copied')")
    for (const table of Object.values(files))
      await client.query(
        `alter table ${table} alter source_id set default 'copied', alter source_key set default gen_random_uuid()::text`,
      )
    const started = performance.now()
    await client.query('begin')
    for (const [file, table] of Object.entries(files)) await copy(client, table, join(folder, `${file}.csv`))
    await client.query('commit')
    return (performance.now() - started) / 1000
  } finally {
    await client.end()
  }
}

async function copy(client: pg.Client, table: string, path: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const header = (await firstLine(path)).trim()
  let sender: pg.Connection | undefined
  client.query({
    submit: (connection: pg.Connection) => {
      sender = connection
      connection.query(`copy ${table} (${header}) from stdin (format csv, header)`)
    },
    handleCopyInResponse: () => void (sender && send(sender, path)),
    handleError: reject,
    handleCommandComplete: () => {},
    handleReadyForQuery: () => resolve(),
  })
  await promise
}

async function firstLine(path: string): Promise<string> {
  for await (const chunk of createReadStream(path, { encoding: 'utf8' })) return String(chunk).split('\n')[0] ?? ''
  return ''
}

async function send({ stream }: pg.Connection, path: string): Promise<void> {
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    const content = Buffer.from(chunk)
    const isTaken = stream.write(Buffer.concat([message('d', content.length), content]))
    if (!isTaken) await new Promise((drained) => stream.once('drain', drained))
  }
  stream.write(message('c', 0))
}

/** The head of a message of PostgreSQL's protocol: a letter and its length. */
function message(kind: string, length: number): Buffer {
  const head = Buffer.alloc(5, kind)
  head.writeInt32BE(length + 4, 1)
  return head
}
