import { isDeepStrictEqual } from 'node:util'
import type { Election, LetterLanguage } from '../../elections/index.ts'
import { getSettings } from '../../municipalities/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { LetterId } from '../../platform/ids.ts'
import type { Applied, VoterFact } from '../../voters/index.ts'
import { languageFor } from '../composing/letter-languages.ts'
import { plateKindOf } from '../composing/plate-facts.ts'
import { voterFacts } from '../composing/voter-facts.ts'
import type { Amended } from './amended.ts'
import { withdrawEach } from './withdraw-letter.ts'

type Consequences = Pick<Amended, 'withdrawn' | 'notReleased' | 'sent' | 'notOnLetter' | 'toMake'>

/** Takes back the letters that say something else than the list since these amendments, and counts what follows from them. */
export async function takeBackAmended(
  db: Db,
  { election, by }: { readonly election: Election; readonly by: string },
  applied: readonly Applied[],
  now: Date,
): Promise<Consequences> {
  const settings = await getSettings(db, election.municipalityId)
  const said = (voter: VoterFact) => saidOf(voter, languageFor(election, settings, voter))
  const struck = new Set<number>()
  const otherwise = new Set<number>()
  const added = new Set<number>()
  let notOnLetter = 0
  for (const { kind, before, after } of applied) {
    if (kind === 'strike') struck.add(after.listNumber)
    if (kind === 'add') added.add(after.listNumber)
    if (kind !== 'correct') continue
    if (isDeepStrictEqual(before && said(before), said(after))) notOnLetter++
    else otherwise.add(after.listNumber)
  }
  const taken = [
    ...(await withdrawEach(db, { election, by, reason: 'struck', listNumbers: [...struck] }, now)),
    ...(await withdrawEach(db, { election, by, reason: 'corrected', listNumbers: [...otherwise] }, now)),
  ]
  const stateNow = new Map(applied.map(({ after }) => [after.listNumber, after.state]))
  const stayOn = [...new Set([...added, ...otherwise])].filter((one) => stateNow.get(one) !== 'struck')
  return {
    withdrawn: taken.length,
    notReleased: taken.filter(({ wasReleased }) => !wasReleased).length,
    sent: taken.filter(({ sent }) => sent).length,
    notOnLetter,
    toMake: stayOn.length,
  }
}

/** What a letter says of the voter, in which room and on which kind of plate: where it is the same, it stays. */
function saidOf(voter: VoterFact, language: LetterLanguage): unknown[] {
  const kind = plateKindOf(voter, { language, correction: false })
  return [voterFacts('' as LetterId, voter, language), kind, voter.section]
}
