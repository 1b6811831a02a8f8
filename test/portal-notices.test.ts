import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadBureauRules } from '../src/bureaus/index.ts'
import { aDeskTrial, type DeskTrial } from '../src/desk/testing.ts'
import { listRulesets, loadRuleset } from '../src/elections/index.ts'
import { updateMunicipality } from '../src/municipalities/index.ts'
import { aMunicipality } from '../src/municipalities/testing.ts'
import { cookieNames } from '../src/portal/cookies.ts'
import { legalSources } from '../src/portal/notices/legal-sources.ts'
import { nl as texts } from '../src/portal/notices/texts.nl.ts'
import { paths } from '../src/portal/paths.ts'
import { createWeb } from '../src/server.ts'

let trial: DeskTrial
const here = { municipality: 'zonnedorp-1' }

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
})
afterAll(() => trial.close())

const page = async (path: string) => (await trial.web.request(path)).text()

test('a municipality that said nothing yet is not said to meet the norm', async () => {
  const statement = await page(paths.accessibilityOf(here))
  expect(statement).toContain('nog niet laten nakijken')
  expect(statement).not.toContain('voldoen volledig')
  expect(statement, 'it has a date all the same').toMatch(/opgesteld op \w+ \d+ \w+ \d{4}/)
  expect(await page(paths.privacyOf(here))).toContain('staat hier nog niet')
})

test('the notices say what the file of the municipality says', async () => {
  const document = aMunicipality(1, {
    enterpriseNumber: '1999000150',
    notices: {
      dataProtectionOfficer: 'dpo@zonnedorp.example',
      accessibility: {
        ...{ status: 'partial', assessedOn: '2029-05-02', assessedBy: 'others' },
        limits: ['De plattegrond heeft geen beschrijving.'],
      },
    },
  })
  const updated = await updateMunicipality(trial.deps, { municipalityId: trial.here, document, by: 'test' })
  expect(updated).toMatchObject({ ok: true })
  const statement = await page(paths.accessibilityOf(here))
  for (const part of [
    'voldoen gedeeltelijk',
    'De plattegrond heeft geen beschrijving.',
    'woensdag 2 mei 2029',
    'van buiten',
  ])
    expect(statement).toContain(part)
  expect(statement).toContain('verkiezingen@zonnedorp.example')
  expect(await page(paths.privacyOf(here))).toContain('mailto:dpo@zonnedorp.example')
})

test('every cookie that these pages give is named, and what the law asks stands there', async () => {
  const notice = await page(paths.privacyOf(here))
  for (const name of ['kiesloket-burger', 'kiesloket-burger-login', 'kiesloket-burger-kopie'])
    expect(notice).toContain(`${name}: `)
  const named = [...notice.matchAll(/<li>(kiesloket-[\w-]+): /g)].map(([, name]) => name)
  expect(named, 'each once').toEqual([...new Set(Object.values(cookieNames))])
  expect(notice, 'while nobody is called').not.toContain(texts.privacy.bureaus.title)
  const { who, what, why, recipients, howLong, rights, device } = texts.privacy
  for (const heading of [who, what, why, recipients, howLong, rights, device])
    expect(notice).toContain(heading)
})

test('every rule on keeping data that a ruleset has is told in Dutch', async () => {
  for (const { retention } of listRulesets().map((id) => loadRuleset(id)!))
    for (const { key } of retention) expect(texts.privacy.retention, key).toHaveProperty(key)
  for (const regime of ['KWB', 'LPKD'] as const)
    for (const { key } of loadBureauRules({ regime }).retention)
      expect(texts.privacy.bureaus.retention, key).toHaveProperty(key)
})

test('what nobody read in the law is told as unchecked', async () => {
  expect(legalSources.authority.mark).toBe('NV')
  expect(await page(paths.privacyOf(here))).toContain(legalSources.authority.value.nl + texts.notChecked)
})

test('the notices without a municipality lead to those of each, and of none that is not there', async () => {
  expect(await page(paths.privacy())).toContain(paths.privacyOf(here))
  expect(await page(paths.accessibility())).toContain(paths.accessibilityOf(here))
  expect((await trial.web.request(paths.privacyOf({ municipality: 'nergens' }))).status).toBe(404)
})
