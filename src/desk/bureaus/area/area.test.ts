import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { htmlFaults } from '../../../../test/html-faults.ts'
import { endAuthority, grantAuthority, keptBureaus } from '../../../bureaus/index.ts'
import { adopted, aMember, aPollingBureau, aProposal, withSections } from '../../../bureaus/testing.ts'
import { addElection, type Election } from '../../../elections/index.ts'
import { addMunicipality } from '../../../municipalities/index.ts'
import { aMunicipality } from '../../../municipalities/testing.ts'
import { latestAuditEvents } from '../../../platform/audit.ts'
import { staffOf } from '../../../platform/db/scope.ts'
import { createWeb } from '../../../server.ts'
import { paths } from '../../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../../testing.ts'
import { texts as deskTexts } from '../../texts.nl.ts'
import { texts } from './texts.nl.ts'

/** A court sees all municipalities of its area together, of which two are granted here; a third is another court's. */

let trial: DeskTrial
let magistrate: Visitor
let there: Election
let foreign: Election
const court = { enterpriseNumber: '1999000744', name: 'Vredegerecht Zonnedorp', kind: 'COURT' } as const
const otherCourt = { ...court, enterpriseNumber: '1999000942', name: 'Vredegerecht Elders' } as const

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  there = trial.otherElection
  foreign = await aThirdMunicipality()
  magistrate = await trial.visitor('magistraat')
  await granted(there, court)
  await granted(foreign, otherCourt)
  for (const [at, election] of [trial.election, there, foreign].entries())
    await withBureaus(election, at * 10)
})
afterAll(() => trial.close())

async function aThirdMunicipality(): Promise<Election> {
  const document = aMunicipality(3, { enterpriseNumber: '1999001041' })
  const added = await addMunicipality(trial.deps, { document, by: 'test' })
  if (!added.ok) throw new Error(JSON.stringify(added))
  const { municipalityId } = added
  const { code: _, ...copied } = { ...trial.election }
  const election = await addElection(trial.deps, {
    ...{ municipalityId, by: 'test' },
    document: {
      ...{ code: 'verkiezing-vreemd', name: copied.name, rulesetId: copied.ruleset.id },
      ...{ pollingDay: copied.pollingDay, votingMode: copied.votingMode },
    },
  })
  if (!election.ok) throw new Error(JSON.stringify(election))
  return election.election
}

async function sameCode(municipalityId: Election['municipalityId']): Promise<Election> {
  const document = {
    ...{ code: 'zelfde', name: 'Zelfde', rulesetId: 'lpkd-2030' },
    ...{ pollingDay: '2030-10-13', votingMode: 'PAPER' },
  }
  const added = await addElection(trial.deps, { municipalityId, document, by: 'test', besideOthers: true })
  if (!added.ok) throw new Error(JSON.stringify(added))
  return added.election
}

async function granted(election: Election, authority: Parameters<typeof grantAuthority>[1]['authority']) {
  expect((await grantAuthority(trial.deps, { election, authority, by: 'test' })).ok).toBe(true)
}

/** Two polling bureaus, and a chair and an assessor who are proposed for the first. */
async function withBureaus(election: Election, from: number): Promise<void> {
  await withSections(trial.database, election, [1, 2])
  await adopted(trial.deps, election, [aPollingBureau(1), aPollingBureau(2)])
  const [first] = await trial.database.inScope(staffOf(election.municipalityId), (db) =>
    keptBureaus(db, election),
  )
  for (const [at, { seatId }] of first!.seats.slice(0, 2).entries()) {
    const memberId = await aMember(trial.deps, election, from + at + 1)
    await aProposal(trial.deps, { election, seatId, memberId })
  }
}

const read = async (address: string, visitor = magistrate) => (await visitor.get(address)).text()
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const eventsOf = (election: Election) =>
  trial.database.inScope(staffOf(election.municipalityId), (db) =>
    latestAuditEvents(db, election.municipalityId, 50),
  )

