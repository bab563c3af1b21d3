// An import that stops for ever in the middle of its transaction, for a test that ends it: <owner's URL> <folder> <source>
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { connect } from '#platform/db/db.ts'
import { importDirectory } from '../commands/import-directory.ts'

const [ownerUrl = '', folder = '', sourceId = ''] = process.argv.slice(2)

await importDirectory(connect(ownerUrl, 1).db, folder, {
  sourceId,
  name: 'Essai',
  at: new Date(),
  newId: randomUUID,
  onProgress: (line) => {
    if (!line.startsWith('services.csv')) return
    writeSync(1, 'half')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  },
})
