import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { App } from '../../../src/app.ts'
import {
  adoptList,
  adoptPlan,
  convoke,
  designateAll,
  followMemberLetters,
  freezeDraw,
  holdDraw,
  importListA,
  keptBureaus,
  memberLetterCampaign,
  planElection,
  proposeNext,
  selectAssignments,
  sendList,
  wantedBureaus,
} from '../../../src/bureaus/index.ts'
import { deliverWithProgress } from '../../../src/commands/delivery.ts'
import { type Election, getSections } from '../../../src/elections/index.ts'
import { type Clock, fixedClock } from '../../../src/platform/clock.ts'
import { dayInBelgium } from '../../../src/platform/dates.ts'
import { staffOf } from '../../../src/platform/db/scope.ts'
import { court } from '../demo-data.ts'
import { expectOk } from '../expect-ok.ts'
import { heading, line } from '../tell.ts'
import { answers } from './answers.ts'
import { divide } from './divide.ts'
import { listAFile } from './list-a-file.ts'
import { messages } from './messages.ts'
import { magistrateBecomesReader } from './reader.ts'
import { servedBefore } from './served-before.ts'
import { type BureausStaff, type BureausTown, bureausStaff, magistrate } from './town.ts'
import { trainings } from './trainings.ts'
import { volunteers } from './volunteers.ts'

const by = 'demo'
/** The court reads the lists here. */
const toCourt = { sentTo: court.name, sentToNumber: court.enterpriseNumber }
/** The last polling bureaus are not called yet, and those after them not even designated. */
const calledUpTo = 12
const designatedUpTo = 22
/** Nobody is proposed for the last one: a division of its seats waits to be looked at. */
const proposedUpTo = 23

interface Deps extends App {
  readonly portalUrl: string
}

/** What happened in the last month in a town with forty bureaus, up to where a newcomer finds it: every state that comes before polling day. */
export async function tellBureaus(
  app: App,
  { issuer, over, ...town }: Required<BureausTown> & { readonly issuer: string; readonly over: AbortSignal },
): Promise<void> {
  const { election, settings } = town
  heading(`${settings.name}: ${election.name}, ${election.pollingDay}: the bureaus`)
  const now = app.clock.now()
  const daysAgo = (days: number): Deps => ({
    ...app,
    clock: clockAt(now, days),
    portalUrl: app.config.PORTAL_URL,
  })
  const staff = await bureausStaff(app, election.municipalityId)
  await plan(daysAgo(30), election)
  await lists(daysAgo(28), town)
  await draw(daysAgo(26), daysAgo(24), election, staff)
  await propose(daysAgo(20), election)
  await designate(daysAgo(15), election)
  // Before the calls leave: as long as nobody can open a document, none is taken.
  await magistrateBecomesReader(daysAgo(13), election, issuer)
  await call(app, daysAgo(12), { election, over })
  line(await answers(daysAgo, election, staff))
  line(await trainings(daysAgo, election, staff))
  line(await messages(daysAgo, election, staff))
  line(`the register tells of ${await servedBefore(app, election, by)} earlier services of who asks`)
  line(await volunteers(daysAgo, election, town.votersFile, staff.clerk.staffId))
  line(await divide(daysAgo(1), election, staff))
}

function clockAt(now: Date, days: number): Clock {
  return fixedClock(new Date(now.getTime() - days * 86_400_000).toISOString())
}

async function plan(deps: Deps, election: Election): Promise<void> {
  const mainBureaus = ['MAIN_MUNICIPAL', 'MAIN_PROVINCE_DISTRICT'] as const
  const typed = { firstNumber: 1, seatsToFill: { G: 23, P: 8 }, mainBureaus }
  const planned = expectOk('the plan', await planElection(deps, election, typed))
  const hall = await buildingCalled(deps, election, 'Sporthal De Zonnewijzer')
  const townHall = await buildingCalled(deps, election, 'Gemeentehuis')
  // Where one counts is for the municipality to say; no law does.
  const wanted = wantedBureaus(planned.plan, election.votingMode).map((bureau) => ({
    ...bureau,
    ...(bureau.kind === 'COUNTING' && {
      ...hall,
      room: `Teltafel ${bureau.number}`,
    }),
    ...(bureau.kind === 'MAIN' && { ...townHall, room: 'Raadzaal' }),
  }))
  expectOk('adopting the plan', await adoptPlan(deps, { election, wanted, by }))
  line(`${planned.plan.bureaus.length} bureaus are planned`)
}

/** A building of the places list, as a bureau that sits there has it. */
async function buildingCalled({ database }: Deps, { municipalityId, electionId }: Election, name: string) {
  const sections = await database.inScope(staffOf(municipalityId), (db) =>
    getSections(db, municipalityId, electionId),
  )
  const found = sections.find(({ place }) => place.name === name)
  if (!found) throw new Error(`the places list has no building that is called ${name}`)
  return { place: name, placeCode: found.place.code }
}

