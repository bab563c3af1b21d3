// A tabular package read as RFC 4180 and the standard's own description of it say, without the readers of the service.
import { z } from 'zod'

/** The cells of a file; a sign that RFC 4180 does not allow where it stands ends the reading. */
export function strictCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/y
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex
    const [, raw = '', end] = cell.exec(text) ?? []
    if (end === undefined) throw new Error(`no RFC 4180 at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`)
    rows.at(-1)?.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw)
    if (end === '\r\n') rows.push([])
    if (end === '') break
  }
  return rows.filter((row) => row.length > 0)
}

export const descriptionShape = z.object({
  resources: z.array(
    z.object({
      name: z.string(),
      path: z.string(),
      schema: z.object({
        fields: z.array(
          z.object({ name: z.string(), constraints: z.object({ required: z.boolean().optional() }).optional() }),
        ),
        foreignKeys: z
          .array(z.object({ fields: z.string(), reference: z.object({ resource: z.string(), fields: z.string() }) }))
          .optional(),
      }),
    }),
  ),
})
type Description = z.infer<typeof descriptionShape>
type Row = Record<string, string>

/** Where the files of a package break its description: columns, cells that must be filled, keys, what points nowhere. */
export function packageFaults({ resources }: Description, files: ReadonlyMap<string, string>): string[] {
  const tables = new Map(resources.map(({ name, path }) => [name, rowsOf(files.get(path) ?? '')]))
  const ids = new Map([...tables].map(([name, { rows }]) => [name, new Set(rows.map((row) => row['id'] ?? ''))]))
  return resources.flatMap(({ name, schema: { fields, foreignKeys = [] } }) => {
    const { header, rows, ragged } = tables.get(name) ?? { header: [], rows: [], ragged: 0 }
    const must = fields.filter((each) => each.constraints?.required).map((each) => each.name)
    const unknown = header.filter((column) => fields.length > 0 && !fields.some((field) => field.name === column))
    const empty = rows.flatMap((row) => must.filter((column) => !row[column]).map((column) => `${column} is empty`))
    const lost = rows.flatMap((row) =>
      foreignKeys.flatMap(({ fields: column, reference }) => {
        const cell = row[column]
        return cell && !ids.get(reference.resource)?.has(cell)
          ? [`${column} ${cell} is in no ${reference.resource}`]
          : []
      }),
    )
    const twice = rows.length - (ids.get(name)?.size ?? 0)
    return [
      ...unknown.map((column) => `${column} is unknown`),
      ...(ragged > 0 ? [`${ragged} rows are not as long as the header`] : []),
      ...(rows.length > 0 ? must.filter((column) => !header.includes(column)).map((each) => `no column ${each}`) : []),
      ...(twice > 0 ? [`${twice} identifiers come twice`] : []),
      ...new Set([...empty, ...lost]),
    ].map((fault) => `${name}: ${fault}`)
  })
}

function rowsOf(text: string): { header: string[]; rows: Row[]; ragged: number } {
  const [header = [], ...cells] = strictCsv(text)
  const rows = cells.map((row) => Object.fromEntries(header.map((column, index) => [column, row[index] ?? ''])))
  return { header, rows, ragged: cells.filter((row) => row.length !== header.length).length }
}
