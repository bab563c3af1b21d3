import type { Child } from 'hono/jsx'

export type QueueTone = 'neutral' | 'blue' | 'green' | 'yellow' | 'red'
export type QueueRow = { cells: readonly Child[]; tone?: QueueTone | undefined }
export type QueueProps = {
  caption: Child
  columns: readonly string[]
  rows: readonly QueueRow[]
  /** Stands in the table's place when nothing waits. */
  empty: Child
}

/** A list of work. Roles are spelled out: browsers forget them once the rows are stacked as cards on a phone. */
export function Queue({ caption, columns, rows, empty }: QueueProps) {
  if (rows.length === 0) return <>{empty}</>
  return (
    <table class="queue" role="table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th scope="col" role="columnheader">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{rows.map((row) => queueRow(row, columns))}</tbody>
    </table>
  )
}

function queueRow({ cells, tone = 'neutral' }: QueueRow, columns: readonly string[]) {
  return (
    <tr role="row" class={tone}>
      {cells.map((cell, index) =>
        index === 0 ? (
          <th scope="row" role="rowheader">
            {cell}
          </th>
        ) : (
          <td role="cell" data-label={columns[index]}>
            {cell}
          </td>
        ),
      )}
    </tr>
  )
}
