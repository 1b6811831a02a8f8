import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPdf } from '../../../test/read-pdf.ts'
import { composeLetters, previewLetter } from '../../letters/index.ts'
import { closedList } from '../../letters/testing.ts'
import { selectSettingsVersions, textsByPath, updateMunicipality } from '../../municipalities/index.ts'
import { aMunicipality } from '../../municipalities/testing.ts'
import { latestAuditEvents } from '../../platform/audit.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { newId } from '../../platform/ids.ts'
import { createWeb } from '../../server.ts'
import { releasedElection } from '../duplicates/testing.ts'
import { paths } from '../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../testing.ts'

let trial: DeskTrial
let els: Visitor

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  await closedList(trial.deps, trial.election, 20, 1)
  await composeLetters(
    { ...trial.deps, portalUrl: 'http://localhost' },
    { election: trial.election, by: 'test' },
  )
  els = await trial.visitor(['beheerder', 'medewerker'])
})
afterAll(() => trial.close())

const at = () => ({ election: trial.election.code })
const here = <T>(work: Parameters<typeof trial.database.inScope<T>>[1]) =>
  trial.database.inScope(staffOf(trial.here), work)
const versions = () => here((db) => selectSettingsVersions(db, trial.here, { limit: 50 }))
const newest = async () => (await versions())[0]!

/** The form as it stands, with other texts in some of its fields. */
async function typed(changes: Record<string, string> = {}): Promise<Record<string, string>> {
  const { document, version } = await newest()
  return { versie: String(version), ...Object.fromEntries(textsByPath(document)), ...changes }
}
const send = async (knop: string, fields: Record<string, string>, who = els) => {
  const answer = await who.post(paths.ownTexts(at()), { ...fields, knop })
  return { status: answer.status, location: answer.headers.get('Location'), text: await answer.text() }
}
const show = (fields: Record<string, string>) => send('voorbeeld', fields)
const save = (fields: Record<string, string>, who = els) => send('bewaar', fields, who)

describe('the example', () => {
  test('says what is wrong and where, in its own place, before anything is saved', async () => {
    const [path] = [...textsByPath((await newest()).document)].find(
      ([name]) => name === 'contact.department',
    )!
    const { text } = await show(await typed({ [path]: 'Dienst 🚗' }))
    const place = text.slice(text.indexOf('data-preview-of'))
    expect(place).toContain('Verbeter eerst wat niet klopt')
    expect(place).toMatch(new RegExp(`<a href="#${path}">[^<]*🚗`))
  })

  const pictureIn = (text: string) => /src="([^"]*teksten\/voorbeeld\/[^"]*)"/.exec(text)![1]!
  const picture = async (address: string, who = els) => {
    const answer = await who.get(address)
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) }
  }

  test('is of the texts of now, until something is typed; nothing of that is saved', async () => {
    const now = await picture(pictureIn(await (await els.get(paths.ownTexts(at()))).text()))
    const draft = await show(await typed({ 'contact.phone': '09 888 77 66' }))
    expect(draft).toMatchObject({ status: 200, text: expect.stringContaining('Er is nog niets bewaard') })
    expect(draft.text).toContain('value="09 888 77 66"')
    const shown = await picture(pictureIn(draft.text))
    expect([now.status, shown.status]).toEqual([200, 200])
    expect(shown.bytes.equals(now.bytes), 'the letter looks otherwise').toBe(false)
    expect(await versions()).toHaveLength(1)
  })

  test('is of whoever typed, and of nobody else in the same municipality', async () => {
    const address = pictureIn((await show(await typed({ 'contact.phone': '09 888 77 66' }))).text)
    const other = await trial.visitor('beheerder')
    expect((await picture(address, other)).status).toBe(404)
    expect((await picture(address)).status).toBe(200)
  })

  test('says what was typed, where the letter as it is now does not', async () => {
    const { document } = await newest()
    const asked = { election: trial.election, section: 1, category: 'BELGIAN', language: 'nl' } as const
    const contact = { ...document.contact, department: 'Dienst Verkiezingen' }
    const [now, then] = await Promise.all(
      [{}, { settings: { ...document, contact } }].map(async (settings) => {
        const preview = await previewLetter(trial.deps, { ...asked, ...settings })
        if (!preview.ok) throw new Error(preview.because)
        return (await readPdf(preview.pdf)).pages.map(({ text }) => text).join(' ')
      }),
    )
    expect(now).not.toContain('Dienst Verkiezingen')
    expect(then).toContain('Dienst Verkiezingen')
  })

  test('of many that one person asks at once few are made: the others hear that a newer one was asked', async () => {
    const fields = await typed()
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) => show({ ...fields, 'contact.phone': `09 888 77 ${10 + at}` })),
    )
    const told = answers.filter(({ status }) => status === 409)
    expect(told.length).toBeGreaterThan(0)
    expect(answers.filter(({ status }) => status === 200).length + told.length).toBe(12)
    expect(told[0]!.text).toContain('U vroeg intussen een nieuwer voorbeeld')
    expect(told[0]!.text, 'nothing that was typed is lost').toContain('value="09 888 77')
    expect((await show(fields)).status).toBe(200)
  })

  test('is not there while something is wrong; each fault stands at its field and what was typed too', async () => {
    const wrong = {
      'contact.email': 'nobody',
      'duplicateDesk.hours': '9 tot 12\n☎ na afspraak',
      'contact.department': '',
    }
    const answer = await show(await typed(wrong))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('href="#contact.email"')
    expect(answer.text).toContain('Openingsuren, regel 2')
    expect(answer.text).toContain('Vul “Dienst” in.')
    expect(answer.text).toContain('☎ na afspraak')
    expect(answer.text).not.toContain('teksten/voorbeeld/')
  })
})

