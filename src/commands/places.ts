import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Command } from 'commander'
import type { App } from '../app.ts'
import { type Election, importPlaces } from '../elections/index.ts'
import {
  currentStates,
  keepSectionsWithLetters,
  type LetterState,
  outdatedSections,
} from '../letters/index.ts'
import { staffOf } from '../platform/db/scope.ts'
import { refused } from '../platform/result.ts'
import { done, noun, verb } from './command.ts'
import { counted } from './counted.ts'
import { chosenElection, electionOption, municipalityOption, operator } from './find.ts'
import { isUnreadable, unreadable } from './unreadable-file.ts'

export function placesCommands(program: Command, summary: string): void {
  const places = noun(program, 'places', summary)
  const description = {
    name: 'import FILE',
    summary: 'Read the polling places and voting sections; in the place of those that were there',
    examples: ['places import places.csv'],
    options: [municipalityOption, electionOption],
  }
  verb(places, description, async (app, [file], options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const known = await stat(file!).catch(() => undefined)
    if (!known?.isFile()) return refused('no-such-file', file)
    const imported = await importPlaces(
      { ...app, mayReplace: keepSectionsWithLetters },
      {
        election: found.election,
        stream: createReadStream(file!),
        by: operator,
      },
    )
    if (!imported.ok) return isUnreadable(imported) ? unreadable(imported) : imported
    const { places: count, sections } = imported
    const outdated = await sectionsOutOfDate(app, found.election, currentStates)
    const released = await sectionsOutOfDate(app, found.election, ['released'])
    const next =
      outdated.length > 0
        ? outdatedLines(outdated, released.length > 0)
        : ['Next: npx kiesloket voters import FILE']
    return done(
      { places: count, sections, outdated },
      `${counted(count, 'place')}, ${counted(sections, 'section')}.`,
      ...next,
    )
  })
}

function sectionsOutOfDate(app: App, election: Election, states: readonly LetterState[]): Promise<number[]> {
  return app.database.inScope(staffOf(election.municipalityId), (db) =>
    outdatedSections(db, election, states),
  )
}

/** `withdraw --outdated` leaves released letters alone unless it is told. */
function outdatedLines(sections: readonly number[], isReleased: boolean): string[] {
  const which = isReleased ? '--outdated --released' : '--outdated'
  return [
    `Letters of sections ${sections.join(', ')} say something else now.`,
    `Next: npx kiesloket letters withdraw ${which} --reason "…", then npx kiesloket letters compose`,
  ]
}
