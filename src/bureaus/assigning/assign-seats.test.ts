import { describe, expect, test } from 'vitest'
import { diceFrom } from '../../../dev/demo/random.ts'
import { expectOk } from '../../../test/expect-ok.ts'
import { assignSeats } from './assign-seats.ts'
import type { ListedPerson, ProposedSeating, ToAssign } from './seating.ts'
import { aBureau, aPerson, aPlace, aTown, ofFederal, ofLocal } from './testing.ts'

async function assigned(task: Omit<ToAssign, 'rules'> & Partial<ToAssign>): Promise<ProposedSeating> {
  return expectOk(await assignSeats({ rules: ofLocal, ...task })).assignment
}

function sitting({ seated }: ProposedSeating): Record<string, string> {
  return Object.fromEntries(seated.map(({ seat, person }) => [seat, person]))
}

const near = aBureau('1', { CHAIR: 1 }, { place: aPlace(0) })
const far = aBureau('2', { CHAIR: 1 }, { place: aPlace(5000) })

describe('the order of the law', () => {
  const ofA = (id: string, but: Partial<ListedPerson>) => aPerson(id, { list: 'A', home: aPlace(0), ...but })
  const teacher = ofA('teacher', { category: 'teachers', drawRank: 1 })
  const magistrate = ofA('magistrate', { category: 'magistrates', drawRank: 2, home: aPlace(40_000) })

  test('by rank, a magistrate from far comes before a teacher from here', async () => {
    expect(sitting(await assigned({ bureaus: [near], people: [teacher, magistrate] }))).toEqual({
      '1-chair-1': 'magistrate',
    })
  })

  test('at random, who was drawn first sits, of whatever profession', async () => {
    const assignment = await assigned({ rules: ofFederal, bureaus: [near], people: [magistrate, teacher] })
    expect(sitting(assignment)).toEqual({ '1-chair-1': 'teacher' })
    expect(assignment.seated[0]!.because[0]).toMatchObject({
      code: 'by-draw',
      drawRank: 1,
      position: 1,
      of: 2,
    })
  })

  test('freely, who lives nearest sits, where the law leaves it open', async () => {
    const people = [teacher, magistrate]
    expect(sitting(await assigned({ bureaus: [near], people, selection: 'FREE' }))).toEqual({
      '1-chair-1': 'teacher',
    })
  })

  test('who comes first by law is moved rather than left out, and who comes after has no seat', async () => {
    const people = [
      ofA('first', { category: 'magistrates' }),
      ofA('second', { category: 'lawyers', notIn: [far.id], home: aPlace(5000) }),
      ofA('third', { category: 'teachers' }),
    ]
    expect(sitting(await assigned({ bureaus: [near, far], people }))).toEqual({
      '1-chair-1': 'second',
      '2-chair-1': 'first',
    })
  })

  test('who fits in no seat that is left is passed over, and it is said', async () => {
    const people = [
      ofA('first', { category: 'magistrates', notIn: [far.id] }),
      ofA('second', { category: 'lawyers', notIn: [far.id] }),
      ofA('third', { category: 'teachers' }),
    ]
    const assignment = await assigned({ bureaus: [near, far], people })
    expect(sitting(assignment)).toEqual({ '1-chair-1': 'first', '2-chair-1': 'third' })
    expect(assignment.seated[1]!.because).toContainEqual({ code: 'others-did-not-fit', people: 1 })
  })

  test('other voters sit only where the list is too short', async () => {
    const other = aPerson('other', { list: 'OTHER', home: aPlace(0) })
    expect(sitting(await assigned({ bureaus: [near], people: [other, magistrate] }))).toEqual({
      '1-chair-1': 'magistrate',
    })
    expect(
      Object.values(sitting(await assigned({ bureaus: [near, far], people: [other, magistrate] }))),
    ).toContain('other')
  })

  test('federally an assessor sits in their own section, and elsewhere only where voters of it lack', async () => {
    const bureaus = [aBureau('1', { ASSESSOR: 1 }), aBureau('2', { ASSESSOR: 2 })]
    const people = ['1', '1', '2'].map((section, at) =>
      aPerson(`p${at}`, { drawRank: at + 1, voterOf: { section } }),
    )
    expect(sitting(await assigned({ rules: ofFederal, bureaus, people }))).toEqual({
      '1-assessor-1': 'p0',
      '2-assessor-1': 'p2',
      '2-assessor-2': 'p1',
    })
  })

  test.each([
    ['selection-is-law', { rules: ofFederal, selection: 'FREE' as const, people: [teacher] }],
    ['category-unknown', { people: [aPerson('x', { list: 'A', category: 'bakers' })] }],
    ['not-drawn', { people: [aPerson('x', { drawRank: undefined })] }],
    ['same-id-twice', { people: [teacher, teacher] }],
    ['fixed-unknown', { people: [teacher], fixed: new Map([['1-chair-1', 'nobody']]) }],
    ['worth-not-whole', { people: [], wishes: { household: -1 } }],
  ])('refuses: %s', async (because, task) => {
    expect(await assignSeats({ rules: ofLocal, bureaus: [near], ...task })).toMatchObject({
      ok: false,
      because,
    })
  })
})

