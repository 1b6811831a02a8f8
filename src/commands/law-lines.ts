import { markText, type UnsignedValue } from '../elections/index.ts'
import type { UnsignedRuleset } from './examine-law.ts'

const namedElections = 3

/** What a lawyer has to sign off, ruleset by ruleset. */
export function lawLines(rulesets: readonly UnsignedRuleset[]): string[] {
  return rulesets.flatMap(({ ruleset, version, elections, onLetter, elsewhere }) => {
    const more = elections.length - namedElections
    const users = [...elections.slice(0, namedElections), ...(more > 0 ? [`${more} more`] : [])].join(', ')
    return [
      `  ${ruleset}, version ${version} (${users}): ${onLetter.length} on letters, ${elsewhere.length} on none`,
      ...groupLines('on letters: no real letter leaves before they are signed off', onLetter),
      ...groupLines('on no letter: deadlines, how long data is kept, what is not used here', elsewhere),
    ]
  })
}

function groupLines(title: string, values: readonly UnsignedValue[]): string[] {
  if (values.length === 0) return []
  return [
    `    ${title}`,
    ...values.map(({ path, mark, source }) => `      ${path}: ${markText(mark)}; ${source}`),
  ]
}
