import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { fieldsByPath, type MunicipalitySettings } from '../../src/municipalities/index.ts'
import { aMunicipality } from '../../src/municipalities/testing.ts'
import { createWeb } from '../../src/server.ts'
import { type DeskWindow, type ServedDesk, serveDesk } from '../desk-in-browser.ts'

/** Who runs the installation: municipalities by name, one more by a form, changes, arms and colours, health, settings. */

let trial: DeskTrial
let desk: ServedDesk

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  desk = await serveDesk(trial.database.url, { OPERATOR_ORGANISATION: '1999000150' })
})
afterAll(async () => {
  await desk.close()
  await trial.close()
})

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 14"><path fill="#7a1f3d" d="M0 0H12V8C12 11 9 13 6 14C3 13 0 11 0 8Z"/></svg>'

/** Fills in what a form asks, by the names that a person reads; the first of a name, unless a group is named. */
async function fillIn({ page }: DeskWindow, settings: MunicipalitySettings): Promise<void> {
  for (const [path, value] of fieldsByPath(settings)) {
    const field = page.locator(`[name="${path}"]`)
    if (path === 'languageRegime') await field.and(page.locator(`[value="${value}"]`)).check()
    else await field.fill(value)
  }
}

const file = (name: string, content: string) => ({
  name,
  mimeType: name.endsWith('.svg') ? 'image/svg+xml' : 'application/json',
  buffer: Buffer.from(content),
})

describe.each([390, 1280])('on a screen of %i points', (width) => {
  const settings = aMunicipality(width, {
    name: `Zonnedorp-aan-de-Zijdelingse-Vaart ${width}`.slice(0, 40),
    nisCode: String(97_000 + width),
  })

  test('a municipality is added by a form that makes its file', async () => {
    const window = await desk.window(width)
    const { page } = window
    await window.logInAs('Omer Goossens')
    await page.getByRole('link', { name: 'Uitbating' }).click()
    await window.look('municipalities')
    await page.getByRole('link', { name: 'Voeg een gemeente toe' }).click()
    await window.look('municipality-form')
    await fillIn(window, { ...settings, nisCode: '12' })
    await page.getByRole('button', { name: 'Toon het bestand' }).click()
    await page.getByRole('link', { name: 'Een NIS-code heeft vijf cijfers en begint niet met 0.' }).click()
    await window.look('municipality-form-faults')
    expect(await page.getByLabel('Korte naam').inputValue(), 'nothing typed is lost').toBe(settings.slug)
    await page.getByLabel('NIS-code').fill(settings.nisCode)
    await page.getByRole('button', { name: 'Toon het bestand' }).click()
    await page.getByText('Het bestand is klaar').waitFor()
    await window.look('municipality-file')
    const [kept] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Bewaar het bestand op uw computer' }).click(),
    ])
    expect(JSON.parse(await readFile(await kept.path(), 'utf8'))).toEqual(settings)
    await page.getByRole('button', { name: 'Voeg de gemeente toe' }).click()
    await page.getByText('De gemeente is toegevoegd.').waitFor()
    await window.look('municipality')
    await window.close()
  })

  test('it changes by a form and by its file, after what changes was shown', async () => {
    const window = await desk.window(width)
    const { page } = window
    await window.logInAs('Omer Goossens', paths.municipality({ nisCode: settings.nisCode }))
    await page.getByRole('link', { name: 'Wijzig met een formulier' }).click()
    await page.getByLabel('Telefoon').fill('09 777 70 70')
    await page
      .locator('[name="duplicateDesk.hours"]')
      .fill('Maandag van 9 tot 12 uur\nOp de verkiezingsdag vanaf 8 uur')
    await page.getByRole('button', { name: 'Toon wat er verandert' }).click()
    await page.getByText('Er is nog niets veranderd').waitFor()
    await window.look('municipality-change')
    await page.getByRole('button', { name: 'Verander nog iets' }).click()
    expect(await page.getByLabel('Telefoon').inputValue()).toBe('09 777 70 70')
    await window.look('municipality-change-form')
    await page.getByRole('button', { name: 'Toon wat er verandert' }).click()
    await carryOut(window)
    await page.getByRole('link', { name: 'Wijzig met een bestand' }).click()
    await page
      .getByLabel('Gewijzigd bestand')
      .setInputFiles(file('a.json', JSON.stringify({ ...settings, contact: {} })))
    await page.getByRole('button', { name: 'Toon wat er verandert' }).click()
    await page.getByText('Er is niets veranderd').first().waitFor()
    await window.look('municipality-change-file-faults')
    await page.getByLabel('Gewijzigd bestand').setInputFiles(file('a.json', JSON.stringify(settings)))
    await page.getByRole('button', { name: 'Toon wat er verandert' }).click()
    expect(await page.getByText(settings.contact.phone).isVisible()).toBe(true)
    await window.close()
  })

  test('arms and colours are seen before they are saved, and by nobody of another municipality', async () => {
    const window = await desk.window(width)
    const { page } = window
    await window.logInAs('Omer Goossens', paths.appearance({ nisCode: '99002' }))
    await page.getByLabel('Kleur van links en knoppen').fill('#e8a0b4')
    await page.getByRole('button', { name: 'Toon het voorbeeld' }).click()
    await page.getByText('De dichtste kleur die wel kan').first().waitFor()
    await window.look('appearance-faint')
    await page.getByLabel('Kleur van links en knoppen').fill('#7A1F3D')
    await page.getByLabel('Kleur van de lijn onder de naam').fill('#f2c14e')
    await page.getByLabel('Wapenschild', { exact: true }).setInputFiles(file('wapen.svg', svg))
    await page.getByRole('button', { name: 'Toon het voorbeeld' }).click()
    await page.locator('.look-sample img').waitFor()
    expect(await brandOf(window)).toBe('rgb(122, 31, 61)')
    await window.look('appearance')
    await page.getByRole('button', { name: 'Verder' }).click()
    await page.getByText(/Er is nog niets veranderd|Er was niets te wijzigen/).waitFor()
    await window.look('appearance-change')
    // The second screen finds what the first one saved, and changes nothing.
    if (await page.getByRole('button', { name: 'Voer de wijziging door' }).isVisible()) await carryOut(window)
    await page.goto(desk.url + paths.start())
    expect(await brandOf(window), 'the operator is of another municipality').toBe('rgb(0, 85, 204)')
    await window.close()

    const neighbour = await desk.window(width)
    await neighbour.logInAs('Wim Lambrecht')
    expect(await brandOf(neighbour)).toBe('rgb(122, 31, 61)')
    expect(
      await neighbour.page
        .locator('.desk-arms')
        .evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth),
    ).toBeGreaterThan(0)
    await neighbour.look('appearance-of-a-clerk')
    await neighbour.close()
  })

  test('who runs the installation sees who answers, and tries it', async () => {
    const window = await desk.window(width)
    const { page } = window
    await window.logInAs('Omer Goossens', paths.installationHealth())
    for (const who of [/Probeer nu.*Aanmelden van burgers/, /Probeer nu.*Aanmelden van medewerkers/]) {
      await page.getByRole('button', { name: who }).click()
      await page.getByText('Er is geprobeerd.').waitFor()
    }
    await page.getByText('ze antwoordde').nth(1).waitFor()
    await page
      .getByRole('button', { name: /Probeer nu.*e-Box/ })
      .first()
      .click()
    await page.getByText('we kregen geen toegangsbewijs').first().waitFor()
    await window.look('health')
    const narrow = await page.evaluate<number>(
      "[...document.querySelectorAll('.cards dt, .table-region .govuk-tag')].filter((one) => one.offsetHeight > 40).length",
    )
    expect(narrow, 'names and tags stand on one line').toBe(0)
    await page.getByRole('link', { name: 'Instellingen' }).click()
    await window.look('settings')
    expect(await page.content()).not.toContain(trial.database.url)
    await window.close()
  })
})

