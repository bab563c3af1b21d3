// The rows of every bench: a figure of ours beside the peer's, the ratio always read the same way.

/** `ratio` above 1 is better than the peer, whatever the unit. */
export type Row = {
  bench: string
  metric: string
  value: number
  unit: string
  peer: string
  peerValue: number
  ratio: number
}
type Measured = Omit<Row, 'ratio'>

/** More is better: requests per second. */
export function moreIsBetter(measured: Measured): Row {
  return rounded(measured, measured.value / measured.peerValue)
}

/** Less is better: a time. */
export function lessIsBetter(measured: Measured): Row {
  return rounded(measured, measured.peerValue / measured.value)
}

function rounded(measured: Measured, ratio: number): Row {
  return {
    ...measured,
    value: threeDigits(measured.value),
    peerValue: threeDigits(measured.peerValue),
    ratio: threeDigits(ratio),
  }
}

/** Three significant digits, all that a run on a shared machine can bear; whole numbers stay whole. */
function threeDigits(figure: number): number {
  return figure >= 100 ? Math.round(figure) : Number(figure.toPrecision(3))
}

/** The value below which this share of the figures lies (nearest rank). */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export function median(figures: readonly number[]): number {
  return quantile(figures, 0.5)
}

/** One table for people; figures stand to the right of their columns. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [
    ['bench', 'metric', 'ours', 'unit', 'peer', "peer's", 'ratio'],
    ...rows.map((row) => [
      row.bench,
      row.metric,
      String(row.value),
      row.unit,
      row.peer,
      String(row.peerValue),
      row.ratio.toFixed(2),
    ]),
  ]
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? []
  const figures = [2, 5, 6]
  const shown = lines.map((line) =>
    line
      .map((cell, column) =>
        figures.includes(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
  return `${shown.join('\n')}\n`
}
