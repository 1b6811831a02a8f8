import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectOk } from '../../../test/expect-ok.ts'
import { readPdf } from '../../../test/read-pdf.ts'
import { addElection } from '../../elections/index.ts'
import { previewLetter } from '../../letters/index.ts'
import { closedList } from '../../letters/testing.ts'
import { selectSettingsVersions, textsByPath } from '../../municipalities/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { createWeb } from '../../server.ts'
import { paths } from '../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../testing.ts'

/** What a municipality says besides on its letter: seen, bounded, saved, and gone again. */

let trial: DeskTrial
let els: Visitor

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  await closedList(trial.deps, trial.election, 20, 1)
  els = await trial.visitor(['beheerder', 'medewerker'])
})
afterAll(() => trial.close())

const at = () => ({ election: trial.election.code })
const versions = () =>
  trial.database.inScope(staffOf(trial.here), (db) => selectSettingsVersions(db, trial.here, { limit: 50 }))
const newest = async () => (await versions())[0]!

/** The form as it stands, with other texts in some of its fields. */
async function typed(changes: Record<string, string> = {}): Promise<Record<string, string>> {
  const { document, version } = await newest()
  return { versie: String(version), ...Object.fromEntries(textsByPath(document)), ...changes }
}
const send = async (knop: string, fields: Record<string, string>) => {
  const answer = await els.post(paths.ownTexts(at()), { ...fields, knop })
  return { status: answer.status, text: await answer.text() }
}
const show = (fields: Record<string, string>) => send('voorbeeld', fields)
const save = (fields: Record<string, string>) => send('bewaar', fields)

describe('a message of the municipality', () => {
  const message = 'Bus 12 stopt aan de school.\r\n\r\nDe Kerkstraat ligt open: kom langs de Markt.'
  const says = async () => {
    const asked = { election: trial.election, section: 1, category: 'BELGIAN', language: 'nl' } as const
    const preview = await previewLetter(trial.deps, asked)
    if (!preview.ok) throw new Error(preview.because)
    return { pdf: Buffer.from(preview.pdf), text: (await readPdf(preview.pdf)).pages[1]!.text }
  }

  test('is on the letter once it is saved, and without a trace gone when it is emptied', async () => {
    const [before, { document }] = [await says(), await newest()]
    expect((await save(await typed({ practicalInfo: message }))).status).toBe(303)
    expect((await newest()).document.practicalInfo).toEqual(message.split('\r\n\r\n'))
    const withIt = await says()
    expect(withIt.text).toContain('Bericht van je gemeente')
    expect(withIt.text.replaceAll(/\s+/g, ' ')).toContain('De Kerkstraat ligt open: kom langs de Markt.')
    expect(await (await els.get(paths.ownTextsHistory(at()))).text()).toContain('Bericht van de gemeente: ')
    expect((await save(await typed({ practicalInfo: '' }))).status).toBe(303)
    expect((await newest()).document).toStrictEqual(document)
    expect((await says()).pdf.equals(before.pdf), 'the same bytes as before').toBe(true)
  })

  test('as long as it may be, in one word and in the widest letters, is shown and fits', async () => {
    const lines = Array.from({ length: 4 }, () => 'W'.repeat(90)).join('\n')
    const shown = await show(await typed({ practicalInfo: lines }))
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('teksten/voorbeeld/')
  })

  test('with all else in the widest letters too fits no local letter: the page says so, and saves nothing', async () => {
    const wide = (lines: number, length: number) =>
      Array.from({ length: lines }, () => 'W'.repeat(length)).join('\n')
    const address = {
      street: wide(1, 50),
      houseNumber: '123456789012',
      box: '123456789012',
      city: wide(1, 30),
    }
    const at = (place: string) =>
      Object.fromEntries(Object.entries(address).map(([field, text]) => [`${place}.address.${field}`, text]))
    const all = {
      ...{ practicalInfo: wide(4, 90), 'sender.signedBy': wide(4, 70) },
      ...{ 'contact.department': wide(1, 60), ...at('contact') },
      ...{ 'duplicateDesk.place': wide(1, 60), 'duplicateDesk.hours': wide(6, 80), ...at('duplicateDesk') },
    }
    const local = {
      code: 'lokaal',
      name: 'Lokale verkiezingen',
      rulesetId: 'lpkd-2030',
      pollingDay: '2030-10-13',
    }
    const document = { ...local, votingMode: 'PAPER' }
    const { election } = expectOk(
      await addElection(trial.deps, { municipalityId: trial.here, document, by: 'test' }),
    )
    await closedList(trial.deps, election, 20, 1)
    const [before, fields] = [await versions(), await typed(all)]
    const answers = await Promise.all(
      ['voorbeeld', 'bewaar'].map((knop) =>
        els.post(paths.ownTexts({ election: election.code }), { ...fields, knop }),
      ),
    )
    const [shown, saved] = await Promise.all(answers.map((answer) => answer.text()))
    expect(answers.map(({ status }) => status)).toEqual([200, 422])
    expect(shown).toContain('passen niet op de twee bladzijden')
    expect(saved).toContain('past niet elke brief')
    expect(saved, 'what was typed is there still').toContain('W'.repeat(90))
    expect(await versions()).toEqual(before)
  })

  test.each([
    ['a\nb\nc\nd\ne', 'hoogstens 4 regels'],
    ['a'.repeat(91), 'hoogstens 90 tekens'],
    ['\u{1F68C} Bus 12', '\u{1F68C}'],
    ['\u202eBus 12', 'een onzichtbaar teken (U+202E)'],
    ['Bus\u0007 12', 'een onzichtbaar teken (U+0007)'],
  ])('%j is refused at its field, and stands there still', async (practicalInfo, sentence) => {
    const answer = await show(await typed({ practicalInfo }))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('href="#practicalInfo"')
    expect(answer.text).toContain(sentence)
    expect(answer.text).toContain(`${practicalInfo}</textarea>`)
  })
})
