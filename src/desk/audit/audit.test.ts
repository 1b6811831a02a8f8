import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { knownActions } from '../../oversight/index.ts'
import { withQuery } from '../../platform/http/path.ts'
import type { VoterId } from '../../platform/ids.ts'
import { createWeb } from '../../server.ts'
import { paths } from '../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../testing.ts'
import { lookUpProtected, withVoters } from './testing.ts'
import { texts } from './texts.nl.ts'

let trial: DeskTrial
let reader: Visitor
let counter: Visitor
let voterId: VoterId

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  reader = await trial.visitor('beheerder')
  counter = await trial.visitor('loket')
  await withVoters(trial)
  voterId = await lookUpProtected(trial, counter.staffId)
})
afterAll(() => trial.close())

const read = async (address: string) => (await reader.get(address)).text()
const rowsOf = (html: string) => html.match(/<th scope="row"/g)?.length ?? 0

describe('the log', () => {
  test('shows who did what, and is narrowed by who, kind and period', async () => {
    const all = await read(paths.audit())
    expect(all).toContain('las een kiezerslijst met 3 kiezers in')
    const narrowed = await read(withQuery(paths.audit(), { wie: counter.staffId, soort: 'voters' }))
    expect(narrowed).toContain('bekeek de gegevens van een kiezer: vraagt een duplicaat')
    expect(narrowed).not.toContain('las een kiezerslijst')
    const future = { 'van-day': '1', 'van-month': '1', 'van-year': '2999' }
    expect(await read(withQuery(paths.audit(), future))).toContain(texts.log.empty)
  })

  test('a day that is not there is told, and narrows nothing away in silence', async () => {
    const answer = await reader.get(
      withQuery(paths.audit(), { 'van-day': '31', 'van-month': '2', 'van-year': '2029' }),
    )
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(texts.filter.noSuchDay)
    expect(html).toContain('value="31"')
  })

  test('says which election a page was of, and of whom somebody tried something', async () => {
    await counter.get(paths.duplicates({ election: trial.election.code }))
    await counter.post(paths.certificate({ election: trial.election.code }))
    const html = await read(withQuery(paths.audit(), { wie: counter.staffId }))
    expect(html).toMatch(new RegExp(`opende het loket voor duplicaten</td><td[^>]*>${trial.election.name}<`))
    expect(html).toContain(`Poging: schreef het certificaat, ${trial.election.name}`)
    await counter.get('/loket/verkiezing/jan-peeters/duplicaten')
    expect(await read(withQuery(paths.audit(), { wie: counter.staffId }))).not.toContain('jan-peeters')
  })

  test('who came by a login did not add anybody', async () => {
    const html = await read(withQuery(paths.audit(), { wie: counter.staffId, soort: 'staff' }))
    expect(html).toContain('kwam erbij als medewerker, bij de eerste aanmelding')
    expect(html).not.toContain('voegde een medewerker toe')
  })

  test('names of voters stand nowhere in it', async () => {
    expect(await read(paths.audit())).not.toMatch(/Claes|De Backer/)
  })

  test('goes on page after page, each event once', async () => {
    for (let n = 0; n < 60; n++) await counter.post(paths.auditExport()) // refused, and told
    const first = await read(paths.audit())
    expect(rowsOf(first)).toBe(50)
    const next = first.match(/href="([^"]*)" rel="next"/)![1]!.replaceAll('&amp;', '&')
    const second = await read(next)
    expect(rowsOf(second)).toBeGreaterThan(3)
    expect(second).toContain('Terug naar de eerste rijen')
  })

  test('as a file: what fits the choice, and that it was made', async () => {
    const answer = await reader.post(paths.auditExport(), { soort: 'voters' })
    expect(answer.headers.get('Content-Type')).toContain('text/csv')
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="logboek-2029-05-02.csv"')
    const csv = await answer.text()
    expect(csv).toContain('voters.opened')
    expect(csv).not.toContain('places.imported')
    expect(await read(withQuery(paths.audit(), { soort: 'audit' }))).toContain('voerde het auditlogboek uit')
  })

  test('every kind of event can be chosen', () => {
    const kinds = new Set(knownActions.map((action) => action.split('.')[0]!))
    expect([...kinds].filter((kind) => !Object.hasOwn(texts.kinds, kind))).toEqual([])
  })
})

describe('the ledger of one voter', () => {
  const { ledger, ledgerOfVoter } = paths
  const election = () => trial.election.code

  test('by list number, typed and sent: who, in what role, and why', async () => {
    const answer = await reader.post(ledger({ election: election() }), {
      listNumber: '3',
      reason: 'de kiezer vraagt het',
    })
    const html = await answer.text()
    expect(html).toContain('bekeek de gegevens van een kiezer: vraagt een duplicaat')
    expect(html).toContain('Loketmedewerker')
    expect(html).not.toContain('Claes')
  })

  test('by the id behind a link, for a reason; that it was shown stands in it the next time', async () => {
    const address = ledgerOfVoter({ election: election(), voter: voterId })
    expect(await read(address)).not.toContain('Volgnummer')
    expect((await reader.post(address)).status).toBe(422)
    await reader.post(address, { reason: 'eerste keer' })
    const html = await (await reader.post(address, { reason: 'tweede keer' })).text()
    expect(html).toContain('vroeg op wie de gegevens van deze kiezer bekeek')
  })

  test.each([
    [{ reason: 'vraag' }, texts.ledger.noNumber],
    [{ listNumber: '3', reason: '' }, texts.because['reason-missing']],
    [{ listNumber: '99', reason: 'vraag' }, texts.because['no-such-voter']],
    [{ listNumber: '61010112345', reason: 'vraag' }, texts.ledger.noNumber],
  ])('%o is told what is wrong', async (fields, sentence) => {
    const answer = await reader.post(ledger({ election: election() }), fields)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(sentence)
  })

  test('what is no id is not found', async () => {
    expect((await reader.get(ledgerOfVoter({ election: election(), voter: 'Claes' }))).status).toBe(404)
  })
})

describe('a look-up that stands out', () => {
  test('is told on the first page, says its rule and what to do, and waits until somebody asked', async () => {
    expect(await read(paths.start())).toContain('1 opzoeking van een kiezer valt op')
    expect(await (await counter.get(paths.start())).text()).not.toContain('valt op')
    const list = await read(paths.unusualLookUps())
    expect(list).toContain('De kiezer heeft een afgeschermd adres.')
    const address = list.match(/href="(\/loket\/logboek\/opvallend\/\d+)"/)![1]!
    const one = await read(address)
    expect(one).toContain(paths.ledgerOfVoter({ election: trial.election.code, voter: voterId }))
    expect((await reader.post(address)).status).toBe(422)
    const conclusion = 'stond aan het loket'
    expect((await reader.post(address, { conclusion })).headers.get('Location')).toContain('look-up-examined')
    expect(await read(paths.unusualLookUps())).toContain(texts.unusual.empty)
    expect(await read(withQuery(paths.unusualLookUps(), { toon: 'alle' }))).toContain(conclusion)
    expect(await read(paths.start())).not.toContain('valt op')
  })

  test('that is not there is not found', async () => {
    expect((await reader.get(paths.unusualLookUp({ lookUp: 1 }))).status).toBe(404)
    expect((await reader.get(paths.unusualLookUp({ lookUp: '9'.repeat(30) }))).status).toBe(404)
  })
})
