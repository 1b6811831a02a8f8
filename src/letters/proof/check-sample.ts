import { type Election, getSections } from '../../elections/index.ts'
import { getSettings } from '../../municipalities/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { ListId } from '../../platform/ids.ts'
import { lookAtPdf } from '../../platform/pdf/look-at-pdf.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import { checkEnvelope } from '../envelope/check-envelope.ts'
import { linesTaken } from '../envelope/lines-taken.ts'
import { createLetterMaker, type MadeLetter } from '../letter-source.ts'
import { type Check, type CheckTally, createCheckTally } from './check.ts'
import { forbiddenInText, missingInText } from './check-letter-text.ts'
import { checkPlate, type PlateTruth, plateChecks } from './check-plate.ts'
import {
  plateFactsOf,
  type StrangeLetter,
  strangeLetters,
  type VoterOfLetter,
  votersOfLetters,
} from './letters-to-check-overview.ts'
import { isNationalNumber } from './number-on-letter.ts'
import type { PlateCount, SampledLetter } from './sample-overview.ts'

export interface CheckDeps {
  readonly database: Database
  readonly vault: Vault
  readonly clock: Clock
  readonly onProgress?: (done: number, total: number) => void
}

export interface ToCheck {
  readonly election: Election
  readonly listId: ListId
  /** How many letters would be released. */
  readonly composed: number
  readonly plates: readonly PlateCount[]
  readonly sampled: readonly SampledLetter[]
  /** Stops between two letters; nothing of the checks is kept. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Checks what would be released. Of every letter what it says is held against the list, and its plate against the
 * election, the municipality and the places. Each letter of the sample is also made, read and measured.
 */
export async function checkLetters(
  deps: CheckDeps,
  wanted: ToCheck,
): Promise<Result<{ checks: Check[] }, 'sample-stopped'>> {
  const tally = createCheckTally()
  await checkEveryLetter(deps, wanted, tally)
  await checkPlates(deps, wanted, tally)
  await checkSampled(deps, wanted, tally)
  return wanted.signal?.aborted ? refused('sample-stopped') : { ok: true, checks: tally.checks() }
}

const mostStrange = 1000
const everyLetter = ['one-letter-each', 'right-voter', 'language-asked'] as const

async function checkEveryLetter(deps: CheckDeps, wanted: ToCheck, tally: CheckTally): Promise<void> {
  const { election, listId, composed } = wanted
  const { municipalityId, electionId } = election
  tally.looked(composed, everyLetter)
  const strange = await deps.database.inScope(staffOf(municipalityId), (db) =>
    strangeLetters(db, { municipalityId, electionId, listId }, mostStrange),
  )
  for (const letter of strange) {
    const { section, listNumber } = letter
    const parts = Object.entries(partsOff).filter(([key]) => letter[key as keyof typeof partsOff])
    for (const [, [code, part]] of parts) tally.found(code, { section, listNumber, part })
    if (isNationalNumber(letter.digits, deps.clock.now()))
      tally.found('nothing-forbidden', { section, listNumber, part: 'nationalNumber' })
  }
}

const partsOff = {
  wrongName: ['right-voter', 'name'],
  wrongNumber: ['right-voter', 'listNumber'],
  wrongSection: ['right-voter', 'section'],
  wrongResidence: ['right-voter', 'residence'],
  wrongAddress: ['right-voter', 'address'],
  wrongLanguage: ['language-asked', 'language'],
  showsBirthDate: ['nothing-forbidden', 'birthDate'],
  otherFacts: ['nothing-forbidden', 'otherFacts'],
} as const satisfies Partial<Record<keyof StrangeLetter, readonly unknown[]>>

const platesAtOnce = 100

async function checkPlates(deps: CheckDeps, wanted: ToCheck, tally: CheckTally): Promise<void> {
  const { election, plates, signal } = wanted
  const { municipalityId, electionId } = election
  const inScope = <T>(work: Parameters<typeof deps.database.inScope<T>>[1]) =>
    deps.database.inScope(staffOf(municipalityId), work)
  const truth: PlateTruth = await inScope(async (db) => ({
    election,
    today: deps.clock.now(),
    settings: await getSettings(db, municipalityId),
    sections: new Map((await getSections(db, municipalityId, electionId)).map((one) => [one.section, one])),
  }))
  for (let start = 0; start < plates.length && !signal?.aborted; start += platesAtOnce) {
    const some = plates.slice(start, start + platesAtOnce)
    const facts = await inScope((db) =>
      plateFactsOf(
        db,
        { municipalityId, electionId },
        some.map(({ plate }) => plate),
      ),
    )
    for (const count of some) {
      tally.looked(count.letters, plateChecks)
      for (const { code, ...fault } of checkPlate(count, facts.get(count.plate)!, truth))
        tally.found(code, { section: count.section, ...fault })
    }
  }
}

const lettersAtOnce = 100

async function checkSampled(deps: CheckDeps, wanted: ToCheck, tally: CheckTally): Promise<void> {
  const { election, listId, sampled, signal } = wanted
  const { municipalityId, electionId } = election
  const makeLetters = createLetterMaker(deps)
  for (let start = 0; start < sampled.length && !signal?.aborted; start += lettersAtOnce) {
    const ids = sampled.slice(start, start + lettersAtOnce).map(({ letterId }) => letterId)
    const made = await makeLetters(municipalityId, electionId, ids)
    const plates = made.map(({ letter }) => letter.plate_sha256.toString('hex'))
    const { voters, facts } = await deps.database.inScope(staffOf(municipalityId), async (db) => ({
      voters: await votersOfLetters(db, { municipalityId, electionId, listId }, ids),
      facts: await plateFactsOf(db, { municipalityId, electionId }, plates),
    }))
    for (const [index, one] of made.entries()) {
      if (signal?.aborted) return
      const voter = voters.get(one.letter.letter_id)
      if (!voter) throw new Error(`letter ${one.letter.letter_id} is for nobody on the list`)
      await checkOne(deps.vault, one, voter, facts.get(plates[index]!)!, tally)
      deps.onProgress?.(start + index + 1, sampled.length)
    }
  }
}

async function checkOne(
  vault: Vault,
  { letter, pdf }: MadeLetter,
  voter: VoterOfLetter,
  plate: Parameters<typeof checkPlate>[1],
  tally: CheckTally,
): Promise<void> {
  const { section, facts } = letter
  const at = { section, listNumber: letter.list_number }
  const { texts, frontLines, front } = await lookAtPdf(pdf)
  const nationalNumber = vault.open(voter.nrnCipher)
  const read = { texts, plate, facts, voter: { ...voter, nationalNumber } }
  tally.looked(1, ['read-from-pdf', 'address-in-window'])
  for (const part of missingInText(read)) tally.found('read-from-pdf', { ...at, part })
  for (const part of forbiddenInText(read)) tally.found('nothing-forbidden', { ...at, part })
  const { fullName, addressLines } = facts
  const taken = linesTaken(frontLines, [fullName, ...addressLines])
  for (const { because, at: where } of checkEnvelope(front, { addressLines, taken }))
    tally.found('address-in-window', { ...at, part: because, says: where })
}