/** The first change of a login asks who does it to prove that again; what was shown is there again afterwards. */
async function carryOut({ page }: DeskWindow): Promise<void> {
  const confirm = page.getByRole('button', { name: 'Voer de wijziging door' })
  await confirm.click()
  const again = page.getByRole('button', { name: 'Omer Goossens' })
  const done = page.getByText('De wijziging is doorgevoerd')
  await again.or(done).first().waitFor()
  if (await again.first().isVisible()) {
    await again.first().click()
    await page.getByText('Niets is verloren').waitFor()
    await confirm.click()
  }
  await done.waitFor()
}

/** The colour in which links of the frame are shown. */
async function brandOf({ page }: DeskWindow): Promise<string> {
  return page.evaluate<string>("getComputedStyle(document.querySelector('.desk-link-button')).color")
}

test('without script a municipality is added by the form as well', async () => {
  const window = await desk.window(1280, { javaScriptEnabled: false })
  const { page } = window
  const settings = aMunicipality(50)
  await window.logInAs('Omer Goossens', paths.addByForm())
  await fillIn(window, settings)
  await page.getByRole('button', { name: 'Toon het bestand' }).click()
  await page.getByRole('button', { name: 'Voeg de gemeente toe' }).click()
  expect(await page.getByText('De gemeente is toegevoegd.').isVisible()).toBe(true)
  await window.close()
})

test('the role counts for the organisation that the installation names, and for no other', async () => {
  const window = await desk.window(1280)
  await window.logInAs('Els Maes', paths.operator())
  expect(await window.page.getByRole('heading', { name: 'Dit mag u niet openen' }).isVisible()).toBe(true)
  await window.close()
})