describe('the area of a court', () => {
  test('is a line for each municipality, with the sum of both', async () => {
    const start = textOf(await read(paths.start()))
    expect(start).toContain('Zonnedorp 1 2 0 0 4 2')
    expect(start).toContain('Zonnedorp 2 2 0 0 4 2')
    expect(start).toContain('Samen 4 0 0 8 4')
    expect(start).not.toContain('Zonnedorp 3')
  })

  test('has all bureaus in one list, by kind and by how they stand', async () => {
    const all = textOf(await read(paths.areaBureaus()))
    expect(all).toContain('4 van 4 bureaus')
    expect(textOf(await read(`${paths.areaBureaus()}?soort=COUNTING`))).toContain('0 van 4 bureaus')
    expect(textOf(await read(`${paths.areaBureaus()}?stand=voorgedragen`))).toContain('2 van 4 bureaus')
    const rest = textOf(await read(`${paths.areaBureaus()}?vanaf=zonnedorp-1.2`))
    expect(rest).not.toContain('Zonnedorp 1 Stembureau')
    expect(rest).toContain('Zonnedorp 2 Stembureau 1')
  })

  test('leads into another municipality, onto the page that was asked', async () => {
    const visitor = await trial.visitor('magistraat')
    const to = { gemeente: 'zonnedorp-2', verkiezing: there.code, deel: 'bureaus', welke: '2' }
    const moved = await visitor.post(paths.otherMunicipality(), to)
    expect(moved.headers.get('Location')).toBe(paths.bureau({ election: there.code, number: 2 }))
  })

  test('is found again at an address that was kept, from another municipality', async () => {
    const visitor = await trial.visitor('magistraat')
    const kept = paths.bureau({ election: there.code, number: 1 })
    const page = await visitor.get(kept)
    const html = await page.text()
    expect([page.status, html.includes(texts.elsewhere.go('Zonnedorp 2'))]).toEqual([404, true])
    expect(await (await visitor.get(paths.bureaus({ election: foreign.code }))).text()).not.toContain(
      'Zonnedorp 3',
    )
    const went = await visitor.post(paths.otherMunicipality(), { gemeente: 'zonnedorp-2', naar: kept })
    expect(went.headers.get('Location')).toBe(kept)
    const away = { gemeente: 'zonnedorp-2', naar: '//elders.example/loket' }
    expect(
      (await (await trial.visitor('magistraat')).post(paths.otherMunicipality(), away)).headers.get(
        'Location',
      ),
    ).toBe(paths.start())
  })

  test('is found again where each municipality has an election of the same code', async () => {
    const visitor = await trial.visitor('magistraat')
    const ends = [
      await sameCode(trial.here),
      await sameCode(there.municipalityId),
      await sameCode(foreign.municipalityId),
    ]
    const kept = paths.bureau({ election: 'zelfde', number: 77 })
    const before = await (await visitor.get(kept)).text()
    expect(before, 'granted nowhere').toContain(deskTexts.refusals.notFound.text)
    await granted(ends[0]!, court)
    expect(await (await visitor.get(kept)).text(), 'granted here alone').toContain(
      deskTexts.refusals.notFound.text,
    )
    await granted(ends[1]!, court)
    await granted(ends[2]!, otherCourt)
    const page = await visitor.get(kept)
    const html = await page.text()
    expect([page.status, html.includes(texts.maybeElsewhere.text)]).toEqual([404, true])
    expect(html).toContain(texts.elsewhere.go('Zonnedorp 2'))
    expect(await htmlFaults(html)).toEqual([])
    expect(html, 'the own one').not.toContain(texts.elsewhere.go('Zonnedorp 1'))
    expect(html, 'of another court').not.toContain('Zonnedorp 3')
    const went = await visitor.post(paths.otherMunicipality(), { gemeente: 'zonnedorp-2', naar: kept })
    expect(went.headers.get('Location')).toBe(kept)
    for (const election of ends.slice(0, 2))
      await endAuthority(trial.deps, { election, enterpriseNumber: court.enterpriseNumber, by: 'test' })
  })

  test('has a board, and a stream of it', async () => {
    const board = await read(paths.areaBoard())
    expect(board).toContain('data-live="complete-zonnedorp-2"')
    expect(textOf(board)).toContain('0 van 2')
    const stream = await magistrate.get(paths.areaBoardStream())
    const { value } = await stream.body!.getReader().read()
    const told = new TextDecoder().decode(value)
    expect(told).toContain('"total":4')
    expect(told).not.toContain('zonnedorp-3')
  })

  test('is closed to everybody of a municipality', async () => {
    for (const role of ['lezer', 'medewerker', 'stembureaus', 'griffier', 'beheerder'] as const)
      for (const address of [
        paths.areaBureaus(),
        paths.areaProposals(),
        paths.areaExcuses(),
        paths.areaBoard(),
        paths.areaBoardStream(),
      ])
        expect((await (await trial.visitor(role)).get(address)).status, `${role} ${address}`).toBe(403)
  })
})

