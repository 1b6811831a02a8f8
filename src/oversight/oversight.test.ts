import { globSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../test/database.ts'
import { expectOk } from '../../test/expect-ok.ts'
import type { Election } from '../elections/index.ts'
import { addStaff, isStaffRight } from '../municipalities/index.ts'
import { recordAudit } from '../platform/audit.ts'
import { fixedClock } from '../platform/clock.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { StaffId, VoterId } from '../platform/ids.ts'
import { acceptList, findVoters, importVoters, openVoter } from '../voters/index.ts'
import { anElection, aRow, csvOf, sourceOf, testDeps } from '../voters/testing.ts'
import { auditText, knownActions, pastActions } from './audit-texts.nl.ts'
import {
  examineLookUp,
  exportAuditEvents,
  listAuditEvents,
  listUnusualLookUps,
  objectText,
  showPersonEvents,
  watchLookUps,
} from './index.ts'
import { defaultLookUpRules, rulesBrokenBy } from './look-up-rules.ts'

const municipalityId = firstMunicipality
const reason = 'asks for a duplicate'
let database: TestDatabase
let deps: ReturnType<typeof testDeps>
let election: Election
let an: StaffId
let voters: Map<string, VoterId>

beforeAll(async () => {
  database = await testDatabase()
  deps = testDeps(database)
  election = await anElection(database, municipalityId)
  const rows = [
    aRow(0, { last_name: 'Maes' }),
    aRow(1, { last_name: 'De Backer' }),
    aRow(2, { last_name: 'Claes', address_kind: 'PROTECTED' }),
  ]
  expectOk(await importVoters(deps, { election, source: sourceOf(csvOf(rows)), by: 'test' }))
  expectOk(await acceptList(deps, { election, by: 'test' }))
  const facts = {
    municipalityId,
    email: 'an@x.example',
    name: 'An de Backer',
    rights: ['voters.amend'] as const,
  }
  an = expectOk(await addStaff(deps, { ...facts, by: 'test' })).staffId
  voters = new Map(
    await Promise.all(
      ['Maes', 'De Backer', 'Claes'].map(async (name) => {
        const found = expectOk(await findVoters(deps, { election, question: { name }, by: an, reason }))
        return [name, found.voters[0]!.voter.voterId] as const
      }),
    ),
  )
})
afterAll(() => database.close())

const open = (name: string, by: string = an) =>
  openVoter(deps, { election, voterId: voters.get(name)!, by, reason })

describe('a sentence for every action', () => {
  test('that is recorded anywhere, and for no other', () => {
    const kinds = new Set(knownActions.map((action) => action.split('.')[0]))
    const recorded = new Set<string>()
    for (const file of globSync('src/**/*.{ts,tsx}')) {
      if (/\.test\.tsx?$|audit-texts/.test(file)) continue
      const text = readFileSync(file, 'utf8')
      const opening =
        /(?:\bget\([^{]*|\bconst \w+ = )\{[^{}]*audit: '([a-z.-]+)'|noteOpened\(\w+, '([a-z.-]+)'/g
      for (const [, ofRoute, noted] of text.matchAll(opening)) recorded.add(ofRoute ?? noted!)
      if (!/recordAudit/.test(text)) continue
      for (const [, literal] of text.matchAll(/'([a-z]+\.[a-z-]+)'/g))
        if (!isStaffRight(literal!) || text.includes(`action: '${literal}'`)) recorded.add(literal!)
    }
    expect([...recorded].filter((action) => !kinds.has(action.split('.')[0]!))).toEqual([])
    expect([...recorded, ...pastActions].sort()).toEqual([...knownActions].sort())
  })

  test('filled in from the details, and still a sentence without them', () => {
    const text = (action: string, details: object = {}) => auditText({ action, details: { ...details } })
    expect(text('letters.run-asked', { kind: 'withdraw' })).toBe('liet kiesbrieven terugnemen')
    expect(text('letters.run-asked', { kind: 'sample' })).toBe('liet een proef van de kiesbrieven nemen')
    expect(text('voters.searched', { hits: 3, reason })).toBe(
      'zocht in de kiezerslijst: asks for a duplicate',
    )
    expect(text('letters.release-refused')).toBe('weigerde de vrijgave')
    expect(text('letters.withdrawn', { reason: 'struck' })).toBe('trok brieven in: de kiezer is geschrapt')
    expect(text('audit.unusual-look-up', { rule: 'same-name' })).toContain('dezelfde familienaam')
    for (const action of knownActions) expect(text(action), action).not.toMatch(/[{}]|: $|\(/)
  })
})

describe('the overview', () => {
  test('by who, action, period and subject, page after page', async () => {
    await open('Maes')
    const list = (filter: object, more: object = {}) =>
      listAuditEvents(deps, { municipalityId, filter, ...more })
    const opened = await list({ actor: an, action: 'voters.opened' })
    expect(opened.entries[0]).toMatchObject({
      action: 'voters.opened',
      subject: voters.get('Maes'),
      person: { name: 'An de Backer', rights: ['voters.amend'] },
    })
    const all = await list({ action: 'voters' })
    expect(all.entries.every(({ action }) => action.startsWith('voters.'))).toBe(true)
    const pages: number[] = []
    for (let before: number | undefined; ; ) {
      const page = await list({ action: 'voters' }, { limit: 2, before })
      pages.push(...page.entries.map(({ eventId }) => eventId))
      if (page.next === undefined) break
      before = page.next
    }
    expect(pages).toEqual(all.entries.map(({ eventId }) => eventId))
    expect((await list({ from: new Date(Date.now() + 60_000) })).entries).toEqual([])
    expect((await list({ until: new Date(0) })).entries).toEqual([])
    expect((await list({ subjects: ['nobody'] })).entries).toEqual([])
  })

  test('as a file, where no cell is run as a formula, and that is an event too', async () => {
    await database.inScope(staffOf(municipalityId), (db) =>
      recordAudit(db, { municipalityId, actor: '=cmd()', action: 'letters.shown', subject: '@x' }),
    )
    let csv = ''
    for await (const piece of exportAuditEvents(deps, { municipalityId, filter: {}, by: 'test' }))
      csv += piece
    expect(csv.split('\r\n')[0]).toBe('\ufeffwanneer;wie;wat;waarover;handeling;onderwerp;bijzonderheden')
    expect(csv).toContain("'=cmd()")
    expect(csv).toContain("'@x")
    expect(csv).toContain(
      `An de Backer;bekeek de gegevens van een kiezer: asks for a duplicate;Kiezer met volgnummer 1, ${election.name};voters.opened`,
    )
    expect(csv.split('\r\n')[1]).toContain('audit.exported')
  })
})

test('says about what, in words: found now, and nowhere in the log', async () => {
  await open('Maes')
  const bo = {
    municipalityId,
    email: 'bo@x.example',
    name: 'Bo Maes',
    rights: ['desk.read'] as const,
    by: an,
  }
  const { staffId: added } = expectOk(await addStaff(deps, bo))
  const inLog = (action: string, details: object, subject?: string) =>
    database.inScope(staffOf(municipalityId), (db) =>
      recordAudit(db, {
        ...{ municipalityId, actor: an, action, details: { ...details } },
        ...(subject && { subject }),
      }),
    )
  await inLog('calendar.opened', { election: election.code })
  await inLog('desk.refused', {
    event: 'letters.released',
    because: 'right-missing',
    election: election.code,
  })
  await inLog('installation.municipality-added', { nisCode: '99999', municipality: 'Maandorp' })
  await inLog('staff.added', { by: 'login' }, an)
  const { entries } = await listAuditEvents(deps, { municipalityId, filter: { actor: an }, limit: 6 })
  expect(entries.map((entry) => [auditText(entry), objectText(entry)])).toEqual([
    ['kwam erbij als medewerker, bij de eerste aanmelding', ''],
    ['voegde een gemeente toe aan de installatie: NIS-code 99999', 'Gemeente Maandorp'],
    [
      'probeerde iets wat niet mag of niet kan: het recht ontbrak',
      `Poging: gaf kiesbrieven vrij, ${election.name}`,
    ],
    ['bekeek de kalender van de verkiezing', election.name],
    ['voegde een medewerker toe', 'Bo Maes'],
    [`bekeek de gegevens van een kiezer: ${reason}`, `Kiezer met volgnummer 1, ${election.name}`],
  ])
  expect(
    entries.find(({ subject }) => subject === added)?.details,
    'no name is in the log',
  ).not.toHaveProperty('name')
})

test('what was done about one voter, and that it was shown', async () => {
  await open('Claes')
  const show = (facts: object = {}) =>
    showPersonEvents(deps, { election, voterId: voters.get('Claes')!, by: 'test', reason: 'asked', ...facts })
  expect(await show({ reason: '' })).toMatchObject({ because: 'reason-missing' })
  expect(await show({ voterId: election.electionId })).toMatchObject({ because: 'no-such-voter' })
  const first = expectOk(await show()).entries
  expect(first.map(({ action }) => action)).toEqual(['voters.opened', 'voters.searched'])
  expect(first[0]).toMatchObject({ person: { name: 'An de Backer' }, details: { reason } })
  expect(expectOk(await show()).entries[0]).toMatchObject({ action: 'audit.person-shown', actor: 'test' })
  const byNumber = { election, listNumber: 3, by: 'test', reason: 'asked' }
  expect(expectOk(await showPersonEvents(deps, byNumber))).toMatchObject({
    listNumber: 3,
    entries: { length: 4 },
  })
})

describe('look-ups out of the ordinary', () => {
  const later = (minutes: number) => fixedClock(new Date(Date.now() + minutes * 60_000).toISOString())
  const told = async () => {
    const { rows } = await database.inScope(staffOf(municipalityId), (db) =>
      sql<{ rule: string; actor: string; subject: string }>`
        select e.details ->> 'rule' as rule, e.actor, e.subject from platform.audit_event e
        where e.action = 'audit.unusual-look-up' order by e.event_id`.execute(db),
    )
    return rows
  }
  const allDay = { ...defaultLookUpRules, hours: { from: 0, until: 24 } }

  test('a protected address, the same family name, and many voters in an hour are told once', async () => {
    await open('De Backer')
    const watch = () =>
      watchLookUps(
        { database, clock: later(5) },
        { municipalityId, rules: { ...allDay, mostVotersAnHour: 2 } },
      )
    expect(await watch()).toBe(3)
    expect(await watch()).toBe(0)
    expect((await told()).sort((a, b) => a.rule.localeCompare(b.rule))).toEqual([
      { rule: 'many-voters', actor: an, subject: expect.any(String) },
      { rule: 'protected-address', actor: an, subject: voters.get('Claes') },
      { rule: 'same-name', actor: an, subject: voters.get('De Backer') },
    ])
  })

  test('waits until somebody else asked and wrote down what it was, once', async () => {
    const list = (isOpen: boolean) => listUnusualLookUps(deps, { municipalityId, isOpen })
    const { lookUps } = await list(true)
    expect(lookUps).toHaveLength(3)
    const { eventId } = lookUps.find(({ rule }) => rule === 'same-name')!
    const examine = (facts: object = {}) =>
      examineLookUp(deps, { municipalityId, eventId, conclusion: 'a cousin', by: 'test', ...facts })
    expect(await examine({ conclusion: ' ' })).toMatchObject({ because: 'conclusion-missing' })
    expect(await examine({ eventId: 0 })).toMatchObject({ because: 'no-such-look-up' })
    expect(await examine({ by: an })).toMatchObject({ because: 'own-look-up' })
    const both = await Promise.all([examine(), examine()])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ because: 'examined-already' })
    expect((await list(true)).lookUps).toHaveLength(2)
    const [examined] = (await list(false)).lookUps.filter((one) => one.eventId === eventId)
    expect(examined?.examined).toMatchObject({ by: 'test', conclusion: 'a cousin' })
  })

  test('an event of this minute waits for the next turn', async () => {
    await open('Claes', 'command-line')
    expect(await watchLookUps({ database, clock: later(0) }, { municipalityId, rules: allDay })).toBe(0)
  })

  test.each([
    ['2029-05-16T12:00:00Z', []],
    ['2029-05-16T04:59:00Z', ['outside-hours']], // 6:59 in Brussels
    ['2029-05-16T05:00:00Z', []],
    ['2029-05-16T19:00:00Z', ['outside-hours']],
    ['2029-01-16T19:00:00Z', []], // winter: 20:00 in Brussels
  ])('hours are those of Brussels: %s', (moment, expected) => {
    const lookUp = { actor: 'x', subject: null, protectedAddress: false, sameName: false, inTheHour: 1 }
    expect(rulesBrokenBy({ ...lookUp, happenedAt: new Date(moment) }, defaultLookUpRules)).toEqual(expected)
    const noWednesday = { ...defaultLookUpRules, days: [1, 2, 4, 5, 6, 7] }
    const onWednesday = rulesBrokenBy(
      { ...lookUp, happenedAt: new Date('2029-05-16T12:00:00Z') },
      noWednesday,
    )
    expect(onWednesday).toEqual(['outside-hours'])
  })
})
