import type { App } from '../../../src/app.ts'
import {
  answerCall,
  askForMore,
  closeTerms,
  decideExcuse,
  type ExcuseGround,
  listLetters,
  noteComplete,
  proveDelivery,
  requestExcuse,
  revoke,
  type SeatedAssignment,
  selectAssignments,
} from '../../../src/bureaus/index.ts'
import type { Election } from '../../../src/elections/index.ts'
import { staffOf } from '../../../src/platform/db/scope.ts'
import { expectOk } from '../expect-ok.ts'
import { diceFrom } from '../random.ts'
import { papers } from './papers.ts'
import { type BureausStaff, magistrate } from './town.ts'

type Deps = App & { readonly portalUrl: string }

const reasons: readonly (readonly [ExcuseGround, string])[] = [
  ['MEDICAL', 'Ik word die week geopereerd.'],
  ['WORK', 'Ik werk die dag in het ziekenhuis.'],
  ['ABROAD', 'Wij zijn dan in het buitenland, de reis was al betaald.'],
  ['STUDY', 'Ik heb die week examens.'],
  ['FAMILY', 'Ik zorg alleen voor mijn moeder.'],
  ['TWICE_SERVED', 'Ik zat in juni en in oktober 2024 al in een stembureau.'],
]

/** What those who were called did: most say that they come, twelve of a hundred ask not to, some are silent. Answers what came of it, in words. */
export async function answers(
  daysAgo: (days: number) => Deps,
  election: Election,
  staff: BureausStaff,
): Promise<string> {
  const dice = diceFrom(2030)
  const called = await reached(daysAgo(10), election)
  const asked: SeatedAssignment[] = []
  let answered = 0
  for (const assignment of called) {
    const chance = dice.roll()
    const act = {
      election,
      assignmentId: assignment.assignmentId,
      by: 'citizen',
      authority: 'person',
    } as const
    if (chance < 0.12) {
      const [ground, text] = dice.pick(reasons)
      const request = { request: { ground, text }, channel: dice.roll() < 0.8 ? 'PORTAL' : 'PHONE' } as const
      expectOk('an excuse', await requestExcuse(daysAgo(chance < 0.1 ? 10 : 5), { ...act, ...request }))
      asked.push(assignment)
    } else if (chance < 0.75) {
      const contact = {
        phone: `+3247000${String(1000 + answered)}`,
        email: `lid${answered}@sterrendorp.example`,
      }
      expectOk('an answer', await answerCall(daysAgo(10), { ...act, contact }))
      answered++
    }
  }
  await judge(daysAgo(3), election, staff, asked)
  const waiting = asked
    .filter((_, place) => fateOf(place) === 'waits')
    .map(({ assignmentId }) => assignmentId)
  const withPaper = await papers(daysAgo(2), election, waiting)
  await paper(daysAgo(6), election, staff)
  const candidate = called.findLast((one) => !asked.includes(one))!
  const stood = {
    election,
    assignmentId: candidate.assignmentId,
    by: 'Marie Dubois',
    reason: 'staat op een lijst',
  }
  expectOk('a call taken back', await revoke(daysAgo(2), { ...stood, authority: 'magistrate' }))
  const { silent } = await closeTerms(daysAgo(0), election)
  return `${answered} say that they read it, ${asked.length} ask to be excused (${withPaper} with a document), ${silent} are silent`
}

async function reached(deps: Deps, election: Election): Promise<SeatedAssignment[]> {
  const letters = await deps.database.inScope(staffOf(election.municipalityId), (db) =>
    listLetters(db, election, { states: ['delivered'], limit: 1000 }),
  )
  const assignments = letters.map(({ assignmentId }) => assignmentId)
  return deps.database.inScope(staffOf(election.municipalityId), (db) =>
    selectAssignments(db, election, { assignments }),
  )
}

const fates = ['waits', 'has to add', 'is refused', 'is granted'] as const
const fateOf = (place: number) => fates[place % fates.length]!

/** Of every four requests one still waits, of one more is asked, one is refused and one is granted: then the next of the queue is proposed. */
async function judge(
  deps: Deps,
  election: Election,
  { clerk, registrar }: BureausStaff,
  asked: readonly SeatedAssignment[],
): Promise<void> {
  for (const [place, { assignmentId }] of asked.entries()) {
    const request = { election, assignmentId, by: clerk.staffId }
    const fate = fateOf(place)
    if (fate === 'has to add')
      await askForMore(deps, { ...request, what: 'Het attest van je arts ontbreekt.' })
    if (fate === 'waits' || fate === 'has to add') continue
    expectOk('a request', await noteComplete(deps, request))
    const grants = fate === 'is granted'
    const reason = grants ? '' : 'Het bewijs zegt niet waarom je die dag niet kunt.'
    expectOk(
      'a decision',
      await decideExcuse(deps, {
        election,
        assignmentId,
        staff: registrar,
        grants,
        reason,
        authority: magistrate,
      }),
    )
  }
}

/** Of the letters on paper the first half came, registered. */
async function paper(deps: Deps, election: Election, { clerk }: BureausStaff): Promise<void> {
  const letters = await deps.database.inScope(staffOf(election.municipalityId), (db) =>
    listLetters(db, election, { states: ['undelivered'], limit: 1000 }),
  )
  for (const [place, { letterId }] of letters.slice(0, Math.ceil(letters.length / 2)).entries()) {
    const proof = { means: 'registered', number: `RR${1000 + place}BE` } as const
    const proven = { election, letterId, proof, at: deps.clock.now(), by: clerk.staffId }
    expectOk('a proof of delivery', await proveDelivery(deps, proven))
  }
}