async function lists(deps: Deps, { election, votersFile }: Required<BureausTown>): Promise<void> {
  const stream = Readable.from([Buffer.from(listAFile(await readFile(votersFile)))])
  const read = expectOk('list A', await importListA(deps, { election, stream, by }))
  const decidedOn = dayInBelgium(deps.clock.now())
  const list = { election, kind: 'A', by } as const
  expectOk('its adoption', await adoptList(deps, { ...list, decision: 'CBS 2030/114', decidedOn }))
  expectOk('its sending', await sendList(deps, { ...list, ...toCourt, sentOn: decidedOn }))
  line(`list A: ${read.people} people, adopted and sent to the magistrate`)
}

async function draw(before: Deps, after: Deps, election: Election, staff: BureausStaff): Promise<void> {
  const knownAt = new Date(after.clock.now().getTime() - 3_600_000)
  const announced = { publicSource: 'Lotto van zaterdag', knownAt, dice: 3, twoPeople: true }
  const frozen = await freezeDraw(before, { election, staff: staff.clerk, ...announced })
  line(
    `the draw: committed as ${expectOk('the commitment', frozen).draw.commitment.slice(0, 16)}…, held two days later`,
  )
  const spoken = { publicValue: '4 8 15 16 23 42', dice: [3, 5, 1] }
  expectOk('the draw', await holdDraw(after, { election, staff: staff.registrar, ...spoken }))
  const list = { election, kind: 'B', by: staff.clerk.staffId } as const
  const day = dayInBelgium(after.clock.now())
  expectOk('list B', await adoptList(after, { ...list, decision: 'CBS 2030/121', decidedOn: day }))
  expectOk('its sending', await sendList(after, { ...list, ...toCourt, sentOn: day }))
}

/** Seat by seat, whoever comes next by the lists; a chair's own seats, and those that may be added, stay open. */
async function propose(deps: Deps, election: Election): Promise<void> {
  const act = { election, by, authority: 'municipality' } as const
  let proposed = 0
  for (const bureau of await bureausOf(deps, election))
    for (const { seatId, role, optional } of bureau.seats) {
      if (optional || role === 'SECRETARY' || bureau.kind === 'RESERVE' || bureau.kind === 'MAIN') continue
      if (bureau.kind === 'POLLING' && Number(bureau.number) > proposedUpTo) continue
      expectOk(`a proposal for bureau ${bureau.number}`, await proposeNext(deps, { ...act, seatId }))
      proposed++
    }
  line(`${proposed} people proposed`)
}

async function designate(deps: Deps, election: Election): Promise<void> {
  const steps = await assignmentsOf(deps, election, designatedUpTo)
  const act = { election, steps, by: 'Marie Dubois', authority: 'magistrate' } as const
  const { designated } = expectOk('the designation', await designateAll(deps, act))
  line(`${designated.length} of them designated by the magistrate`)
}

/** The stand-in of the e-Box lives now: the letters leave as of today, and what became of them counts for twelve days ago. */
async function call(
  app: App,
  deps: Deps,
  { election, over }: { election: Election; over: AbortSignal },
): Promise<void> {
  const bureaus = (await upTo(deps, election, calledUpTo))
    .filter(({ code }) => code !== 'P')
    .map(({ bureauId }) => bureauId)
  const order = { election, which: { bureaus }, authority: magistrate, by }
  const { called } = expectOk('the calls', await convoke(deps, order))
  const { municipalityId } = election
  const campaignId = memberLetterCampaign(election, 'designation')
  await deliverWithProgress(app, { municipalityId, campaignId }, over)
  const { delivered, undelivered } = await followMemberLetters(deps, election)
  line(`${called} called: ${delivered} in the e-Box, ${undelivered} to go on paper`)
}

export const bureausOf = (deps: Pick<App, 'database'>, election: Election) =>
  deps.database.inScope(staffOf(election.municipalityId), (db) => keptBureaus(db, election))

/** Polling bureaus up to this number, and all that count. */
async function upTo(deps: Deps, election: Election, number: number) {
  return (await bureausOf(deps, election)).filter(
    (bureau) => bureau.kind === 'COUNTING' || (bureau.kind === 'POLLING' && Number(bureau.number) <= number),
  )
}

async function assignmentsOf(deps: Deps, election: Election, number: number) {
  const bureaus = (await upTo(deps, election, number)).map(({ bureauId }) => bureauId)
  return deps.database.inScope(staffOf(election.municipalityId), (db) =>
    selectAssignments(db, election, { bureaus }),
  )
}
