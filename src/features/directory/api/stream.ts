import type { Place } from '../store/hsds.ts'

type Row = Place & { document: unknown }
const atOnce = 100

/** Documents one a line, read in order as the reader takes them; each reading begins after the last, so that nothing comes twice. */
export function streamed(
  read: (after: Place | undefined, limit: number) => Promise<Row[]>,
  write: (document: unknown) => string,
  broken: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let after: Place | undefined
  return new ReadableStream({
    async pull(controller) {
      try {
        const rows = await read(after, atOnce)
        after = rows.at(-1)
        if (rows.length > 0)
          controller.enqueue(encoder.encode(rows.map(({ document }) => `${write(document)}\n`).join('')))
        if (rows.length < atOnce) controller.close()
      } catch (error) {
        broken(error)
        controller.error(error)
      }
    },
  })
}
