import type { Command } from 'commander'
import {
  emptyInDutch,
  proposeSeating,
  readCandidates,
  reasonInDutch,
  type SeatingProposed,
} from '../bureaus/index.ts'
import { done, verb } from './command.ts'
import { counted } from './counted.ts'
import { chosenElection, electionOption, municipalityOption, operator, readJson } from './find.ts'

export function seatVerb(bureaus: Command): void {
  const description = {
    name: 'seat [FILE]',
    summary:
      'Propose somebody of the lists, or of a file (.json), for every free seat; who has a seat keeps it',
    examples: ['bureaus seat --preview', 'bureaus seat', 'bureaus seat candidates.json --preview'],
    options: [
      municipalityOption,
      electionOption,
      ['--preview', 'only say how many would sit where, and why seats stay empty'],
    ] as const,
  }
  verb(bureaus, description, async (app, [file], options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const read = file === undefined ? undefined : await readJson(file)
    if (read && !read.ok) return read
    const given = read && readCandidates(read.document, { ...app.numbers, today: app.clock.now() })
    if (given && !given.ok) return given
    const isPreview = options.preview === true
    const proposed = await proposeSeating(app, {
      ...{ election: found.election, candidates: given?.candidates, by: operator, isPreview },
    })
    if (!proposed.ok) return proposed
    return done(proposed, ...lines(proposed), ...(isPreview ? ['Nothing was changed.'] : []))
  })
}

/** Nobody is named: who sits where stands behind each bureau. */
function lines({ seated, empty, sum, gap }: SeatingProposed): string[] {
  const why = Map.groupBy(empty, ({ because }) => emptyInDutch(because))
  return [
    ...seated.map(({ number, because }) => `${number.padStart(5)}  ${because.map(reasonInDutch).join(' ')}`),
    ...[...why].map(([text, seats]) => `    -  ${counted(seats.length, 'seat')}: ${text}`),
    `${counted(seated.length, 'person', 'people')} proposed, ${counted(empty.length, 'seat')} empty; ${Math.round(sum.travel / 1000)} km together, at most ${gap} m from the best.`,
  ]
}
