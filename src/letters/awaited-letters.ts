import { assembliesFor, getElection, getSection, type LetterLanguage } from '../elections/index.ts'
import { getSettings } from '../municipalities/index.ts'
import type { Db } from '../platform/db/database.ts'
import type { VoterId } from '../platform/ids.ts'
import { closedListsOfPerson, entitled, votersOfPerson } from '../voters/index.ts'
import { isOtherRoom } from './amending/says-other-room.ts'
import { languageFor } from './composing/letter-languages.ts'
import { plateFacts } from './composing/plate-facts.ts'
import { fullName } from './composing/voter-facts.ts'
import { sharedData } from './letter-template/letter-template.ts'
import { currentOf, type MyLetter, type WhereToVote } from './my-letters.ts'

/** Why the letter that somebody was sent sends nobody to vote any more; or none was sent yet. */
export type AwaitedBecause = 'taken-back' | 'other-room' | 'not-sent'

/**
 * Somebody who is on the list and whose letter does not hold any more, or who was sent none, while two people have yet to release the next one: where
 * and when they vote as the list and the polling places have it now, which is no secret and waits for no release (decision 0107).
 */
export interface AwaitedLetter extends WhereToVote {
  readonly because: AwaitedBecause
  readonly voterId: VoterId
  /** The letters they were sent, the newest first; perhaps none. */
  readonly sent: readonly MyLetter[]
}

/** Of these letters of one person, the newest first: each voter for whom another has to come. `db` is in the scope of this person. */
export async function awaitedLetters(db: Db, letters: readonly MyLetter[]): Promise<AwaitedLetter[]> {
  const byVoter = Map.groupBy(letters, ({ letter }) => letter.voter_id)
  const awaited: AwaitedLetter[] = []
  for (const sent of byVoter.values()) {
    const one = await awaitedOf(db, sent)
    if (one) awaited.push(one)
  }
  return awaited
}

async function awaitedOf(db: Db, sent: readonly MyLetter[]): Promise<AwaitedLetter | undefined> {
  const { election, municipality, voter, form: said } = sent[0]!
  if (!voter || !entitled.includes(voter.state)) return undefined
  const section = await getSection(db, election.municipalityId, election.electionId, voter.section)
  if (!section || assembliesFor(election, voter.category, section.district).length === 0) return undefined
  const [current] = currentOf(sent)
  if (current && !isOtherRoom(current.form.data, election, section)) return undefined
  const { language } = said.data
  const because = current ? 'other-room' : 'taken-back'
  return awaiting({ election, municipality, voter, section, sent, because, language })
}

/**
 * For every election from this day on for which one person stands on a closed list and was sent no letter yet. `db` is in the scope of
 * this person; `sent`: the letters that they were.
 */
export async function firstLetters(
  db: Db,
  personIndex: Uint8Array,
  { sent, from }: { sent: readonly MyLetter[]; from: string },
): Promise<AwaitedLetter[]> {
  const hasLetter = new Set(sent.map(({ letter }) => letter.voter_id))
  const lists = (await closedListsOfPerson(db, personIndex)).filter(({ voterId }) => !hasLetter.has(voterId))
  if (lists.length === 0) return []
  const voters = await votersOfPerson(db, personIndex)
  const found: AwaitedLetter[] = []
  for (const { municipalityId, electionId, voterId } of lists) {
    const voter = voters.get(voterId)
    const election = await getElection(db, municipalityId, electionId)
    if (!voter || !entitled.includes(voter.state) || !election || election.pollingDay < from) continue
    const section = await getSection(db, municipalityId, electionId, voter.section)
    if (!section || assembliesFor(election, voter.category, section.district).length === 0) continue
    const municipality = await getSettings(db, municipalityId)
    const language = languageFor(election, municipality, voter)
    const facts = { election, municipality, voter, section, language }
    found.push(awaiting({ ...facts, sent: [], because: 'not-sent' }))
  }
  return found
}

type Known = Required<Pick<AwaitedLetter, 'election' | 'municipality' | 'voter' | 'section'>>
type Facts = { [Key in keyof Known]-?: NonNullable<Known[Key]> } & Pick<AwaitedLetter, 'sent' | 'because'>

function awaiting({ language, ...facts }: Facts & { language: LetterLanguage }): AwaitedLetter {
  const { election, municipality: settings, section, voter, sent } = facts
  const kind = { language, category: voter.category, moved: false, correction: sent.length > 0 }
  return {
    ...facts,
    voterId: voter.voterId,
    form: {
      data: sharedData(plateFacts({ election, settings, section }, kind)),
      voter: { listNumber: voter.listNumber, fullName: fullName(voter) },
    },
  }
}
