import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deskRoutes } from '../src/desk/index.ts'
import { deskRoot } from '../src/desk/paths.ts'
import { rightNames } from '../src/desk/right-names.nl.ts'
import { aDeskTrial, type DeskTrial, type Visitor } from '../src/desk/testing.ts'
import {
  authorityRights,
  isStaffRight,
  mayDo,
  rightsOf,
  type Staff,
  type StaffRight,
  type StaffRole,
  staffRoles,
} from '../src/municipalities/index.ts'
import { latestAuditEvents } from '../src/platform/audit.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import type { Access, Route } from '../src/platform/http/route.ts'
import { portalRoutes } from '../src/portal/index.ts'
import { createWeb, routesOf } from '../src/server.ts'

/** Walks every route of the pages: each says what it asks, and that is what happens. */

let trial: DeskTrial
let routes: readonly Route[]
type Role = StaffRole | 'magistraat'
const visitors = new Map<Role, Visitor>()
const roles: readonly Role[] = [...(Object.keys(staffRoles) as StaffRole[]), 'magistraat']

/** A court names nobody for the seats that a chair fills: that is for the main bureau itself. */
const rightsOfCourt = authorityRights.filter((right) => right !== 'bureaus.choose')

function mayOpen(role: Role, right: string): boolean {
  const rights = role === 'magistraat' ? rightsOfCourt : rightsOf([role])
  return mayDo({ rights } as unknown as Staff, right as StaffRight)
}

beforeAll(async () => {
  trial = await aDeskTrial(createWeb)
  routes = routesOf(trial.deps)
  for (const role of roles) visitors.set(role, await trial.visitor(role))
})
afterAll(() => trial.close())

/** An address of the route: of the election that is given, and otherwise of something that is not there. */
function addressOf(path: string, election = trial.election.code): string {
  return path.replace(':election', election).replaceAll(/:\w+/g, '018f3d5e-0000-7000-8000-000000000000')
}

test('every route asks a right with an audit event, or says explicitly that it is public', () => {
  expect(routes.length).toBeGreaterThan(10)
  for (const { access, path } of routes)
    if (access !== 'public') {
      expect(isStaffRight(access.right) || access.right === 'citizen', path).toBe(true)
      expect(access.audit, path).toMatch(/^[a-z-]+\.[a-z-]+$/)
    }
})

test('no two routes answer the same request', () => {
  const lines = routes.map((route) => `${route.method} ${route.path}`)
  expect(new Set(lines).size).toBe(lines.length)
})

