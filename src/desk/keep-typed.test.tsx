import { Hono } from 'hono'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { TextField } from '../platform/http/components/index.ts'
import { pageAbove } from '../platform/http/page-above.ts'
import { readUpload } from '../platform/http/read-upload.ts'
import { get, mount, post } from '../platform/http/route.ts'
import { isOurToken } from './cookies.ts'
import type { Desk, DeskRoute } from './desk.ts'
import { guarded } from './guard.ts'
import { showPage } from './show-page.tsx'
import { aDeskTrial, type DeskTrial, type TrialDeps } from './testing.ts'

const page = '/loket/proef'
const right = { right: 'desk.read', audit: 'trial.opened' } as const
const show = (desk: Desk) =>
  showPage(
    desk,
    { title: 'Proef' },
    TextField({ name: 'reason', label: 'Reden', value: desk.form.text('reason') }),
  )
const done = (desk: Desk) => desk.context.text(`done ${desk.form.text('reason')}`)
const receive = async (file: AsyncIterable<Buffer>) => {
  let bytes = 0
  for await (const chunk of file) bytes += chunk.length
  return bytes
}

const routes: readonly DeskRoute[] = [
  get(page, right, show),
  post(page, { ...right, audit: 'trial.done' }, done),
  post(`${page}/bestand`, { ...right, audit: 'trial.uploaded', upload: true }, async (desk) => {
    const asked = { field: 'list', maxBytes: 1000, isOurToken: isOurToken(desk), receive }
    return desk.context.json(await readUpload(desk.context, asked))
  }),
]

let trial: DeskTrial
const opened: DeskTrial[] = []
const minutes = (count: number) => {
  trial.deps.clock.moveTo(new Date(trial.deps.clock.now().getTime() + count * 60_000).toISOString())
}

beforeEach(async () => {
  if (trial) return trial.deps.clock.moveTo('2029-05-02T10:00:00Z')
  trial = await aDeskTrial((deps: TrialDeps) => {
    const web = new Hono()
    mount(web, guarded(deps, routes))
    return web
  })
  opened.push(trial)
})
afterAll(async () => {
  for (const one of opened) await one.close()
})

function keptIn(answer: Response): string {
  const to = new URL(answer.headers.get('Location')!, 'http://localhost')
  expect(to.pathname).toBe('/loket/aanmelden')
  return to.searchParams.get('naar')!
}

describe('what somebody typed when their session was over', () => {
  test('is there after the login, once, with a word about it', async () => {
    const before = await trial.visitor('lezer', { subject: 'who-typed' })
    minutes(21)
    const back = keptIn(await before.post(page, { reason: 'een heel verhaal <b>' }))
    expect(back, 'what was typed is in no address').not.toContain('verhaal')
    const after = await trial.visitor('lezer', { subject: 'who-typed' })
    const shown = await (await after.get(back)).text()
    expect(shown).toContain('een heel verhaal &lt;b&gt;')
    expect(shown).toContain('Niets is verloren')
    expect(await (await after.get(back)).text()).not.toContain('verhaal')
  })

  test('was nothing: a button without fields has to be pressed again, and the page says so', async () => {
    const before = await trial.visitor('lezer', { subject: 'who-pressed' })
    minutes(21)
    const back = keptIn(await before.post(page))
    const after = await trial.visitor('lezer', { subject: 'who-pressed' })
    expect(await (await after.get(back)).text()).toContain('Klik nog eens')
    expect(await (await after.get(page)).text()).not.toContain('Klik nog eens')
  })

  test('is for nobody else, and not for ever', async () => {
    const before = await trial.visitor('lezer', { subject: 'who-typed-too' })
    minutes(21)
    const back = keptIn(await before.post(page, { reason: 'mijn verhaal' }))
    const other = await trial.visitor('lezer')
    expect(await (await other.get(back)).text()).not.toContain('verhaal')
    minutes(61)
    const late = await trial.visitor('lezer', { subject: 'who-typed-too' })
    expect(await (await late.get(back)).text()).not.toContain('verhaal')
  })

  test('is not kept when the form was not ours, and that is said', async () => {
    const before = await trial.visitor('lezer')
    minutes(21)
    const back = keptIn(await before.post(page, { reason: 'gesmokkeld', _csrf: 'x' }))
    expect(back).toBe(`${page}?kwijt=alles`)
    const after = await trial.visitor('lezer')
    expect(await (await after.get(back)).text()).toContain('dat kon niet bewaard worden')
  })

  test('is there after they logged out in another tab, where no session is left to see', async () => {
    const before = await trial.visitor('lezer', { subject: 'who-left' })
    const gone = { Cookie: '' }
    const back = keptIn(await before.post(page, { reason: 'mijn verhaal' }, gone))
    expect(back.startsWith(`${page}?bewaard=`)).toBe(true)
    const other = await trial.visitor('lezer')
    const seenByOther = await (await other.get(back)).text()
    expect(seenByOther).not.toContain('verhaal')
    expect(seenByOther).toContain('alleen aan wie het invulde')
    const after = await trial.visitor('lezer', { subject: 'who-left' })
    expect(await (await after.get(back)).text()).toContain('value="mijn verhaal"')
    expect(keptIn(await before.post(page, {}, gone)), 'nothing typed').toBe(`${page}?kwijt=niets`)
  })

  test('is listed where the page has no field for it', async () => {
    const before = await trial.visitor('lezer', { subject: 'who-typed-more' })
    const fields = { reason: 'ja', more: 'nog <i>iets</i>', which: before.staffId }
    const back = keptIn(await before.post(page, fields, { Cookie: '' }))
    const after = await trial.visitor('lezer', { subject: 'who-typed-more' })
    const shown = await (await after.get(back)).text()
    expect(shown).toContain('<li>nog &lt;i&gt;iets&lt;/i&gt;</li>')
    expect(shown).not.toContain(`<li>${before.staffId}`)
  })

  test('is kept without the file beside it, and that is said', async () => {
    const before = await trial.visitor('lezer', { subject: 'who-chose' })
    const body = new FormData()
    body.set('_csrf', before.csrf)
    body.set('reason', 'nieuw')
    body.set('list', new Blob(['x'.repeat(300_000)]), 'lijst.csv')
    const back = keptIn(await trial.web.request(`${page}/bestand`, { method: 'POST', body }))
    const after = await trial.visitor('lezer', { subject: 'who-chose' })
    const shown = await (await after.get(back)).text()
    expect(shown).toContain('value="nieuw"')
    expect(shown).toContain('Het bestand dat u koos, is niet bewaard')
  })

  test('of one person is kept twenty times at most', async () => {
    const before = await trial.visitor('lezer', { subject: 'who-never-stops' })
    const backs: string[] = []
    for (let times = 0; times < 21; times++) {
      trial.deps.clock.moveTo(new Date(trial.deps.clock.now().getTime() + 1000).toISOString())
      backs.push(keptIn(await before.post(page, { reason: `verhaal ${times}` }, { Cookie: '' })))
    }
    const after = await trial.visitor('lezer', { subject: 'who-never-stops' })
    expect(await (await after.get(backs[0]!)).text()).not.toContain('verhaal')
    expect(await (await after.get(backs[1]!)).text()).toContain('verhaal 1')
  })
})

