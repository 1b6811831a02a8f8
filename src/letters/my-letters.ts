import { type Election, getElection, getSection, type Section } from '../elections/index.ts'
import { getSettings, type MunicipalitySettings } from '../municipalities/index.ts'
import type { Db } from '../platform/db/database.ts'
import { type VoterFact, votersOfPerson } from '../voters/index.ts'
import { findLetterData } from './composing/plate-store.ts'
import { may } from './letter.ts'
import type { LetterForm } from './letter-forms/letter-form.ts'
import { type LetterRow, lettersOfPerson } from './letter-store.ts'

/** A letter that a citizen was sent, with all that it says. */
export interface MyLetter {
  readonly election: Election
  readonly municipality: MunicipalitySettings
  readonly letter: LetterRow
  readonly form: LetterForm
  /** How the person stands on the list; absent: not any more. */
  readonly voter?: VoterFact | undefined
  /** Where it sends its reader, as the polling places stand now; absent: the section is not there any more. */
  readonly section?: Section | undefined
}

/** Where, when and for what somebody votes, and under which number and name. */
export interface WhereToVote extends Pick<MyLetter, 'election' | 'municipality' | 'section' | 'voter'> {
  readonly form: {
    readonly data: Pick<
      LetterForm['data'],
      'language' | 'weekday' | 'day' | 'hours' | 'bureau' | 'room' | 'assemblies'
    >
    readonly voter: Pick<LetterForm['voter'], 'listNumber' | 'fullName'>
  }
}

/**
 * Every letter that one person was sent and every version of it, in every municipality: by polling day, the newest version
 * first. `db` is in the scope of this person, so that the database itself holds back what is somebody else's.
 */
export async function myLetters(db: Db, personIndex: Uint8Array): Promise<MyLetter[]> {
  const found: MyLetter[] = []
  const voters = await votersOfPerson(db, personIndex)
  for (const { municipalityId, electionId, ...letter } of await lettersOfPerson(db, personIndex)) {
    const election = await getElection(db, municipalityId, electionId)
    if (!election) continue
    const municipality = await getSettings(db, municipalityId)
    const plate = await findLetterData(db, municipalityId, electionId, letter.plate_sha256)
    const form = { data: plate.letterData, arms: plate.arms, voter: letter.facts }
    const section = await getSection(db, municipalityId, electionId, letter.section)
    const voter = voters.get(letter.voter_id)
    found.push({ election, municipality, letter, form, voter, section })
  }
  return found.sort((one, other) => one.election.pollingDay.localeCompare(other.election.pollingDay))
}

/** The letter that counts for each election, where there is one: of each the version that was not taken back. */
export function currentOf(letters: readonly MyLetter[]): MyLetter[] {
  return letters.filter(({ letter }) => (may.duplicate as readonly string[]).includes(letter.state))
}