test('every public page is Dutch, has one heading of the first level and works without script', async () => {
  const pages = routes.filter(
    ({ method, path, access }) =>
      method === 'GET' &&
      access === 'public' &&
      !/\.(css|js|json|svg|cose|csv|geojson|jsonld)$|^\/assets\//.test(path),
  )
  for (const { path } of pages) {
    const answer = await createWeb(trial.deps).request(path.replace(':municipality', 'zonnedorp-1'))
    if (answer.status === 303) continue
    const html = await answer.text()
    expect([200, 503], path).toContain(answer.status)
    expect(html).toContain('<html lang="nl"')
    expect(html.match(/<h1>/g), path).toHaveLength(1)
    expect(html, path).not.toMatch(/<script(?![^>]* nonce="[\w+/=]{16,}")/)
    expect(html, path).not.toMatch(/ style=| on[a-z]+="/)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  }
})

describe('what is a citizen’s', () => {
  for (const { method, path } of portalRoutes)
    test(`${method} ${path} shows nothing to who is not logged in as one`, async () => {
      const staff = visitors.get('medewerker')!
      for (const headers of [
        {},
        { Cookie: staff.cookie },
        { Cookie: `kiesloket-burger=${'A'.repeat(43)}` },
      ]) {
        const answer = await trial.web.request(addressOf(path), { method, headers })
        expect(answer.status).toBe(303)
        expect(answer.headers.get('Location')).toMatch(/^\/mijn\/(aanmelden|afgemeld)/)
        expect(answer.headers.get('Cache-Control')).toBe('no-store')
      }
    })
})

describe('the desk', () => {
  const asked = deskRoutes.map((route) => ({ ...route, access: route.access as Access }))

  test('lies below one address, and each of its POSTs has a page to come back to', () => {
    for (const { path } of asked)
      expect(path === deskRoot || path.startsWith(`${deskRoot}/`), path).toBe(true)
  })

  for (const { method, path, access } of asked) {
    const line = `${method} ${path}`
    const request = (visitor: Visitor, election?: string) =>
      method === 'GET'
        ? visitor.get(addressOf(path, election))
        : visitor.post(addressOf(path, election), {}, { Origin: 'http://localhost' })

    test(`${line} sends who is not logged in to the login`, async () => {
      const answer = await trial.web.request(addressOf(path), { method })
      expect(answer.status).toBe(303)
      const to = answer.headers.get('Location')!
      expect([access.away, '/loket/aanmelden'].some((address) => address && to.startsWith(address))).toBe(
        true,
      )
    })

    for (const role of roles) {
      const isAllowed = mayOpen(role, access.right)
      test(`${line} ${isAllowed ? 'is open to' : 'refuses'} ${role}`, async () => {
        // A new login each time: what ends a session or is seldom allowed disturbs no other test.
        const answer = await request(await trial.visitor(role))
        if (isAllowed) expect(answer.status, await answer.clone().text()).not.toBe(403)
        else {
          expect(answer.status).toBe(403)
          expect(await answer.text()).toContain(rightNames[access.right as StaffRight])
        }
        expect(answer.headers.get('Cache-Control')).toBe('no-store')
      })
    }

    if (path.includes(':election'))
      test(`${line} does not know an election of another municipality`, async () => {
        const role = roles.find((one) => mayOpen(one, access.right))
        expect(role, 'some role has this right').toBeDefined()
        const own = await request(visitors.get(role!)!, trial.otherElection.code)
        const absent = await request(visitors.get(role!)!, 'there-is-none')
        expect(
          [own.status, absent.status].every((status) => status === 404 || (access.fresh && status === 303)),
        ).toBe(true)
        const words = async (answer: Response) =>
          (await answer.text()).replaceAll(/nonce="[^"]*"|verkiezing-elders|there-is-none/g, '')
        expect(await words(own)).toBe(await words(absent))
      })

    if (method === 'POST')
      test(`${line} is refused without the token of the session, and from another site`, async () => {
        const role = roles.find((one) => mayOpen(one, access.right))!
        const visitor = await trial.visitor(role)
        const forged = [
          await visitor.post(addressOf(path), { _csrf: '' }),
          await visitor.post(addressOf(path), { _csrf: visitors.get('lezer')!.csrf }),
          await visitor.post(addressOf(path), {}, { 'Sec-Fetch-Site': 'cross-site' }),
          await visitor.post(addressOf(path), {}, { Origin: 'https://elsewhere.example' }),
        ]
        const statuses = forged.map(({ status }) => status)
        expect(statuses.slice(2)).toEqual([403, 403])
        // The token of an upload is read with its file, by the page itself.
        for (const status of statuses.slice(0, 2))
          expect(status).toBeGreaterThanOrEqual(access.upload ? 400 : 403)
      })
  }

  test('a refusal is written down, with what was tried and by whom', async () => {
    const own = await aDeskTrial(createWeb) // where nothing was refused before: they are counted by the minute
    const visitor = await own.visitor('loket')
    const line = asked.find(({ access }) => !mayOpen('loket', access.right))
    if (!line) return
    await (line.method === 'GET' ? visitor.get(addressOf(line.path)) : visitor.post(addressOf(line.path)))
    const events = await own.database.inScope(staffOf(own.here), (db) => latestAuditEvents(db, own.here, 1))
    await own.close()
    expect(events).toMatchObject([
      {
        actor: visitor.staffId,
        action: 'desk.refused',
        details: { event: line.access.audit, because: 'right-missing' },
      },
    ])
  })
})
