import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../src/desk/paths.ts'
import type { DeskTrial, Visitor } from '../src/desk/testing.ts'
import { type StaffRole, staffRoles } from '../src/municipalities/index.ts'
import { latestAuditEvents } from '../src/platform/audit.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { createWeb, routesOf } from '../src/server.ts'
import { aBusyDesk } from './busy-desk.ts'
import { htmlFaults } from './html-faults.ts'
import { patternOf, type WalkedForm, type WalkedPage, walkPages } from './walk-pages.ts'

/**
 * Follows, as each role, everything that the pages offer, through campaigns in every stage. A page that is added is found
 * by itself, as soon as another leads to it.
 */

const roles = Object.keys(staffRoles) as StaffRole[]
const absent = '018f3d5e-0000-7000-8000-000000000000'
let desk: DeskTrial
let gets: string[]
const visitors = new Map<StaffRole, Visitor>()
const walked = new Map<StaffRole, readonly WalkedPage[]>()

beforeAll(async () => {
  desk = await aBusyDesk()
  gets = routesOf(desk.deps)
    .filter(({ method }) => method === 'GET')
    .map(({ path }) => path)
  for (const role of roles) {
    const visitor = await desk.visitor(role)
    visitors.set(role, visitor)
    const walk = { ask: visitor.get, patterns: gets, start: [paths.start()] }
    walked.set(role, await walkPages(walk))
  }
})
afterAll(() => desk?.close())

/** A desk without a login service says that it has none, with a status of its own. */
const needsLoginService = [paths.signIn(), paths.signedIn()]
const allPages = () => [...walked.values()].flat()
const allForms = () => allPages().flatMap(({ forms }) => forms)

/** One form of each address and kind of hidden fields. */
function differentForms(forms: readonly WalkedForm[]): WalkedForm[] {
  const kindOf = ({ action, hidden }: WalkedForm) =>
    `${action.replace(/[0-9a-f-]{36}/g, ':id')} ${Object.keys(hidden)}`
  return [...new Map(forms.map((form) => [kindOf(form), form])).values()]
}

async function faultsIn(answer: Response): Promise<string[]> {
  const isPage = answer.headers.get('Content-Type')?.startsWith('text/html')
  return isPage ? htmlFaults(await answer.text()) : []
}

describe.each(roles)('%s', (role) => {
  test('is led nowhere that is refused, missing or broken', () => {
    const pages = walked.get(role)!
    expect(pages.length).toBeGreaterThan(5)
    expect(
      pages.filter(({ status }) => status >= 400).map(({ status, address }) => [status, address]),
    ).toEqual([])
  })

  test('gets pages of valid HTML', async () => {
    for (const { html, address } of walked.get(role)!)
      expect(html && (await htmlFaults(html)), address).toHaveLength(0)
  })

  test('also where a page is not there, or is another role’s', async () => {
    const visitor = visitors.get(role)!
    const ofDesk = gets.filter((path) => path.startsWith(`${paths.start()}/`))
    for (const pattern of ofDesk.filter((path) => !needsLoginService.includes(path))) {
      const address = pattern.replace(':election', desk.election.code).replaceAll(/:\w+/g, absent)
      const answer = await visitor.get(address)
      expect(answer.status, address).toBeLessThan(500)
      expect(await faultsIn(answer), address).toEqual([])
    }
  })
})

test('public pages, and what is said when there is no page or it fails, are valid HTML', async () => {
  const web = createWeb(desk.deps)
  for (const address of [
    '/',
    '/k',
    '/dev',
    '/loket/aanmelden',
    '/loket/aangemeld',
    '/loket/afgemeld',
    '/nergens',
  ]) {
    const answer = await web.request(address)
    expect(answer.headers.get('Content-Type'), address).toMatch(/^text\/html/)
    expect(await faultsIn(answer), address).toEqual([])
  }
})

test('forms that are sent empty come back as valid HTML', async () => {
  const forms = differentForms(allForms()).filter(({ action }) => !/afmelden|wissel/.test(action))
  expect(forms.length).toBeGreaterThan(20)
  const everybody = await desk.visitor(roles)
  let wrong = 0
  for (const { action, hidden, hasFile } of forms) {
    const answer = hasFile
      ? await sendUpload(everybody, action, hidden)
      : await everybody.post(action, hidden, { Origin: 'http://localhost' })
    expect(answer.status, action).toBeLessThan(500)
    if (answer.status === 422) wrong++
    expect(await faultsIn(answer), action).toEqual([])
  }
  expect(wrong).toBeGreaterThan(10)
})

function sendUpload({ cookie, csrf }: Visitor, address: string, fields: Readonly<Record<string, string>>) {
  const body = new FormData()
  for (const [name, value] of Object.entries({ _csrf: csrf, ...fields })) body.set(name, value)
  const headers = { Cookie: cookie, Origin: 'http://localhost' }
  return Promise.resolve(desk.web.request(address, { method: 'POST', headers, body }))
}

describe('the ids of another municipality', () => {
  const hasId = (text: string) => /[0-9a-f]{8}-[0-9a-f-]{27}/.test(text)
  /** The same page below an election of the other municipality. */
  const there = (address: string) => address.replace(/(\/verkiezing\/)[^/?]+/, `$1${desk.otherElection.code}`)
  const newestEvents = () =>
    desk.database.inScope(staffOf(desk.elsewhere), (db) => latestAuditEvents(db, desk.elsewhere, 1))

  test('open no page of theirs, whatever the role, and it is written down who tried', async () => {
    const addresses = new Set(allPages().flatMap(({ address }) => (hasId(address) ? there(address) : [])))
    const kinds = new Map([...addresses].map((address) => [patternOf(address, gets), address]))
    kinds.delete(paths.ledgerOfVoter.pattern) // asks for a reason, and shows nothing: whose it is, is looked at with the answer
    expect(kinds.size).toBeGreaterThan(roles.length)
    for (const role of roles) {
      const { get, staffId: actor } = await desk.visitor(role, { at: 'elsewhere' })
      for (const address of kinds.values()) {
        expect([403, 404], `${role} ${address}`).toContain((await get(address)).status)
        expect(await newestEvents(), `${role} ${address}`).toMatchObject([{ actor, action: 'desk.refused' }])
      }
    }
  })

  test('do nothing in a form, whatever the role', async () => {
    const forms = differentForms(allForms())
      .filter(({ action, hidden }) => hasId(action) || Object.values(hidden).some(hasId))
      // Staying logged in is nobody else's; where it leads is asked as any page.
      .filter(({ action }) => action !== paths.stay())
    expect(forms.length).toBeGreaterThan(5)
    const [everybody, before] = [await desk.visitor(roles, { at: 'elsewhere' }), await rowsHere()]
    for (const { action, hidden } of forms) {
      const answer = await everybody.post(there(action), hidden, { Origin: 'http://localhost' })
      expect([403, 404, 409, 422], action).toContain(answer.status)
    }
    expect(await rowsHere()).toEqual(before)
  })

  async function rowsHere() {
    const events = await desk.database.inScope(staffOf(desk.here), (db) =>
      latestAuditEvents(db, desk.here, 1),
    )
    return events
  }
})
