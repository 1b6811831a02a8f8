import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Db } from '../../platform/db/database.ts'
import { type DocumentFault, type NotValid, notValid } from '../../platform/document.ts'
import type { Vault } from '../../platform/vault.ts'
import type { BureauRules, List } from '../bureau-rules.ts'
import { currentDraw } from '../drawing/draw-store.ts'
import { listedPeople } from '../listing/listed-overview.ts'
import type { ListEntry } from '../listing/listed-person.ts'
import { placesByLot } from '../listing/lot-of-list-a-overview.ts'
import { isBelgianVoter } from '../listing/why-not-called.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import type { Candidate } from './candidates-file.ts'
import type { CandidatesOfLists } from './candidates-of-lists.ts'
import { judgeProposal } from './judge-proposal.ts'
import { type KnownPerson, knownPerson } from './known-person-overview.ts'
import { namedBy } from './propose-by-hand.ts'
import { ageOn, householdAt, originOf, type SeatCandidate, voterOf } from './seat-candidate.ts'

interface ToJudge {
  readonly election: Election
  readonly candidates: readonly Candidate[]
  readonly by: string
}

/** What the lists say of everybody on list A: the naming that counts, and the place by lot where the law wants chance. */
interface OnListA {
  readonly entry: ListEntry
  readonly drawRank: number | undefined
}

/**
 * Holds the people of a file against the lists, as somebody who is proposed by hand: the name, whether they may sit (KWB 95 § 11;
 * LPKD 37, 40, 45, 48), and how they come to a seat. What the file leaves out is as the lists have it. With one who is otherwise nothing
 * of the file is used, and all that is wrong is answered by its place in the file. Leaves one trace for all of them.
 */
export async function judgeCandidates(
  db: Db,
  vault: Pick<Vault, 'seal' | 'index'>,
  { election, candidates, by }: ToJudge,
): Promise<{ readonly ok: true; readonly people: CandidatesOfLists } | NotValid> {
  const { municipalityId, electionId, pollingDay } = election
  const rules = loadBureauRules(election.ruleset)
  const onListA = await listA(db, election, rules)
  const faults: DocumentFault[] = []
  const people: SeatCandidate[] = []
  for (const [at, candidate] of candidates.entries()) {
    const nrnIndex = vault.index(candidate.nationalNumber)
    const person = await knownPerson(db, election, nrnIndex)
    const listed = onListA.get(nrnIndex.toString('hex'))
    const found = faultsOf({ rules, pollingDay, person, candidate, listed })
    faults.push(...found.map((fault) => ({ ...fault, path: `${at}.${fault.path}` })))
    if (found.length > 0) continue
    const number = { nrnIndex, nrnCipher: vault.seal(candidate.nationalNumber) }
    people.push(seatCandidate({ rules, pollingDay, person, candidate, listed, number }))
  }
  const event = { municipalityId, actor: by, action: 'bureaus.candidates-checked', subject: electionId }
  await recordAudit(db, { ...event, details: { people: candidates.length, faults: faults.length } })
  if (faults.length > 0) return notValid(faults)
  const of = (list: List) => people.filter((one) => one.person.list === list)
  return { ok: true, people: { listA: of('A'), listB: of('B'), volunteers: of('OTHER') } }
}

async function listA(db: Db, election: Election, rules: BureauRules): Promise<ReadonlyMap<string, OnListA>> {
  const draw = rules.categorySelection.value === 'RANDOM' ? await currentDraw(db, election) : undefined
  const places = draw?.state === 'DRAWN' ? await placesByLot(db, election, draw) : undefined
  const people = await listedPeople(db, election, rules)
  return new Map(
    people.map(({ nrnIndex, entries }) => {
      const index = nrnIndex.toString('hex')
      return [index, { entry: entries[0]!, drawRank: places?.get(index) }]
    }),
  )
}

interface Judging {
  readonly rules: BureauRules
  readonly pollingDay: string
  readonly person: KnownPerson
  readonly candidate: Candidate
  readonly listed: OnListA | undefined
}

const whyNotSaid: Readonly<Record<string, string>> = {
  candidate: 'stands for election',
  struck: 'is struck from the voters list',
  nationality: 'is not Belgian',
  age: 'is too young on polling day',
}

