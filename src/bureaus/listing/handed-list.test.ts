import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { latestAuditEvents } from '../../platform/audit.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import { testTypesetter } from '../../platform/pdf/testing.ts'
import { testNumber } from '../../voters/testing.ts'
import { grantAuthority } from '../authorities/grant-authority.ts'
import { freezeDraw } from '../drawing/freeze-draw.ts'
import { holdDraw } from '../drawing/hold-draw.ts'
import { aFederalElection, aLocalElection, bureauDeps, withSections } from '../testing.ts'
import { adoptList } from './adopt-list.ts'
import { handedListCsv, handedListDocument, handedListPdf } from './handed-list-files.ts'
import { droppedOutOfListB, peopleOfListB } from './list-b-people-overview.ts'
import { memberLists } from './member-list-store.ts'
import { listsSentTo, openHandedList } from './open-handed-list.ts'
import { reopenList } from './reopen-list.ts'
import { sendList } from './send-list.ts'
import { aKeeper, aNaming, candidatesAre, importNamings, withVoters } from './testing.ts'

/** Lists A and B as they are adopted, handed over and read by who gets them. */

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps>
let municipalityId = 0 as MunicipalityId
let election: Election
const court = '1999000744'
const canton = '1999000942'

beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(() => {
  deps = bureauDeps(database)
  municipalityId = (municipalityId + 1) as MunicipalityId
})
afterAll(() => database.close())

const inScope = <T>(work: (db: Db) => Promise<T>) => database.inScope(staffOf(municipalityId), work)
const decision = { decision: 'CBS 2030/120', decidedOn: '2030-08-19', by: 'clerk' }
const adopt = (kind: 'A' | 'B') => adoptList(deps, { election, kind, ...decision })
const open = (kind: 'A' | 'B', receiver?: string, version = 1) =>
  openHandedList(deps, { election, kind, version, by: 'somebody', receiver, form: 'csv' })
const linesOf = (csv: string) => csv.trim().split('\r\n')

async function drawn(): Promise<void> {
  const knownAt = new Date(deps.clock.now().getTime() + 3_600_000)
  const announced = { publicSource: 'Lotto', knownAt, dice: 2, twoPeople: true }
  expect(await freezeDraw(deps, { election, staff: aKeeper(election, 'a'), ...announced })).toMatchObject({
    ok: true,
  })
  deps.clock.moveTo(new Date(knownAt.getTime() + 60_000).toISOString())
  const spoken = { publicValue: '4 8 15 16 23 42', dice: [3, 6] }
  expect(await holdDraw(deps, { election, staff: aKeeper(election, 'b'), ...spoken })).toMatchObject({
    ok: true,
  })
}

async function local(): Promise<void> {
  election = await aLocalElection(database, municipalityId)
  await withSections(database, election, [1, 2])
  await withVoters(deps, election, 60, (n) => 1 + (n % 2))
}

describe('list A', () => {
  test('is handed over in the order of the law, with what LPKD 44 asks and no national number', async () => {
    await local()
    await importNamings(
      deps,
      election,
      aNaming(1, { place: '2' }),
      aNaming(2, { place: '1' }),
      aNaming(3, { category: 'magistrates' }),
    )
    expect(await adopt('A')).toMatchObject({ ok: true, people: 3, dropped: 0 })
    const opened = await open('A')
    if (!opened.ok) throw new Error(opened.because)
    const [head, ...rows] = linesOf(handedListCsv(opened))
    expect(head).toBe('Categorie;Naam;Voornamen;Geboortedatum;Hoofdverblijfplaats;Beroep')
    expect(rows.map((row) => row.split(';').slice(0, 2))).toEqual([
      ['Magistraten', 'Peeters 3'],
      ['Onderwijzend personeel', 'Peeters 2'],
      ['Onderwijzend personeel', 'Peeters 1'],
    ])
    expect(
      rows.every((row) => row.split(';')[4] !== ''),
      'a residence for each',
    ).toBe(true)
    expect(JSON.stringify(opened.people)).not.toContain(testNumber(1))
  })

  test('is what was adopted, whatever changed since; who may not be called is not on it', async () => {
    await local()
    await importNamings(deps, election, aNaming(1), aNaming(2), aNaming(99))
    await candidatesAre(deps, election, 2)
    expect(await adopt('A')).toMatchObject({ people: 1 })
    await candidatesAre(deps, election, 1)
    const opened = await open('A')
    expect(opened.ok && opened.people.map(({ lastName }) => lastName)).toEqual(['Peeters 1'])
    expect(
      await sendList(deps, { election, kind: 'A', sentTo: 'X', sentOn: '2030-08-20', by: 'c' }),
    ).toMatchObject({
      because: 'list-differs',
    })
    await reopenList(deps, { election, kind: 'A', reason: 'kandidaat', by: 'c' })
    expect(await open('A', undefined, 2)).toMatchObject({ because: 'no-such-list' })
    expect(await adopt('A')).toMatchObject({ people: 1 })
    const second = await open('A', undefined, 2)
    expect(second.ok && second.people.map(({ lastName }) => lastName)).toEqual(['Peeters 2'])
  })

  test('of before its content was kept is made anew when it is the same still, and else refused', async () => {
    await local()
    await importNamings(deps, election, aNaming(1), aNaming(2))
    await adopt('A')
    await inScope((db) =>
      sql`delete from bureaus.list_content where municipality_id = ${municipalityId}`.execute(db),
    )
    expect(await open('A')).toMatchObject({ ok: true })
    await candidatesAre(deps, election, 1)
    expect(await open('A')).toMatchObject({ because: 'content-not-kept' })
  })
})

