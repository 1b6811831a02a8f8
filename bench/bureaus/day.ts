import { expectOk } from '../../dev/demo/expect-ok.ts'
import { type Dice, diceFrom } from '../../dev/demo/random.ts'
import {
  type DayDeed,
  type DayOfBureau,
  type KeptBureau,
  noteDeed,
  showDay,
} from '../../src/bureaus/index.ts'
import { newId } from '../../src/platform/ids.ts'
import { type SpareVoter, spareVoters } from './spare-voters.ts'
import { type BenchApp, bureausOf, type Telling } from './story.ts'

const chair = { by: 'chair', authority: 'chair' } as const
const minute = 60_000

type Doing = DayDeed extends infer Deed ? (Deed extends DayDeed ? Omit<Deed, 'id' | 'at'> : never) : never

/**
 * The deeds of every bureau on its day, as a chair sends them: who came, who did not, who took the seat, the oath, how far it is. Not of
 * those whose numbers are in `but`.
 */
export async function noteTheDay(
  app: BenchApp,
  { election }: Pick<Telling, 'election'>,
  but: readonly string[] = [],
): Promise<void> {
  const dice = diceFrom(election.municipalityId)
  const spare = await spareVoters(app, election)
  for (const bureau of await bureausOf(app, election)) {
    if ((bureau.kind !== 'POLLING' && bureau.kind !== 'COUNTING') || but.includes(bureau.number)) continue
    const desk = deskOf(app, { election }, bureau)
    await attendance(desk, dice)
    await fillSeats(desk, spare)
    await oaths(desk)
    const points = bureau.kind === 'POLLING' ? polling : counting
    for (const [checkpoint, after] of points) await desk.note(after, { kind: 'checkpoint', checkpoint })
  }
}

const polling = [
  ['FORMED', 45],
  ['OPENED', 50],
  ['CLOSED', 360],
  ['HANDED_OVER', 380],
] as const
const counting = [
  ['FORMED', 45],
  ['COUNT_STARTED', 60],
  ['COUNTED', 120],
  ['HANDED_OVER', 130],
] as const

type Desk = ReturnType<typeof deskOf>

function deskOf(app: BenchApp, { election }: Pick<Telling, 'election'>, { bureauId }: KeptBureau) {
  const show = async (): Promise<DayOfBureau> => {
    const shown = await showDay(app, { election, bureau: { bureauId }, by: chair.by })
    return expectOk('the day of a bureau', shown).day
  }
  let meetsAt = 0
  return {
    async show() {
      const day = await show()
      meetsAt = day.meetsAt!.getTime()
      return day
    },
    /** So many minutes after the hour at which the bureau meets. Answers whether it was done: it is not for the reason that is named. */
    async note(after: number, doing: Doing, unless?: string): Promise<boolean> {
      const at = new Date(meetsAt + after * minute).toISOString()
      const deed = { ...doing, id: newId<string>(), at } as DayDeed
      const { noted } = expectOk(deed.kind, await noteDeed(app, { election, bureauId, deed, ...chair }))
      if (noted.refusedFor && noted.refusedFor !== unless)
        throw new Error(`${deed.kind} was refused: ${noted.refusedFor}`)
      return !noted.refusedFor
    },
  }
}

/** Of a hundred two come late and three stay away; chairs come, and who was told by hand. */
async function attendance(desk: Desk, dice: Dice): Promise<void> {
  const { seats } = await desk.show()
  for (const { role, people } of seats)
    for (const { assignmentId } of people) {
      const chance = role === 'CHAIR' ? 1 : dice.roll()
      const isAway =
        chance < 0.03 && (await desk.note(30, { kind: 'note-absent', assignmentId }, 'never-told'))
      if (!isAway) await desk.note(chance < 0.05 ? 20 : -10, { kind: 'check-in', assignmentId })
    }
}

/** An empty seat goes to a substitute who is there, and else to a voter; the secretary is a voter whom the chair names. */
async function fillSeats(desk: Desk, spare: SpareVoter[]): Promise<void> {
  const { seats } = await desk.show()
  const substitutes = seats
    .filter(({ role }) => role === 'SUBSTITUTE')
    .flatMap(({ people }) => people.filter(({ standing }) => standing === 'PRESENT'))
  for (const { seatId, role, optional, isTaken } of seats) {
    if (isTaken || optional || role === 'SUBSTITUTE') continue
    const substitute = role === 'ASSESSOR' ? substitutes.shift() : undefined
    if (substitute) {
      await desk.note(35, { kind: 'call-up', assignmentId: substitute.assignmentId, seatId })
      continue
    }
    const voter = spare.pop()
    if (!voter) throw new Error('no voter is left to appoint')
    await desk.note(35, { kind: 'appoint', seatId, ...voter, sworn: true })
  }
}

async function oaths(desk: Desk): Promise<void> {
  const { seats } = await desk.show()
  for (const { role, people } of seats)
    for (const { assignmentId, standing, swornAt } of people) {
      if (role === 'SUBSTITUTE' || swornAt || (standing !== 'PRESENT' && standing !== 'LATE')) continue
      await desk.note(40, { kind: 'swear', assignmentId })
    }
}
