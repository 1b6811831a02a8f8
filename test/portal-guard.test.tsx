import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aDeskTrial, type DeskTrial, type TrialDeps } from '../src/desk/testing.ts'
import { TextField } from '../src/platform/http/components/index.ts'
import { get, mount, post } from '../src/platform/http/route.ts'
import { showPage } from '../src/portal/frame.tsx'
import { guarded } from '../src/portal/guard.ts'
import { startSession } from '../src/portal/login/citizen-session.ts'
import { signOut } from '../src/portal/login/sign-out.tsx'
import { stay } from '../src/portal/login/stay.ts'
import { paths } from '../src/portal/paths.ts'
import type { Portal, PortalRoute } from '../src/portal/portal.ts'

const page = '/mijn/proef'
const right = { right: 'citizen', audit: 'trial.opened' } as const
const show = (portal: Portal) =>
  showPage(portal, { title: 'Proef' }, [
    TextField({ name: 'adres', label: 'Adres', value: portal.form.text('adres') }),
  ])
const routes: readonly PortalRoute[] = [
  get(page, right, show),
  get('/mijn/andere', right, show),
  post(page, right, ({ form, context }) => context.text(`done ${form.text('adres')}`)),
  post(`${page}/stoppen`, right, ({ form, context }) => context.text(`stopped ${form.text('adres')}`)),
  post(paths.stay, right, stay),
  post(paths.signOut, right, signOut),
]

const an = { nationalNumber: '85610100147', name: 'An Peeters' }
const bo = { nationalNumber: '90620701067', name: 'Bo Maes' }
const start = '2029-05-02T10:00:00Z'

let trial: DeskTrial
beforeAll(async () => {
  trial = await aDeskTrial((deps: TrialDeps) => {
    const web = new Hono()
    mount(web, guarded(deps, routes))
    return web
  })
})
afterAll(() => trial.close())
beforeEach(() => trial.deps.clock.moveTo(start))

/** Minutes after the beginning of the test. */
const minutesIn = (minutes: number) =>
  trial.deps.clock.moveTo(new Date(Date.parse(start) + minutes * 60_000).toISOString())

/** A browser: it keeps cookies, whoever logs in. */
function aBrowser() {
  const jar = new Map<string, string>()
  async function ask(address: string, options: RequestInit = {}) {
    const Cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await trial.web.request(address, { ...options, headers: { ...options.headers, Cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0]!.split('=') as [string, string]
      if (value) jar.set(name, value)
      else jar.delete(name)
    }
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }
  const send = (address: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    ask(address, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        Origin: 'http://localhost',
        ...headers,
      },
      body: new URLSearchParams(fields).toString(),
    })
  return {
    jar,
    ask,
    send,
    async logIn(identity: typeof an) {
      jar.set('kiesloket-burger', await startSession(trial.deps, identity))
    },
    /** The token in the forms of the page that is open. */
    async token() {
      return /name="_csrf" value="([^"]+)"/.exec((await ask(page)).text)![1]!
    },
  }
}

describe('until when somebody is logged in', () => {
  test('stands on every page, and in time a script says so and lets them stay', async () => {
    const browser = aBrowser()
    await browser.logIn(an)
    const { text } = await browser.ask(page)
    expect(text).toContain('Als je niets doet, word je om 12:20 uur afgemeld.')
    expect(text).toMatch(/<section class="session-bar"[^>]*data-warn-after="1080"[^>]*data-end-after="1200"/)
    expect(text).toMatch(/<script type="module" src="[^"]*session\.js"/)
  })

  test('is later after one click, with script and without', async () => {
    const browser = aBrowser()
    await browser.logIn(an)
    const _csrf = await browser.token()
    minutesIn(15)
    const asked = await browser.send(paths.stay(), { _csrf }, { Accept: 'application/json' })
    const facts = { endAfter: 1200, warnAfter: 1080, mayStay: true }
    expect(JSON.parse(asked.text)).toEqual({ ...facts, until: expect.stringContaining('12:35') })
    minutesIn(30)
    const back = await browser.send(paths.stay(), { _csrf, naar: `${page}?taal=fr` })
    expect([back.status, back.headers.get('Location')]).toEqual([303, `${page}?taal=fr`])
    minutesIn(45)
    expect((await browser.ask(page)).text).toContain('13:05')
  })

  test('can be made later ten times, and not for ever: a phone is shared', async () => {
    const browser = aBrowser()
    await browser.logIn(an)
    for (let minutes = 15; minutes <= 225; minutes += 15) {
      minutesIn(minutes)
      expect((await browser.ask(page)).status, `after ${minutes} minutes`).toBe(200)
    }
    const last = (await browser.ask(page)).text
    expect(last).toContain('16:00 uur afgemeld')
    expect(last, 'what helps no more is not offered').toMatch(
      /<span data-session-until[^>]*>[^<]*<\/span><\/div>/,
    )
    expect(last).toContain('data-may-stay=""')
    minutesIn(240)
    expect((await browser.ask(page)).headers.get('Location')).toMatch(/^\/mijn\/aanmelden/)
  })

  test('is never promised later than it is', async () => {
    const browser = aBrowser()
    await browser.logIn(an)
    trial.deps.clock.moveTo('2029-05-02T10:00:29Z')
    expect((await browser.ask(page)).text).toContain('data-end-after="1171"')
    trial.deps.clock.moveTo('2029-05-02T10:20:00Z')
    expect((await browser.ask(page)).status).toBe(303)
  })

  test('staying leads to no other site', async () => {
    const browser = aBrowser()
    await browser.logIn(an)
    const _csrf = await browser.token()
    const back = await browser.send(paths.stay(), { _csrf, naar: 'https://elders.example/' })
    expect(back.headers.get('Location')).toBe(paths.elections())
  })
})

