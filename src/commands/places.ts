import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Command } from 'commander'
import { type Election, importPlaces } from '../elections/index.ts'
import { lettersExist } from '../letters/index.ts'
import type { Db } from '../platform/db/database.ts'
import { refused } from '../platform/result.ts'
import { done, noun, verb } from './command.ts'
import { chosenElection, electionOption, municipalityOption, operator } from './find.ts'

export function placesCommands(program: Command): void {
  const places = noun(program, 'places', 'Polling places, rooms and the sections that vote there')
  const description = {
    name: 'import FILE',
    summary: 'Read the polling places and voting sections; replaces those that were there',
    examples: ['places import places.csv'],
    options: [municipalityOption, electionOption],
  }
  verb(places, description, async (app, [file], options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const known = await stat(file!).catch(() => undefined)
    if (!known?.isFile()) return refused('no-such-file', file)
    const imported = await importPlaces(
      { ...app, mayReplace: refuseWithLetters },
      {
        election: found.election,
        stream: createReadStream(file!),
        by: operator,
      },
    )
    if (!imported.ok) return imported
    const { places: count, sections } = imported
    return done(
      { places: count, sections },
      `${count} places, ${sections} sections. Next: kiesloket voters import FILE`,
    )
  })
}

/** Letters name the room: once they are made, places change only after the letters are withdrawn. */
async function refuseWithLetters(db: Db, { municipalityId, electionId }: Election) {
  return (await lettersExist(db, municipalityId, electionId)) ? refused('letters-exist') : undefined
}
