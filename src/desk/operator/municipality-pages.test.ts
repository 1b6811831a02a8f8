import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  fieldsByPath,
  findMunicipality,
  getSettings,
  type MunicipalitySettings,
} from '../../municipalities/index.ts'
import { aMunicipality } from '../../municipalities/testing.ts'
import { latestAuditEvents } from '../../platform/audit.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type MunicipalityId, newId } from '../../platform/ids.ts'
import { createWeb } from '../../server.ts'
import { paths } from '../paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../testing.ts'
import { documentField } from './municipality-fields.ts'
import { fileTextOf } from './municipality-file.ts'
import { texts } from './texts.nl.ts'

let trial: DeskTrial
let operator: Visitor
let number = 10

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  operator = await trial.visitor('uitbater')
})
beforeEach(() => {
  number += 1
})
afterAll(() => trial.close())

const fieldsOf = (settings: object) => Object.fromEntries(fieldsByPath(settings))
const fieldWith = (settings: MunicipalitySettings, more: Readonly<Record<string, string>> = {}) => ({
  [documentField]: fileTextOf(settings),
  ...more,
})
const text = async (answer: Response | Promise<Response>) => (await answer).text()
const settingsOf = (id: MunicipalityId) => trial.database.inScope(staffOf(id), (db) => getSettings(db, id))

function upload(
  address: string,
  fields: Readonly<Record<string, string>>,
  file?: [content: string, name: string],
) {
  const body = new FormData()
  body.append('_csrf', operator.csrf)
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  if (file) body.append('file', new Blob([file[0]]), file[1])
  return trial.web.request(address, {
    method: 'POST',
    body,
    headers: { Cookie: operator.cookie, Origin: 'http://localhost' },
  })
}