describe('who gets it', () => {
  test('reads what was sent to it and nothing else, with a trace and when it was first', async () => {
    await local()
    await importNamings(deps, election, aNaming(1))
    await adopt('A')
    const sending = { election, kind: 'A', sentTo: '', sentOn: '2030-08-20', by: 'clerk' } as const
    expect(await sendList(deps, { ...sending, sentToNumber: court })).toMatchObject({
      because: 'no-such-authority',
    })
    for (const [enterpriseNumber, kind] of [
      [court, 'COURT'],
      [canton, 'MUNICIPAL_MAIN'],
    ] as const)
      await grantAuthority(deps, {
        ...{ election, by: 'x' },
        authority: { enterpriseNumber, kind, name: `Naam ${kind}` },
      })
    expect(await sendList(deps, { ...sending, sentToNumber: canton }), 'it does not designate').toMatchObject(
      {
        because: 'no-such-authority',
      },
    )
    expect(await open('A', court), 'not sent yet').toMatchObject({ because: 'no-such-list' })
    expect(await sendList(deps, { ...sending, sentToNumber: court })).toEqual({ ok: true })
    expect(await open('A', canton)).toMatchObject({ because: 'no-such-list' })
    expect(await open('A')).toMatchObject({ ok: true })
    const before = (await inScope((db) => memberLists(db, election, 'A')))[0]!
    expect([before.sentTo, before.openedAt]).toEqual(['Naam COURT', undefined])
    expect(await open('A', court)).toMatchObject({ ok: true })
    const [sent] = await inScope((db) => listsSentTo(db, election, court))
    expect(sent!.openedAt).toEqual(deps.clock.now())
    const [event] = await inScope((db) => latestAuditEvents(db, municipalityId, 1))
    expect(event).toMatchObject({
      action: 'bureaus.list-taken',
      details: { kind: 'A', version: 1, people: 1, nationalNumbers: false },
    })
  })
})

describe('list B', () => {
  test('leaves out who became a candidate or came on list A since the draw, and the next in the queue takes the place', async () => {
    await local()
    await drawn()
    const first = await inScope((db) => peopleOfListB(db, election))
    expect(first.filter(({ section }) => section === 1).map(({ rank }) => rank)).toEqual(
      Array.from({ length: 12 }, (_, at) => at + 1),
    )
    const numberOf = async (section: number, rank: number) => {
      const { rows } = await inScope((db) =>
        sql<{ number: number }>`
          select v.list_number as number from bureaus.drawn_person d
          join voters.voter v on v.nrn_index = d.nrn_index and v.election_id = d.election_id
            and v.municipality_id = d.municipality_id
          where d.unit = ${`section-${section}`} and d.rank = ${rank} and d.municipality_id = ${municipalityId}`.execute(
          db,
        ),
      )
      return rows[0]!.number - 1
    }
    await candidatesAre(deps, election, await numberOf(1, 2), await numberOf(1, 20))
    await importNamings(deps, election, aNaming(await numberOf(2, 1)))
    const dropped = await inScope((db) => droppedOutOfListB(db, election))
    expect(dropped.map(({ section, rank, why }) => [section, rank, why])).toEqual([
      [1, 2, 'candidate'],
      [2, 1, 'on-list-a'],
    ])
    expect(
      dropped.every(({ lastName }) => lastName),
      'with a name, for the clerk',
    ).toBe(true)
    expect(await adopt('B')).toMatchObject({ ok: true, people: 24, dropped: 2 })
    const opened = await open('B')
    if (!opened.ok) throw new Error(opened.because)
    const ranks = (section: number) =>
      opened.people.filter((one) => one.section === section).map(({ rank }) => rank)
    expect(ranks(1)).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
    expect(ranks(2)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
    expect(linesOf(handedListCsv(opened))[0]).toBe(
      'Stemafdeling;Plaats in de loting;Naam;Voornamen;Geboortedatum;Hoofdverblijfplaats',
    )
  })

  test('of a federal election has the national numbers that KWB 95 § 12 asks, and its log says so', async () => {
    election = await aFederalElection(database, municipalityId)
    deps = bureauDeps(database, '2029-04-20T08:00:00Z')
    await withSections(database, election, [1])
    await withVoters(deps, election, 40)
    await importNamings(deps, election, aNaming(1))
    const early = { decision: 'CBS 2029/1', decidedOn: '2029-04-20', by: 'clerk' }
    expect(await adoptList(deps, { election, kind: 'A', ...early })).toMatchObject({ ok: true })
    await drawn()
    expect(await adoptList(deps, { election, kind: 'B', ...early })).toMatchObject({ people: 24 })
    const opened = await open('B')
    if (!opened.ok) throw new Error(opened.because)
    const [head, row] = linesOf(handedListCsv(opened))
    expect(head).toBe(
      'Stemafdeling;Plaats in de loting;Naam;Voornamen;Rijksregisternummer;Hoofdverblijfplaats;Beroep',
    )
    expect(row).toMatch(/^1;1;[^;]+;[^;]+;\d\d\.\d\d\.\d\d-\d{3}\.\d\d;/)
    const [event] = await inScope((db) => latestAuditEvents(db, municipalityId, 1))
    expect(event!.details).toMatchObject({ nationalNumbers: true, people: 24 })
    const document = handedListDocument(election, opened)
    expect(document.parts.map(({ title, lines }) => [title, lines.length])).toEqual([
      ['Stemafdeling 1, in de volgorde van de loting', 24],
    ])
    const pdf = await handedListPdf({ database, typesetter: testTypesetter }, { election, opened })
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
  })
})