describe('a form of before the same person logged in again in another tab', () => {
  const own = { Origin: 'http://localhost' }
  const twice = async (subject: string, at: 'here' | 'elsewhere' = 'here') => {
    const before = await trial.visitor('lezer', { subject })
    return [before, await trial.visitor('lezer', { subject, at })] as const
  }

  test('does nothing, and comes back with what was typed', async () => {
    const [before, now] = await twice('two-tabs')
    const answer = await now.post(page, { reason: 'een heel verhaal', _csrf: before.csrf }, own)
    expect(answer.status).toBe(303)
    const back = answer.headers.get('Location')!
    expect(back.startsWith(`${page}?bewaard=`)).toBe(true)
    const shown = await (await now.get(back)).text()
    expect(shown).toContain('value="een heel verhaal"')
    expect(shown).toContain('Niets is verloren')
    const other = await trial.visitor('lezer')
    expect(await (await other.get(back)).text()).not.toContain('verhaal')
  })

  test('is refused from a browser that does not say that it comes from our page', async () => {
    const [before, now] = await twice('two-tabs-unsaid')
    const fields = { reason: 'gesmokkeld', _csrf: before.csrf }
    expect((await now.post(page, fields)).status).toBe(403)
    expect((await now.post(page, fields, { Origin: 'https://elsewhere.example' })).status).toBe(403)
  })

  test('is refused where it is of another person, or of another municipality, and waits for whoever typed it', async () => {
    const [here, there] = await twice('two-organisations', 'elsewhere')
    const other = await trial.visitor('lezer')
    for (const who of [other, there]) {
      const answer = await who.post(page, { reason: 'mijn verhaal', _csrf: here.csrf }, own)
      expect(answer.status).toBe(403)
      const shown = await answer.text()
      expect(shown).not.toContain('mijn verhaal')
      expect(shown).toContain('bewaard voor wie het invulde')
      const login = new URL(
        /href="([^"]*aanmelden[^"]*)"/.exec(shown)![1]!.replaceAll('&amp;', '&'),
        'http://localhost',
      )
      const back = login.searchParams.get('naar')!
      expect(await (await who.get(back)).text()).not.toContain('mijn verhaal')
      expect(await (await here.get(back)).text()).toContain('value="mijn verhaal"')
    }
  })
})

test.each([
  ['/loket/verkiezing/2029/brieven/vrijgeven', '/loket/verkiezing/2029/brieven'],
  ['/loket/verkiezing/2029/brieven', '/loket/verkiezing/2029/brieven'],
  ['/loket/iets', '/loket'],
  ['/elders', '/loket'],
])('after a login a form at %s is found at %s', (from, to) => {
  expect(pageAbove(from, ['/loket', '/loket/verkiezing/:election/brieven'], '/loket')).toBe(to)
})
