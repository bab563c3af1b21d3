/** A row of a CSV file as RFC 4180 writes it. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** For a list that people open in a spreadsheet: a cell that it would run as a formula is kept from it. */
export function safeCell(cell: string): string {
  return /^[=+@\t\r-]/.test(cell) ? `'${cell}` : cell
}
