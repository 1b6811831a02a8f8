import {
  assembliesFor,
  type Election,
  getSections,
  type Section,
  type VoterCategory,
} from '../../elections/index.ts'
import { getSettings, type MunicipalitySettings } from '../../municipalities/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { mapWithLimit } from '../../platform/concurrency.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { sha256 } from '../../platform/hash.ts'
import type { ListId } from '../../platform/ids.ts'
import type { Typesetter } from '../../platform/pdf/typesetter.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Signer } from '../../platform/signer.ts'
import { currentList, entitled, type SealedVoter, votersOfSection } from '../../voters/index.ts'
import { letterId } from '../letter.ts'
import {
  type ComposedLetter,
  currentLettersOf,
  ensureLetterPartition,
  insertLetters,
  lastVersionsOf,
  refreshLetterStatistics,
} from '../letter-store.ts'
import { letterTemplate, renderLetter } from '../letter-template/letter-template.ts'
import { type LanguageRequests, languageRequests } from './language-requests.ts'
import { languageFor } from './letter-languages.ts'
import { factsDigest, qrText } from './letter-statement.ts'
import { plateKindOf } from './plate-facts.ts'
import { createPlateRack, type PlateOnRack, type PlateRack } from './plate-rack.ts'
import { voterFacts } from './voter-facts.ts'

export interface ComposeDeps {
  readonly database: Database
  readonly typesetter: Typesetter
  readonly signer: Signer
  /** Address of the portal, printed in every QR code. */
  readonly portalUrl: string
  readonly onProgress?: (done: number, total: number) => void
  /** Stops between two pages; what is made stays, and the next run goes on from there. */
  readonly signal?: AbortSignal
}

export interface Composed {
  readonly made: number
  /** Voters for whom nothing is left to vote for, as all of it is elected without a vote: they get no letter. */
  readonly withoutBallot: number
  /** Letters that did not fit their plate, counted by reason. */
  readonly typesetWhole: number
  readonly plates: number
  readonly languageRequests: LanguageRequests
  /** List numbers of voters whose name or address no font can print: a person has to look. */
  readonly unprintable: readonly number[]
  /** False when it was stopped before every voter had a letter. */
  readonly complete: boolean
}

const pageSize = 1000
/** While one section waits for its plates, others are pressed. */
const sectionsAtOnce = 4

/**
 * Makes a letter for every voter of the closed list who has none, section by section. Letters that are there are
 * left as they are, so a run that broke off is finished by running it again.
 */
export async function composeLetters(
  deps: ComposeDeps,
  { election, by }: { election: Election; by: string },
): Promise<Result<Composed, 'list-not-closed' | 'no-places'>> {
  const { municipalityId, electionId } = election
  const start = await deps.database.inScope(staffOf(municipalityId), async (db) => {
    await ensureLetterPartition(db, electionId)
    return {
      list: await currentList(db, municipalityId, electionId),
      sections: await getSections(db, municipalityId, electionId),
      settings: await getSettings(db, municipalityId),
    }
  })
  if (start.list?.state !== 'closed') return refused('list-not-closed')
  if (start.sections.length === 0) return refused('no-places')
  const work: Work = {
    ...deps,
    election,
    settings: start.settings,
    listId: start.list.listId,
    tally: { made: 0, passed: 0, withoutBallot: 0, typesetWhole: 0, plates: 0, unprintable: [] },
    total: start.list.voterCount,
  }
  await mapWithLimit(start.sections, sectionsAtOnce, (section) => composeSection(work, section))
  const { made, withoutBallot, typesetWhole, plates, unprintable } = work.tally
  const composed = {
    made,
    withoutBallot,
    typesetWhole,
    unprintable,
    plates,
    complete: !deps.signal?.aborted,
  }
  const event = { municipalityId, actor: by, action: 'letters.composed', subject: electionId }
  const requests = await deps.database.inScope(staffOf(municipalityId), async (db) => {
    await refreshLetterStatistics(db, electionId)
    await recordAudit(db, { ...event, details: composed })
    return languageRequests(db, election)
  })
  return { ok: true, ...composed, languageRequests: requests }
}

