import { placesCsv, sectionNumbers } from '../dev/demo/places.ts'
import { generateVoters } from '../dev/demo/voters-generator.ts'
import { type Election, votingCategories } from '../src/elections/index.ts'

export interface TownFiles {
  readonly places: string
  readonly list: string
  /** The list with a section in two of its rows that there is not. */
  readonly wrongList: string
  /** The sheet of what is wrong with it, filled in. */
  mend(sheet: string): string
}

/** The files that the town hall of an invented town has to bring in. */
export async function townFiles({ pollingDay, ...election }: Election, voters: number): Promise<TownFiles> {
  const home = { postcode: '9999', city: 'Zonnedorp' }
  const sections = sectionNumbers(voters)
  const categories = votingCategories({ pollingDay, ...election })
  const list = await textOf(generateVoters({ seed: 5, voters, sections, pollingDay, categories, ...home }))
  const rows = list.split('\r\n')
  const column = rows[0]!.split(';').indexOf('section')
  for (const at of [2, 3]) rows[at] = rows[at]!.split(';').with(column, '999').join(';')
  return {
    places: placesCsv(sections, home.postcode, home.city),
    ...{ list, wrongList: rows.join('\r\n') },
    mend: (sheet) => sheet.replaceAll(/^(\d+;[^;]*;[^;]*;section;999;)/gm, `$1${sections[0]}`),
  }
}

export async function textOf(chunks: AsyncIterable<Buffer>): Promise<string> {
  const all: Buffer[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all).toString('utf8')
}