function faultsOf(judging: Judging): DocumentFault[] {
  const { rules, pollingDay, person, candidate } = judging
  const judged = judgeProposal({
    rules,
    pollingDay,
    person,
    typed: candidate,
    seat: undefined,
    told: 'OTHER',
  })
  if (!judged.ok && judged.because === 'other-name')
    return [
      fault('lastName', 'is not the name that the lists have with this number', 'Check number and name'),
    ]
  if (!judged.ok) {
    const why = (judged.detail ?? '').split(',').map((code) => whyNotSaid[code] ?? code)
    return [fault('nationalNumber', `may sit in no bureau: ${why.join(', ')}`, 'Leave this person out')]
  }
  return [...listFaults(judging), ...otherThanKnown(judging), ...lackingOf(judging)]
}

function listFaults({ person, candidate: { list } }: Judging): DocumentFault[] {
  if (list === 'A' && !person.isOnListA)
    return [
      fault('list', 'says A, and this person is not on list A', 'Read list A in first, or leave this out'),
    ]
  if (list === 'B' && !person.drawn)
    return [fault('list', 'says B, and this person was not drawn', 'Leave this out, or the person')]
  return []
}

/** What the file says and the lists have otherwise. */
function otherThanKnown({ person, candidate, listed }: Judging): DocumentFault[] {
  const list = listOf(person, candidate)
  const { entry } = listed ?? {}
  const drawRank = list === 'A' ? listed?.drawRank : person.drawn?.rank
  const known = {
    birthDate: person.birthDate,
    section: person.section,
    votesHere: person.hasVotersList ? person.voter !== undefined : undefined,
    belgian: person.voter && isBelgianVoter(person.voter),
    ...(list !== 'OTHER' && { drawRank }),
    ...(list === 'A' && { category: entry?.category, order: entry?.place }),
  }
  return (Object.keys(known) as (keyof typeof known)[]).flatMap((name) => {
    const [said, has] = [candidate[name], known[name]]
    if (said === undefined || has === undefined || said === has) return []
    return [fault(name, 'is not as the lists have it', 'Leave it out, or mend the list')]
  })
}

function lackingOf({ person, candidate }: Judging): DocumentFault[] {
  return [
    ...(person.birthDate || candidate.birthDate || person.voter || person.isOnListA
      ? []
      : [fault('birthDate', 'is missing, and no list has it', 'Give the day of birth as yyyy-mm-dd')]),
    ...(person.voter || candidate.belgian !== undefined
      ? []
      : [fault('belgian', 'is missing, and no list has it', 'Say whether this person is Belgian')]),
  ]
}

function fault(path: string, wrong: string, remedy: string): DocumentFault {
  return { path, wrong, remedy }
}

/** By which list somebody comes: the one that the file names, or else the first that has them. */
function listOf({ isOnListA, drawn }: KnownPerson, { list }: Candidate): List {
  return list ?? (isOnListA ? 'A' : drawn ? 'B' : 'OTHER')
}

/** Of whom no list has the day of birth the lists say all the same that they are old enough. */
function seatCandidate({
  rules,
  pollingDay,
  person,
  candidate,
  listed,
  number,
}: Judging & { readonly number: { nrnIndex: Buffer; nrnCipher: Buffer } }): SeatCandidate {
  const { lastName, firstNames, home, experienced } = candidate
  const list = listOf(person, candidate)
  const section = person.section ?? candidate.section
  const votesHere = person.hasVotersList ? person.voter !== undefined : (candidate.votesHere ?? true)
  const birthDate = person.birthDate ?? candidate.birthDate
  const address = person.address ?? candidate.address
  const household = candidate.household ?? (address && householdAt(address))
  return {
    origin: originOf[list],
    ...(person.hasVotersList && !person.voter && { remarks: ['not-on-voters-list'] as const }),
    member: {
      ...number,
      ...namedBy(person, { lastName, firstNames }),
      ...(birthDate && { birthDate }),
      ...(address && { address }),
    },
    person: {
      ...{ id: number.nrnIndex.toString('hex'), list, home, household, experienced },
      ...(list === 'A' && {
        ...{ category: listed?.entry.category, order: listed?.entry.place, drawRank: listed?.drawRank },
      }),
      ...(list === 'B' && { drawRank: person.drawn?.rank }),
      belgian: person.voter ? isBelgianVoter(person.voter) : candidate.belgian!,
      candidate: candidate.candidate,
      ...{
        voterOf: voterOf(section, votesHere),
        age: birthDate ? ageOn(pollingDay, birthDate) : rules.members.value.fromAge,
      },
    },
  }
}