describe('a municipality is added by a form', () => {
  const add = (fields: Readonly<Record<string, string>>) => operator.post(paths.addByForm(), fields)

  test('that shows its file first, and adds nothing yet', async () => {
    const settings = aMunicipality(number)
    const html = await text(add(fieldsOf(settings)))
    expect(html).toContain(texts.addByForm.ready)
    expect(html).toContain(`&quot;slug&quot;: &quot;zonnedorp-${number}&quot;`)
    expect(await findMunicipality(trial.database, settings.slug)).toBeUndefined()
  })

  test('that gives the file to keep: the upload of that file takes it as it is', async () => {
    const settings = aMunicipality(number)
    const answer = await add(fieldWith(settings, { knop: 'bewaar' }))
    expect(answer.headers.get('Content-Disposition')).toBe(`attachment; filename="zonnedorp-${number}.json"`)
    const taken = await upload(paths.addMunicipality(), {}, [await answer.text(), 'gemeente.json'])
    expect(taken.status).toBe(303)
    const found = await findMunicipality(trial.database, settings.slug)
    expect(await settingsOf(found!.municipalityId)).toEqual(settings)
  })

  test('that adds it, and leads to what still has to be done', async () => {
    const settings = aMunicipality(number)
    const answer = await add(fieldWith(settings, { knop: 'voeg-toe' }))
    expect(answer.headers.get('Location')).toBe(
      `${paths.municipality({ nisCode: settings.nisCode })}?gelukt=municipality-added`,
    )
    const page = await text(operator.get(paths.municipality({ nisCode: settings.nisCode })))
    expect(page).toContain(texts.municipality.next.keyOfInstallation)
    expect(page).toContain(`election add BESTAND -m ${settings.slug}`)
  })

  test('that keeps what was typed when something is wrong, with the fault at its field', async () => {
    const answer = await add({ ...fieldsOf(aMunicipality(number)), nisCode: '1', 'contact.phone': 'bel' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('href="#nisCode"')
    expect(html).toContain('href="#contact.phone"')
    expect(html).toContain('value="bel"')
    expect(html).toContain(`value="zonnedorp-${number}"`)
    expect(html).not.toContain(texts.addByForm.ready)
  })

  test('that says at the field what another municipality has already', async () => {
    const taken = aMunicipality(number, { nisCode: '99001' })
    const answer = await add(fieldWith(taken, { knop: 'voeg-toe' }))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(texts.taken.nisCode)
  })
})

describe('a municipality changes', () => {
  const place = { nisCode: '99002' }
  const now = () => settingsOf(trial.elsewhere)
  const change = (fields: Readonly<Record<string, string>>) =>
    operator.post(paths.changeMunicipality(place), fields)
  const confirm = (fields: Readonly<Record<string, string>>) =>
    operator.post(paths.confirmChange(place), fields)
  const version = async () =>
    /name="versie" value="(\d+)"/.exec(await text(operator.get(paths.changeMunicipality(place))))![1]!

  test('by a form, after its differences were shown in words', async () => {
    const before = await now()
    const after = { ...before, contact: { ...before.contact, phone: '09 777 70 70' } }
    const shown = await text(change({ ...fieldsOf(after), versie: await version() }))
    expect(shown).toContain('Wie beantwoordt vragen: Telefoon')
    expect(shown).toContain(before.contact.phone)
    expect(shown).toContain('09 777 70 70')
    expect(shown).toContain(texts.confirm.consequences.letters)
    expect(await now(), 'nothing changed yet').toEqual(before)
    const done = await confirm(fieldWith(after, { versie: await version() }))
    expect(done.headers.get('Location')).toContain('municipality-changed')
    expect(await now()).toEqual(after)
    const own = await trial.database.inScope(staffOf(trial.here), (db) =>
      latestAuditEvents(db, trial.here, 1),
    )
    expect(own).toMatchObject([
      { action: 'installation.municipality-updated', details: { nisCode: '99002', fields: 'contact.phone' } },
    ])
  })

  test('by its file, shown first as well; the file of another one is refused', async () => {
    const before = await now()
    const file = { ...before, name: 'Zonnedorp-Bad' }
    const shown = await text(upload(paths.changeByFile(place), {}, [JSON.stringify(file), 'a.json']))
    expect(shown).toContain('Zonnedorp-Bad')
    expect(shown).toContain(texts.confirm.confirm)
    const other = await upload(paths.changeByFile(place), {}, [JSON.stringify(aMunicipality(1)), 'a.json'])
    expect(other.status).toBe(422)
    expect(await other.text()).toContain('NIS-code 99001')
    const faulty = await upload(paths.changeByFile(place), {}, [
      JSON.stringify({ ...file, name: '' }),
      'a.json',
    ])
    expect(await faulty.text()).toContain('<code>name</code>')
    expect(await now()).toEqual(before)
  })

  test('not unseen over what somebody else wrote meanwhile', async () => {
    const before = await now()
    const old = await version()
    const theirs = { ...before, name: 'Zonnedorp-Zuid' }
    await confirm(fieldWith(theirs, { versie: old }))
    const ours = await confirm(fieldWith({ ...before, slug: 'zuid' }, { versie: old }))
    expect(ours.status).toBe(409)
    const html = await ours.text()
    expect(html).toContain(texts.confirm.changedMeanwhile)
    expect(html).toContain('Zonnedorp-Zuid')
    expect(await now()).toEqual(theirs)
  })

  test('after a fresh login, with what was shown still there', async () => {
    const settings = { ...(await now()), name: 'Zonnedorp-Vers' }
    const changes = fieldWith(settings, { versie: await version() })
    trial.deps.clock.moveTo('2029-05-02T10:12:00Z')
    const away = (await confirm(changes)).headers.get('Location')!
    expect(away).toContain('vers=ja')
    const back = new URL(away, 'http://localhost').searchParams.get('naar')!
    expect(back).toContain(paths.confirmChange(place))
    expect(await text(operator.get(back))).toContain('Zonnedorp-Vers')
    operator = await trial.visitor('uitbater')
  })

  test('and the way back to the form has everything in it', async () => {
    const settings = { ...(await now()), name: 'Zonnedorp-Onder' }
    const html = await text(change(fieldWith(settings, { knop: 'verder', versie: '1' })))
    expect(html).toContain('value="Zonnedorp-Onder"')
    expect(html).toContain('name="versie" value="1"')
  })

  test('but not in what released letters say, with the reason at the field', async () => {
    await release(trial.elsewhere, trial.otherElection.electionId)
    const settings = { ...(await now()), enterpriseNumber: aMunicipality(800).enterpriseNumber }
    for (const answer of [await change(fieldsOf(settings)), await confirm(fieldWith(settings))]) {
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain(texts.held.enterpriseNumber)
    }
    expect((await now()).enterpriseNumber).not.toBe(settings.enterpriseNumber)
  })

  test('one that is not here is not found', async () => {
    expect((await operator.get(paths.municipality({ nisCode: '98765' }))).status).toBe(404)
    expect((await operator.get(paths.municipality({ nisCode: 'zonnedorp-1' }))).status).toBe(404)
  })
})

/** A release as the table keeps it: who asked and who did it are two people. */
async function release(municipalityId: MunicipalityId, electionId: string): Promise<void> {
  const people = [
    await trial.visitor('vrijgever', { at: 'elsewhere' }),
    await trial.visitor('vrijgever', { at: 'elsewhere' }),
  ]
  const sampleId = newId()
  await trial.database.inScope(staffOf(municipalityId), async (db) => {
    await sql`insert into letters.sample (municipality_id, election_id, sample_id, sample_sha256, contents, taken_by)
      values (${municipalityId}, ${electionId}, ${sampleId}, '\\x01', '{}', 'test')`.execute(db)
    await sql`insert into letters.release (municipality_id, election_id, release_id, sample_id, sample_sha256, state,
        requested_by, decided_by, decided_at)
      values (${municipalityId}, ${electionId}, ${newId()}, ${sampleId}, '\\x01', 'released', ${people[0]!.staffId},
        ${people[1]!.staffId}, now())`.execute(db)
  })
}

describe('arms and colours', () => {
  const place = { nisCode: '99001' }
  const address = paths.appearance(place)
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path fill="#123456" d="M0 0H2V2Z"/></svg>'
  const picture = (html: string, at: string) => new RegExp(`src="(${at}[^"]+)"`).exec(html)?.[1]

  test('are seen before they are saved, by who chose them and nobody else', async () => {
    const html = await text(
      upload(address, { 'theme.colour': '#7A1416', 'theme.line': '' }, [svg, 'wapen.svg']),
    )
    expect(html).toContain('/thema/7a1416/ffe615/thema.css')
    const typed = picture(html, '/loket/uitbating')!
    expect(await text(operator.get(typed))).toBe(svg)
    expect((await (await trial.visitor('uitbater')).get(typed)).status).toBe(404)
    expect((await settingsOf(trial.here)).theme).toBeUndefined()
  })

  test('are carried along without the file being chosen again, and are on the pages after the change', async () => {
    const shown = await text(upload(address, { 'theme.colour': '#7a1416', arms: svg, knop: 'bewaar' }))
    expect(shown).toContain(texts.confirm.title)
    expect(shown).toContain(texts.confirm.consequences.look)
    const after = { ...(await settingsOf(trial.here)), arms: svg, theme: { colour: '#7a1416' } }
    await operator.post(paths.confirmChange(place), fieldWith(after))
    const clerk = await trial.visitor('medewerker')
    const html = await text(clerk.get(paths.start()))
    expect(html).toContain('/thema/7a1416/ffe615/thema.css')
    const arms = await trial.web.request(picture(html, '/wapen')!)
    expect(await arms.text()).toBe(svg)
    expect(arms.headers.get('Cache-Control')).toContain('immutable')
    expect(arms.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  })

  test('are of one’s own municipality only', async () => {
    const neighbour = await trial.visitor('medewerker', { at: 'elsewhere' })
    const html = await text(neighbour.get(paths.start()))
    expect(html).not.toContain('/thema/')
    expect(html).not.toContain('/wapen/')
  })

  test.each(['/wapen/99001/00000000000000000000/wapen.svg', '/wapen/98765/00000000000000000000/wapen.svg'])(
    '%s says nothing of who is here',
    async (guess) => {
      const answer = await trial.web.request(guess)
      expect(answer.status).toBe(404)
      // The page leads to itself in other languages; besides that it is the same for every address.
      const words = async (page: Response) => (await page.text()).replaceAll(/\/wapen\/[^"?]*/g, '')
      expect(await words(answer)).toBe(await words(await trial.web.request('/wapen/iets')))
    },
  )

  test('a colour that nobody can read is refused with what would do, and the drawing is checked', async () => {
    const faint = await upload(address, { 'theme.colour': '#ffcc00', arms: svg })
    expect(faint.status).toBe(422)
    const html = await faint.text()
    expect(html).toMatch(/contrast is 1,\d+/)
    expect(html).toContain('value="#ffcc00"')
    const script = await upload(address, {}, ['<svg viewBox="0 0 1 1"><script/></svg>', 'wapen.svg'])
    expect(await script.text()).toContain('href="#file"')
  })
})