describe('saving', () => {
  test('makes a version by this person; the composed letters are said to be out of date', async () => {
    expect(await (await els.get(paths.ownTexts(at()))).text()).toContain(
      'Opgemaakt en nog niet vrijgegeven: 20 brieven',
    )
    const saved = await save(await typed({ 'sender.signedBy': 'Namens het college\r\nAn Peeters' }))
    expect(saved).toMatchObject({ status: 303, location: expect.stringContaining('texts-changed') })
    expect(await newest()).toMatchObject({ version: 2, recordedBy: els.staffId })
    expect((await newest()).document.sender.signedBy).toEqual(['Namens het college', 'An Peeters'])
    expect(await (await els.get(paths.ownTexts(at()))).text()).toContain('Nu al zeggen opgemaakte brieven')
    const events = await here((db) => latestAuditEvents(db, trial.here, 20))
    expect(events).toContainEqual(
      expect.objectContaining({
        actor: els.staffId,
        action: 'municipality.texts-changed',
        details: { version: 2, fields: 'sender.signedBy' },
      }),
    )
  })

  test('of the same texts, or with a fault, makes none', async () => {
    const before = await versions()
    expect((await save(await typed())).location).toContain('texts-same')
    expect((await save(await typed({ 'contact.phone': 'bel ons' }))).status).toBe(422)
    expect(await versions()).toEqual(before)
  })

  test('over the version of somebody else is refused once, with what was typed and what would change', async () => {
    const mine = await typed({ 'contact.phone': '09 111 11 11' })
    const other = await trial.visitor('beheerder')
    await save(await typed({ 'contact.email': 'kiezen@zonnedorp.example' }), other)
    expect((await show(mine)).text, 'showing does not take over their version').toContain(
      `name="versie" value="${mine.versie}"`,
    )
    const refused = await save(mine)
    expect(refused).toMatchObject({
      status: 409,
      text: expect.stringContaining('door iemand anders gewijzigd'),
    })
    expect(refused.text).toContain('value="09 111 11 11"')
    expect(refused.text).toContain('kiezen@zonnedorp.example')
    expect((await newest()).document.contact.email).toBe('kiezen@zonnedorp.example')
    const again = /name="versie" value="(\d+)"/.exec(refused.text)![1]!
    expect((await save({ ...mine, versie: again })).status).toBe(303)
  })
})

