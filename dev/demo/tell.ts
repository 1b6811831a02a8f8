/** What the demo says while it works: plain lines on standard output, so that a pipe keeps them. */
export function heading(text: string): void {
  console.log(`\n${text}`)
}

export function line(text: string): void {
  console.log(`  ${text}`)
}

/** Rows of a name and numbers, the numbers under one another. */
export function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const cells = [header, ...rows].map((row) => row.map(String))
  const widths = header.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const pad = (text: string, column: number) =>
    column === 0 ? text.padEnd(widths[0]!) : text.padStart(widths[column]!)
  for (const row of cells) line(row.map(pad).join('  '))
}
