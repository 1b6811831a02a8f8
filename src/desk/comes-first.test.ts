import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closedList } from '../letters/testing.ts'
import { createWeb } from '../server.ts'
import { paths } from './paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from './testing.ts'

/** Where nothing can come of a button yet, a page says what has to be done before, and leads there. */

let trial: DeskTrial
let clerk: Visitor
let counter: Visitor
const at = () => ({ election: trial.election.code })

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  clerk = await trial.visitor('medewerker')
  counter = await trial.visitor('loket')
})
afterAll(() => trial.close())

const main = async (who: Visitor, address: string) =>
  /<main[\s\S]*<\/main>/.exec(await (await who.get(address)).text())![0].replace(/<nav[\s\S]*?<\/nav>/g, '')

describe('before there is a list', () => {
  test.each([
    ['the proof', () => paths.proof(at()), 'Proef nemen', () => paths.voters(at())],
    ['composing', () => paths.letters(at()), 'Brieven opmaken</button>', () => paths.voters(at())],
    ['print files', () => paths.printFiles(at()), 'Maak de drukbestanden', () => paths.voters(at())],
    ['returned post', () => paths.returned(at()), 'Noteer</button>', () => paths.printFiles(at())],
    ['the certificate', () => paths.certificate(at()), 'Schrijf het certificaat', () => paths.voters(at())],
    ['the delivery', () => paths.deliveries(at()), '<button', () => paths.release(at())],
    ['looking for a voter', () => paths.voterSearch(at()), 'Zoeken</button>', () => paths.voters(at())],
    ['accepting', () => paths.votersAccept(at()), 'Lijst aanvaarden</button>', () => paths.voters(at())],
    ['closing', () => paths.votersClose(at()), 'Lijst afsluiten</button>', () => paths.voters(at())],
    ['the report', () => paths.votersReport(at()), '<button', () => paths.voters(at())],
    ['corrections', () => paths.corrections(at()), '<button', () => paths.voters(at())],
    ['amendments', () => paths.amendByFile(at()), 'Verstuur en kijk na', () => paths.voters(at())],
  ])('%s offers no button, but the way to what comes first', async (_, address, button, first) => {
    const html = await main(clerk, address())
    expect(html).not.toContain(button)
    expect(html).toContain(`<a href="${first()}">`)
  })

  test('at the counter there is nobody to look for, nor a list to print', async () => {
    const html = await main(counter, paths.duplicates(at()))
    expect(html).toContain('Er is nog geen kiezerslijst in gebruik.')
    expect(html).not.toContain('name="zoek"')
    expect(await main(counter, paths.emergencyList(at()))).not.toContain('<button')
  })

  test('the server refuses whoever posts all the same', async () => {
    expect((await clerk.post(paths.votersClose(at()), { zeker: 'ja' })).status).toBe(409)
  })
})

describe('with a closed list and no letters', () => {
  beforeAll(async () => {
    await closedList(trial.deps, trial.election, 6, 1)
  })

  test.each([
    ['the proof', () => paths.proof(at()), 'Proef nemen</button>', () => paths.letters(at())],
    ['print files', () => paths.printFiles(at()), 'Maak de drukbestanden', () => paths.release(at())],
    ['the certificate', () => paths.certificate(at()), 'Schrijf het certificaat', () => paths.release(at())],
  ])('%s leads on to what comes first', async (_, address, button, first) => {
    const html = await main(clerk, address())
    expect(html).not.toContain(button)
    expect(html).toContain(`<a href="${first()}">`)
  })

  test('composing is offered', async () => {
    expect(await main(clerk, paths.letters(at()))).toContain('Brieven opmaken')
  })
})