describe('proposals of the whole area', () => {
  test('are shown with a trace in each municipality, and signed from one page', async () => {
    const page = await read(paths.areaProposals())
    expect(textOf(page)).toContain('4 van 4 voordrachten')
    for (const election of [trial.election, there])
      expect((await eventsOf(election)).some(({ action }) => action === 'bureaus.shown')).toBe(true)
    const named = [...page.matchAll(/name="voordracht" value="([^"]+)"/g)].map(([, value]) => value!)
    const body = new URLSearchParams({ _csrf: magistrate.csrf })
    for (const one of named) body.append('voordracht', one)
    const signed = await trial.web.request(paths.areaDesignate(), {
      method: 'POST',
      headers: { Cookie: magistrate.cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: body.toString(),
    })
    expect(signed.headers.get('Location')).toBe(`${paths.areaProposals()}?gelukt=designated`)
    expect(textOf(await read(paths.areaProposals()))).toContain(texts.proposals.empty)
    const stepped = (await eventsOf(there)).find(({ action }) => action === 'bureaus.assignment-stepped')
    expect(stepped?.actor, 'somebody of that municipality, not of where one logged in').not.toBe(
      magistrate.staffId,
    )
  })

  test('of another area are not signed, whatever the form says', async () => {
    const bureaus = await trial.database.inScope(staffOf(foreign.municipalityId), (db) =>
      keptBureaus(db, foreign),
    )
    const named = `${foreign.electionId} ${bureaus[0]!.seats[0]!.seatId} 1`
    const signed = await magistrate.post(paths.areaDesignate(), { voordracht: named })
    expect(signed.status).toBe(422)
    expect(await signed.text()).toContain(texts.proposals.nobody)
  })

  test('open the polling day on which they wait, and not an earlier one with nothing', async () => {
    const document = {
      ...{ code: 'later', name: 'Later', rulesetId: 'lpkd-2030' },
      ...{ pollingDay: '2030-10-13', votingMode: 'PAPER' },
    }
    const facts = { municipalityId: trial.here, document, by: 'test', besideOthers: true }
    const added = await addElection(trial.deps, facts)
    if (!added.ok) throw new Error(JSON.stringify(added))
    await granted(added.election, court)
    expect(textOf(await read(paths.start())), 'the nearest').toMatch(/op (\w+ )?10 juni 2029/)
    await withBureaus(added.election, 30)
    expect(textOf(await read(paths.start()))).toMatch(/op (\w+ )?13 oktober 2030/)
    await endAuthority(trial.deps, {
      ...{ election: added.election, enterpriseNumber: court.enterpriseNumber, by: 'test' },
    })
  })

  test('are not for a main bureau where the law gives them to the magistrate', async () => {
    await granted(trial.election, { ...court, kind: 'CONSTITUENCY_MAIN' })
    expect((await magistrate.get(paths.bureauProposals({ election: trial.election.code }))).status).toBe(403)
    expect((await magistrate.get(paths.readerKey({ election: trial.election.code }))).status).toBe(403)
    const bureaus = await magistrate.get(paths.bureaus({ election: trial.election.code }))
    expect(bureaus.status).toBe(200)
    const excuses = paths.excuses({ election: trial.election.code })
    expect((await magistrate.get(excuses)).status, 'nor is why somebody asks to be excused').toBe(403)
    expect(await bureaus.text()).not.toContain(excuses)
    await granted(there, { ...court, kind: 'CONSTITUENCY_MAIN' })
    const start = textOf(await read(paths.start()))
    expect(start, 'nothing waits for who may not sign').not.toContain('die wacht')
    expect(start).toContain('Zonnedorp 1 2 0 0 4 Zonnedorp 2')
    await granted(there, court)
    await granted(trial.election, court)
  })
})

test('one key opens documents in all municipalities in which they decide, also in one that came later', async () => {
  const address = paths.readerKey({ election: trial.election.code })
  expect(textOf(await read(address))).toContain('U beslist ook in Zonnedorp 2')
  const passphrase = 'zeven grijze ganzen'
  await endAuthority(trial.deps, { election: there, enterpriseNumber: court.enterpriseNumber, by: 'test' })
  await magistrate.post(address, { wachtzin: passphrase, 'wachtzin-nogmaals': passphrase })
  await granted(there, court)
  expect(textOf(await read(address))).toContain('ook in Zonnedorp 2, en daar hebt u nog geen sleutel')
  await magistrate.post(paths.carryReaderKey({ election: trial.election.code }), {})
  const after = textOf(await read(address))
  expect(after).toContain('Dezelfde sleutel geldt ook in Zonnedorp 2.')
  expect(after).not.toContain('nog geen sleutel')
})

test('a grant that is taken back ends at once, and with the last of them the session', async () => {
  const visitor = await trial.visitor('magistraat')
  const { enterpriseNumber } = court
  await endAuthority(trial.deps, { election: there, enterpriseNumber, by: 'test' })
  expect(textOf(await read(paths.start(), visitor))).not.toContain('Zonnedorp 2')
  expect(textOf(await read(paths.areaBureaus(), visitor))).toContain('2 van 2 bureaus')
  const to = { gemeente: 'zonnedorp-2', verkiezing: there.code, deel: 'bureaus' }
  expect((await visitor.post(paths.otherMunicipality(), to)).status).toBe(404)
  await endAuthority(trial.deps, { election: trial.election, enterpriseNumber, by: 'test' })
  expect((await visitor.get(paths.areaBureaus())).status).toBe(303)
})
