import pg from 'pg'

const preparing = 420_260_116 // any number of our own, apart from the one of migrations

/** Starts at the same moment prepare a database one after the other: the second finds the work done. */
export async function alone<T>(ownerUrl: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {}) // a server that goes away fails the work itself
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [preparing])
    return await work()
  } finally {
    await client.end()
  }
}