describe('no seat', () => {
  test('is filled against a rule, and it says what keeps everybody out', async () => {
    const people = [
      aPerson('a', { list: 'A', category: 'lawyers', candidate: true }),
      aPerson('b', { list: 'A', category: 'lawyers', age: 17 }),
      aPerson('c', { list: 'A', category: 'lawyers', voterOf: { municipality: 'maandorp' } }),
      aPerson('d'),
    ]
    const { seated, empty } = await assigned({ bureaus: [near], people })
    const refused = { candidate: 1, age: 1, area: 1, list: 1 }
    expect({ seated, empty }).toEqual({
      seated: [],
      empty: [{ seat: '1-chair-1', because: { code: 'nobody', refused } }],
    })
  })

  test('is left without a word: all sit, or the chair names the secretary', async () => {
    const bureau = aBureau('1', { ASSESSOR: 2, SECRETARY: 1 })
    expect((await assigned({ bureaus: [bureau], people: [aPerson('a')] })).empty).toEqual([
      { seat: '1-assessor-2', because: { code: 'all-sit', people: 1 } },
      { seat: '1-secretary-1', because: { code: 'not-from-lists' } },
    ])
  })
})

describe('wishes', () => {
  test("last time's chair comes back for what it is worth", async () => {
    const chair = (id: string, east: number, but: Partial<ListedPerson> = {}) =>
      aPerson(id, { list: 'A', category: 'lawyers', home: aPlace(east), ...but })
    const people = [chair('a', 0, { chairedLast: '2' }), chair('b', 4000)]
    expect(sitting(await assigned({ bureaus: [near, far], people }))).toMatchObject({ '1-chair-1': 'a' })
    const back = await assigned({ bureaus: [near, far], people, wishes: { lastChair: 9000 } })
    expect(sitting(back)).toMatchObject({ '2-chair-1': 'a' })
    expect(back.seated[1]!.because).toContainEqual({ code: 'last-chair', kept: true })
  })

  test('a household is kept apart from one who sits already', async () => {
    const bureaus = [
      aBureau('1', { CHAIR: 1, ASSESSOR: 1 }, { place: aPlace(0) }),
      aBureau('2', { ASSESSOR: 1 }, { place: aPlace(5000) }),
    ]
    const people = [
      aPerson('a', { list: 'A', category: 'lawyers', household: 'oak', home: aPlace(0) }),
      aPerson('b', { household: 'oak', home: aPlace(0) }),
      aPerson('c', { home: aPlace(4000) }),
    ]
    expect(sitting(await assigned({ bureaus, people }))).toMatchObject({ '1-assessor-1': 'b' })
    const apart = await assigned({ bureaus, people, wishes: { household: 20_000 } })
    expect(sitting(apart)).toMatchObject({ '2-assessor-1': 'b' })
    expect(apart.sum.missed.household).toBe(0)
  })
})

describe('a change by hand', () => {
  const dice = diceFrom(3)
  const town = aTown(12, ofLocal, dice.roll)

  test('is kept, says against which rule it goes, and the others stay where they were', async () => {
    const first = await assigned(town)
    const { seat } = first.seated.find((one) => one.seat === 'b3-assessor-1')!
    const candidate = aPerson('candidate', { candidate: true })
    const people = [...town.people, candidate]
    const before = new Map(Object.entries(sitting(first)))
    const changed = await assigned({ ...town, people, before, fixed: new Map([[seat, 'candidate']]) })
    const moved = changed.seated.filter((one) => before.get(one.seat) !== one.person)
    expect(changed.seated.find((one) => one.seat === seat)).toMatchObject({
      person: 'candidate',
      because: [{ code: 'fixed', against: 'candidate' }, { code: 'distance-unknown' }],
    })
    // Who was put out comes by law before the last of the substitutes.
    expect(moved.length).toBeLessThanOrEqual(4)
  })

  test('of nothing leaves everybody where they were', async () => {
    const first = await assigned(town)
    const before = new Map(Object.entries(sitting(first)))
    expect(sitting(await assigned({ ...town, before }))).toEqual(sitting(first))
  })
})

test('in whatever order seats and people come, the same people sit in the same seats', async () => {
  const dice = diceFrom(7)
  const town = aTown(20, ofLocal, dice.roll)
  const wishes = { experience: 3000, household: 3000 }
  const first = await assigned({ ...town, wishes })
  for (let round = 0; round < 3; round++) {
    const shuffled = <T>(all: readonly T[]) => all.toSorted(() => dice.roll() - 0.5)
    const bureaus = shuffled(town.bureaus).map((bureau) => ({ ...bureau, seats: shuffled(bureau.seats) }))
    expect(await assigned({ ...town, bureaus, people: shuffled(town.people), wishes })).toEqual(first)
  }
})

test('places at the same spot are told apart by the ids alone', async () => {
  const spot = aPlace(100)
  const bureaus = ['1', '2', '3', '4'].map((id) => aBureau(id, { ASSESSOR: 2 }, { place: spot }))
  const people = Array.from({ length: 8 }, (_, at) => aPerson(`p${at}`, { home: aPlace(0) }))
  const first = await assigned({ bureaus, people })
  const turned = await assigned({ bureaus: bureaus.toReversed(), people: people.toReversed() })
  expect(sitting(turned)).toEqual(sitting(first))
})