test('what was typed when the session was over is there again after the login, with the version it was typed over', async () => {
  const subject = newId<string>()
  const someone = await trial.visitor('beheerder', { subject })
  const fields = await typed({ 'contact.phone': '09 222 22 22' })
  trial.deps.clock.moveTo('2029-05-02T16:00:00Z')
  const away = await save(fields, someone)
  expect(away.status).toBe(303)
  const back = new URL(away.location!, 'http://localhost').searchParams.get('naar')!
  expect(back).toContain(`${paths.ownTexts(at())}?bewaard=`)
  const page = await (await (await trial.visitor('beheerder', { subject })).get(back)).text()
  expect(page).toContain('value="09 222 22 22"')
  expect(page).toContain(`name="versie" value="${fields.versie}"`)
  els = await trial.visitor(['beheerder', 'medewerker'])
})

test('the history says who changed what, and taking a version over fills the form and saves nothing', async () => {
  const count = (await versions()).length
  const history = await (await els.get(paths.ownTextsHistory(at()))).text()
  expect(history).toContain('Door Persoon')
  expect(history).toContain('wie de installatie beheert')
  expect(history).toContain('Ondertekening: Regels onder de brief')
  expect(history).toContain('teksten?versie=1"')
  const taken = await (await els.get(`${paths.ownTexts(at())}?versie=1`)).text()
  expect(taken).toContain('Hieronder staan de teksten van versie 1')
  expect(taken).toContain(`value="${aMunicipality(1).contact.phone}"`)
  expect(await versions()).toHaveLength(count)
})

test('a municipality where voters may ask for French words its French block, and its address falls back on the Dutch', async () => {
  const french = {
    department: 'Service Population',
    duplicateDesk: { place: 'Maison communale', hours: ['Du lundi au vendredi'] },
    signedBy: ['Pour le collège'],
  }
  expect(await (await els.get(paths.ownTexts(at()))).text()).not.toContain('De Franse brief')
  const document = { ...(await newest()).document, languageRegime: 'rand', french }
  await updateMunicipality(trial.deps, { municipalityId: trial.here, document, by: 'command-line' })
  expect(await (await els.get(paths.ownTexts(at()))).text()).toContain('De Franse brief')
  expect((await save(await typed({ 'french.department': 'Service Élections' }))).status).toBe(303)
  expect((await newest()).document.french).toEqual({ ...french, department: 'Service Élections' })
  const history = await (await els.get(paths.ownTextsHistory(at()))).text()
  const places = ['De Franse brief: Dienst', 'op de Franse brief: Plaats', 'Franse brief: Regels'].map(
    (name) => history.indexOf(name),
  )
  expect(places, 'in the order of the form').toEqual(
    [...places].filter((at) => at >= 0).sort((a, b) => a - b),
  )
  expect((await save(await typed({ 'french.address.street': 'Rue du Soleil' }))).text).toContain(
    'Vul “Huisnummer” in.',
  )
})

test('of letters that are released the page says that they keep what they say, and how many sections differ', async () => {
  const released = await aDeskTrial(createWeb)
  const election = await releasedElection(released, 20)
  const beheerder = await released.visitor('beheerder')
  const address = paths.ownTexts({ election: election.code })
  const before = await (await beheerder.get(address)).text()
  expect(before).toContain('Al vrijgegeven: 20 brieven')
  expect(before).not.toContain('Vrijgegeven brieven van')
  const { phone, ...contact } = aMunicipality(1).contact
  const document = {
    ...aMunicipality(1, { enterpriseNumber: '1999000150' }),
    contact: { ...contact, phone: `${phone} 1` },
  }
  const updated = await updateMunicipality(released.deps, {
    municipalityId: released.here,
    document,
    by: 'test',
  })
  expect(updated).toMatchObject({ ok: true, changed: true })
  const after = await (await beheerder.get(address)).text()
  expect(after).toContain('Vrijgegeven brieven van 3 stemafdelingen')
  expect(after, 'none of them waits to be composed again').not.toContain('Nu al zeggen')
  expect(after, 'a right that this person lacks gets no link').not.toContain('Naar de verbeteringen')
  await released.close()
})
