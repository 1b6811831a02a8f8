import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deskRoutes } from '../src/desk/index.ts'
import { paths } from '../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../src/desk/testing.ts'
import { armsAddress, type StaffRole, staffRoles, updateMunicipality } from '../src/municipalities/index.ts'
import { aMunicipality } from '../src/municipalities/testing.ts'
import { themeAddress } from '../src/platform/http/theme-route.ts'
import type { LoginService } from '../src/platform/identity.ts'
import { refused } from '../src/platform/result.ts'
import { createWeb } from '../src/server.ts'

/** The colours and the arms of a municipality are on every page that its people see, and on nobody else's. */

const theme = { colour: '#7a1416', line: '#ffe615' }
const look = `href="${themeAddress(theme)}"`
const document = aMunicipality(1, {
  enterpriseNumber: '1999000150',
  arms: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0H1V1H0Z"/></svg>',
  theme,
})
const arms = `src="${armsAddress(document)}"`
const roles = Object.keys(staffRoles) as StaffRole[]
const away = {
  origin: 'https://acm.example',
  begin: async () => refused('not-reached'),
  goodbye: async () => undefined,
} as unknown as LoginService
let trial: DeskTrial
let everybody: Visitor

beforeAll(async () => {
  trial = await aDeskTrial((deps) => createWeb({ ...deps, loginService: away }))
  const updated = await updateMunicipality(trial.deps, { municipalityId: trial.here, document, by: 'test' })
  expect(updated).toMatchObject({ ok: true, changed: true })
  everybody = await trial.visitor(roles)
})
afterAll(() => trial.close())

const addressOf = (path: string, election = trial.election.code) =>
  path.replace(':election', election).replaceAll(/:\w+/g, '018f3d5e-0000-7000-8000-000000000000')
const pageOf = async (answer: Response) =>
  answer.headers.get('Content-Type')?.startsWith('text/html') ? answer.text() : ''

test('every page of the desk has them, also one that is not there and one that is refused', async () => {
  const reader = await trial.visitor('lezer')
  let pages = 0
  for (const { path } of deskRoutes.filter(({ method }) => method === 'GET'))
    for (const visitor of [everybody, reader]) {
      const html = await pageOf(await visitor.get(addressOf(path)))
      if (!html) continue
      pages++
      expect(html, path).toContain(look)
      expect(html, path).toContain(arms)
    }
  expect(pages).toBeGreaterThan(50)
})

test('nobody of another municipality sees them', async () => {
  const other = await trial.visitor(roles, { at: 'elsewhere' })
  for (const { path } of deskRoutes.filter(({ method }) => method === 'GET')) {
    const html = await pageOf(await other.get(addressOf(path, trial.otherElection.code)))
    expect(html, path).not.toContain(look)
    expect(html, path).not.toContain(arms)
  }
})

describe('the pages around the login', () => {
  const signIn = (cookie?: string) =>
    trial.web.request(paths.signIn(), { headers: { Host: 'localhost', ...(cookie && { Cookie: cookie }) } })

  test('have them for who is logged in and has to prove again who they are', async () => {
    const answer = await signIn(everybody.cookie)
    const html = await answer.text()
    expect(answer.status).toBe(503)
    expect(html).toContain(look)
    expect(html).toContain(arms)
    expect(html).toContain(document.name)
  })

  test('are of nobody for who is not, or has left', async () => {
    const leaver = await trial.visitor('lezer')
    await leaver.post(paths.signOut())
    for (const answer of [await signIn(), await signIn(leaver.cookie), await leaver.get(paths.signedOut())]) {
      const html = await answer.text()
      expect(html).not.toContain(look)
      expect(html).not.toContain(document.name)
    }
  })
})
