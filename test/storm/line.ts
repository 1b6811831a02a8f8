import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import {
  demoElection,
  demoMunicipality,
  demoPlaces,
  demoStaff,
  demoVotersFile,
} from '../../dev/demo/demo-data.ts'
import type { Dice } from '../../dev/demo/random.ts'
import type { CampaignRef } from '../../src/delivery/index.ts'
import type { Election } from '../../src/elections/index.ts'
import { letterCoverage, releaseLetters, requestRelease, takeSample } from '../../src/letters/index.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { acceptList, closeList, currentList, importVoters } from '../../src/voters/index.ts'
import { expectOk } from '../expect-ok.ts'
import type { StormInstallation } from './installation.ts'
import { finishThoughKilled } from './kill.ts'

/** The main job from list to print files; the steps that take long are processes that get killed on the way. */

const by = 'test'

/**
 * An election of the invented municipality, with its places and with its list imported, accepted and closed; and the
 * file that the list was.
 */
export async function closedElection(
  { app }: Pick<StormInstallation, 'app'>,
  voters: number,
): Promise<{ election: Election; listFile: string }> {
  const { municipalityId, settings } = await demoMunicipality(app)
  const election = await demoElection(app, municipalityId, voters)
  const listFile = await demoVotersFile(app, election, voters, settings)
  await demoPlaces(app, election, voters, settings)
  const source = { name: 'list.csv', stream: createReadStream(listFile) }
  expectOk(await importVoters(app, { election, source, by }))
  expectOk(await acceptList(app, { election, by }))
  expectOk(await closeList(app, { election, by }))
  return { election, listFile }
}

/** Composes every letter; answers how often the composing process was killed. */
export async function compose(
  { app, start }: StormInstallation,
  dice: Dice,
  { municipalityId, electionId }: Election,
  mostKills: number,
): Promise<number> {
  const coverage = () =>
    app.database.inScope(staffOf(municipalityId), async (db) => {
      const list = await currentList(db, municipalityId, electionId)
      return letterCoverage(db, municipalityId, electionId, list!.listId)
    })
  const { voters } = await coverage()
  return finishThoughKilled(dice, {
    start: () => start('letters', 'compose'),
    done: async () => (await coverage()).composed,
    total: voters,
    mostKills,
  })
}

/** Sampled; one person asks, another releases. Answers the campaign that takes the letters away. */
export async function release(
  { app }: Pick<StormInstallation, 'app'>,
  election: Election,
): Promise<CampaignRef> {
  const { municipalityId } = election
  const { an, bert } = await demoStaff(app, municipalityId)
  expectOk(await takeSample(app, { election, by }))
  const { sampleSha256 } = expectOk(await requestRelease(app, { election, staff: an }))
  const { campaignId } = expectOk(await releaseLetters(app, { election, staff: bert, sampleSha256 }))
  return { municipalityId, campaignId }
}

const lettersPerFile = 100

/** Writes the print files; answers how often the printing process was killed. */
export async function print(
  { start }: StormInstallation,
  dice: Dice,
  { voters, folder, mostKills }: { voters: number; folder: string; mostKills: number },
): Promise<number> {
  return finishThoughKilled(dice, {
    start: () => start('letters', 'print', '--out', folder, '--per', String(lettersPerFile)),
    // A file that has its name may not be in the database yet: a good moment to be killed.
    done: async () =>
      (await readdir(folder)).filter((name) => name.endsWith('.pdf') && !name.endsWith('.cover.pdf')).length,
    total: Math.ceil(voters / lettersPerFile),
    mostKills,
  })
}
