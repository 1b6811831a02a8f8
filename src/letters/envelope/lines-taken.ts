/**
 * On how many lines of a page these texts are drawn, one under the other and nothing between: one that is too wide takes several.
 * Nothing when they do not stand so on the page. A plate that was pressed is read in another order; on it each text takes one line,
 * but for a name of two.
 */
export function linesTaken(page: readonly string[], texts: readonly string[]): number | undefined {
  const wanted = bare(texts.join(''))
  for (const start of page.keys()) {
    let read = ''
    for (let at = start; at < page.length && read.length < wanted.length; at++) {
      read += bare(page[at]!)
      if (read === wanted) return at + 1 - start
    }
  }
  return undefined
}

/** Where a line breaks, a space goes and a hyphen may come. */
function bare(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00ad\u200b\ufffe\u2010-]/g, '')
}