describe('what was typed when the session was over', () => {
  async function typedTooLate(address = page) {
    const browser = aBrowser()
    await browser.logIn(an)
    const _csrf = await browser.token()
    minutesIn(21)
    const sent = await browser.send(address, { _csrf, adres: 'an@voorbeeld.example' })
    return { browser, sent, _csrf }
  }

  test.each([page, `${page}/stoppen`])(
    'at %s is there after the login, once, and nothing was done with it',
    async (at) => {
      const { browser, sent } = await typedTooLate(at)
      expect(sent.status).toBe(303)
      expect(sent.headers.get('Location')).toBe(`${paths.signIn()}?naar=${encodeURIComponent(page)}`)
      expect(JSON.stringify([...browser.jar]), 'and nobody reads it in the browser').not.toContain(
        'voorbeeld',
      )
      await browser.logIn(an)
      expect((await browser.ask('/mijn/andere')).text).not.toContain('an@voorbeeld.example')
      const shown = (await browser.ask(page)).text
      expect(shown).toContain('value="an@voorbeeld.example"')
      expect(shown).toContain('Nog niet verstuurd')
      const again = (await browser.ask(page)).text
      expect(again).not.toContain('an@voorbeeld.example')
      expect(again).not.toContain('Nog niet verstuurd')
    },
  )

  test('is for nobody else who uses this phone', async () => {
    const { browser } = await typedTooLate()
    await browser.logIn(bo)
    expect((await browser.ask(page)).text).not.toContain('an@voorbeeld.example')
    await browser.logIn(an)
    expect((await browser.ask(page)).text).not.toContain('an@voorbeeld.example')
  })

  test('is gone after half an hour, and after logging out', async () => {
    const { browser } = await typedTooLate()
    minutesIn(52)
    await browser.logIn(an)
    expect((await browser.ask(page)).text).not.toContain('an@voorbeeld.example')
    const other = await typedTooLate()
    await other.browser.logIn(an)
    const opened = (await other.browser.ask('/mijn/andere')).text
    const _csrf = /name="_csrf" value="([^"]+)"/.exec(opened)![1]!
    await other.browser.send(paths.signOut(), { _csrf })
    await other.browser.logIn(an)
    expect((await other.browser.ask(page)).text).not.toContain('an@voorbeeld.example')
  })

  test('is there as well after a new login in another tab', async () => {
    const browser = aBrowser()
    await browser.logIn(an)
    const _csrf = await browser.token()
    await browser.logIn(an)
    const sent = await browser.send(page, { _csrf, adres: 'an@voorbeeld.example' })
    expect([sent.status, sent.headers.get('Location')]).toEqual([303, page])
    expect((await browser.ask(page)).text).toContain('value="an@voorbeeld.example"')
  })

  test('of a form of another site nothing is kept, nor of one of somebody else', async () => {
    const { browser, _csrf } = await typedTooLate('/mijn/andere/niets')
    const adres = 'bo@voorbeeld.example'
    await browser.send(page, { _csrf, adres }, { Origin: 'https://elders.example' })
    await browser.send(page, { _csrf: `x.${_csrf.split('.')[1]}`, adres })
    await browser.logIn(bo)
    await browser.send(page, { _csrf, adres })
    expect([...browser.jar.keys()].filter((name) => name.includes('formulier'))).toEqual([])
  })
})
