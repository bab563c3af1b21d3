// A directory of a hundred thousand services: imported, searched and served, beside what else could do it.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { connect } from '#platform/db/db.ts'
import { importDirectory } from '#features/directory/index.ts'
import { served } from '#features/directory/testing/served.ts'
import { runCommand } from './directory/command.ts'
import { copyFiles } from './directory/copied.ts'
import { oneByOne } from './directory/open-loop.ts'
import { writePackage } from './directory/package.ts'
import { newDatabase, newFolder } from './directory/place.ts'
import { measureSearches, prepareSearches } from './directory/searching.ts'
import { themes } from './directory/words.ts'
import { lessIsBetter, quantile, type Row } from './rows.ts'

const large = { organizations: 10_000, services: 100_000 }
/** As many services as a real export of one city holds. */
const usual = { organizations: 409, services: 4_089 }
/** What the service promises. */
const promised = { seconds: 60, megabytes: 300, hsds: 200 }
const asked = 200

export async function directory(stack: AsyncDisposableStack, told: (line: string) => void): Promise<Row[]> {
  const folder = newFolder(stack)
  const files = join(folder, 'large')
  mkdirSync(files)
  told(`${await writePackage(files, large)} rows of ${large.services} services`)
  const rows = [...(await hsds(folder, told))]
  const database = await newDatabase(stack)
  await runCommand(stack, database.folder, ['--help']) // builds what is not built
  told('import')
  const ours = await runCommand(stack, database.folder, ['directory', 'import', files, '--source', 'made-up'])
  told('bare COPY')
  rows.unshift(...imported(ours, await copied(files)))
  told('needs')
  await prepareSearches(database.ownerUrl)
  return [...rows, ...(await measureSearches(database.appUrl, told))]
}

async function copied(files: string): Promise<number> {
  await using stack = new AsyncDisposableStack()
  return await copyFiles((await newDatabase(stack)).ownerUrl, files)
}

function imported(ours: { seconds: number; megabytes: number }, copySeconds: number): Row[] {
  const { seconds, megabytes } = ours
  const time = { bench: 'directory', metric: 'import of 100,000 services', value: seconds, unit: 's' }
  const memory = { bench: 'directory', metric: 'import, most memory of the process', value: megabytes, unit: 'MB' }
  return [
    lessIsBetter({ ...time, peer: 'promise', peerValue: promised.seconds }),
    lessIsBetter({ ...time, peer: 'bare COPY of the same rows', peerValue: copySeconds }),
    lessIsBetter({ ...memory, peer: 'promise', peerValue: promised.megabytes }),
  ]
}

/** The list that other systems search, in process, with its database. */
async function hsds(folder: string, told: (line: string) => void): Promise<Row[]> {
  await using stack = new AsyncDisposableStack()
  told(`GET /hsds/services?search= on ${usual.services} services`)
  const files = join(folder, 'usual')
  mkdirSync(files)
  await writePackage(files, usual)
  const { ownerUrl, appUrl } = await newDatabase(stack)
  const [owner, app] = [connect(ownerUrl, 2), connect(appUrl, 4)]
  stack.defer(() => owner.close())
  stack.defer(() => app.close())
  await importDirectory(owner.db, files, { sourceId: 'usual', name: 'Usual', at: new Date(), newId: randomUUID })
  const door = served(app.db)
  const get = async (number: number) => {
    const theme = themes[number % themes.length]
    const words = number % 2 === 0 ? theme?.does : `${theme?.does} soir`
    const response = await door.request(`/hsds/services?search=${encodeURIComponent(words ?? '')}`)
    if (response.status !== 200) throw new Error(`/hsds/services answered ${response.status}.`)
    await response.text()
  }
  const numbers = Array.from({ length: asked }, (_, number) => number)
  await oneByOne(numbers.slice(0, 20), get)
  const value = quantile(await oneByOne(numbers, get), 0.95)
  const metric = `GET /hsds/services?search= of ${usual.services}, p95`
  return [lessIsBetter({ bench: 'directory', metric, value, unit: 'ms', peer: 'promise', peerValue: promised.hsds })]
}
