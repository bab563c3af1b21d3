import type { Readable } from 'node:stream'

/** One file of a source, which can be read more than once. */
export type SourceFile = { name: string; open: () => Promise<Readable> }
/** What someone hands over to be imported: a folder, a zip or a file. */
export type Source = { files: SourceFile[]; close: () => void }