interface Work extends ComposeDeps {
  readonly election: Election
  readonly settings: MunicipalitySettings
  readonly listId: ListId
  readonly tally: {
    made: number
    passed: number
    withoutBallot: number
    typesetWhole: number
    plates: number
    unprintable: number[]
  }
  readonly total: number
}

async function composeSection(work: Work, section: Section): Promise<void> {
  const { municipalityId, electionId } = work.election
  const scope = staffOf(municipalityId)
  const rack = createPlateRack(work, { election: work.election, settings: work.settings, section })
  const hasBallot = (category: VoterCategory) =>
    assembliesFor(work.election, category, section.district).length > 0
  const have = await work.database.inScope(scope, (db) =>
    currentLettersOf(db, municipalityId, electionId, section.section),
  )
  for (let after = 0; !work.signal?.aborted; ) {
    const voters = await work.database.inScope(scope, (db) =>
      votersOfSection(db, municipalityId, electionId, work.listId, section.section, after, pageSize),
    )
    const last = voters.at(-1)
    if (!last) break
    after = last.listNumber
    const without = voters.filter((voter) => entitled.includes(voter.state) && !have.has(voter.voterId))
    const invited = without.filter(({ category }) => hasBallot(category))
    work.tally.withoutBallot += without.length - invited.length
    await composePage(work, rack, invited)
    work.tally.passed += voters.length
    work.onProgress?.(work.tally.passed, work.total)
  }
  work.tally.plates += rack.size()
}

async function composePage(work: Work, rack: PlateRack, voters: readonly SealedVoter[]): Promise<void> {
  if (voters.length === 0) return
  const { municipalityId, electionId } = work.election
  const scope = staffOf(municipalityId)
  const ids = voters.map((voter) => voter.voterId)
  const versions = await work.database.inScope(scope, (db) =>
    lastVersionsOf(db, municipalityId, electionId, ids),
  )
  const letters: ComposedLetter[] = []
  for (const voter of voters) {
    const last = versions.get(voter.voterId)
    const language = languageFor(work.election, work.settings, voter)
    const kind = plateKindOf(voter, { language, correction: last?.wasReleased ?? false })
    const plate = await rack.plateFor(kind)
    const letter = await composeLetter(work, plate, voter, (last?.version ?? 0) + 1)
    if (letter) letters.push(letter)
    else work.tally.unprintable.push(voter.listNumber)
  }
  await work.database.inScope(scope, (db) => insertLetters(db, municipalityId, electionId, letters))
  work.tally.made += letters.length
  work.tally.typesetWhole += letters.filter((letter) => letter.typesetWhole).length
}

async function composeLetter(
  work: Work,
  plate: PlateOnRack,
  voter: SealedVoter,
  version: number,
): Promise<ComposedLetter | undefined> {
  const { municipalityId, electionId } = work.election
  const id = letterId({ municipalityId, electionId, voterId: voter.voterId, version })
  const said = voterFacts(id, voter, plate.facts.language)
  const digest = factsDigest({ voter: said, shared: plate.key, templateVersion: letterTemplate.version })
  const statement = { issuer: work.settings.enterpriseNumber, letterId: id, electionId, digest }
  const facts = { ...said, qrText: qrText(work.signer, work.portalUrl, statement) }
  const rendered = await renderLetter(work, { plate: plate.loaded, facts: plate.facts, voter: facts })
  if (!rendered.ok) return undefined
  const letter = {
    letterId: id,
    voterId: voter.voterId,
    version,
    section: voter.section,
    listNumber: voter.listNumber,
    personIndex: voter.nrnIndex,
    plateSha256: plate.sha256,
    facts,
    factsSha256: digest,
    pdfSha256: sha256(rendered.pdf),
    pdfBytes: rendered.pdf.length,
  }
  if (!rendered.typesetWhole) return letter
  return { ...letter, typesetWhole: rendered.typesetWhole, wholePdf: rendered.pdf }
}
