import { Hono } from 'hono'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { endSessionsOf, endStaff } from '../municipalities/index.ts'
import { TextField } from '../platform/http/components/index.ts'
import { readUpload } from '../platform/http/read-upload.ts'
import { get, mount, post } from '../platform/http/route.ts'
import { isOurToken } from './cookies.ts'
import type { Desk, DeskRoute } from './desk.ts'
import { guarded } from './guard.ts'
import { showPage } from './show-page.tsx'
import { aDeskTrial, type DeskTrial, type TrialDeps, type Visitor } from './testing.ts'

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
  post(`${page}/vers`, { ...right, audit: 'trial.done', fresh: true }, done),
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

describe('a session', () => {
  test('ends after twenty minutes of nothing, and goes on while something is done', async () => {
    const visitor = await trial.visitor('lezer')
    for (let times = 0; times < 3; times++) {
      minutes(19)
      expect((await visitor.get(page)).status).toBe(200)
    }
    minutes(21)
    expect((await visitor.get(page)).status).toBe(303)
  })

  test('ends after ten hours, whatever is done', async () => {
    const visitor = await trial.visitor('lezer')
    for (let times = 0; times < 39; times++) {
      minutes(15)
      expect((await visitor.get(page)).status).toBe(200)
    }
    minutes(15)
    expect((await visitor.get(page)).status).toBe(303)
  })

  test('ends at once when the person leaves, or somebody ends it', async () => {
    const [leaver, loser] = [await trial.visitor('lezer'), await trial.visitor('lezer')]
    const facts = { municipalityId: trial.here, by: 'test' }
    await endStaff(trial.deps, { ...facts, staffId: leaver.staffId })
    await endSessionsOf(trial.deps, { ...facts, staffId: loser.staffId })
    expect([(await leaver.get(page)).status, (await loser.get(page)).status]).toEqual([303, 303])
  })

  test('is known by its whole token: not by another municipality, another id or another secret', async () => {
    const { cookie } = await trial.visitor('lezer')
    const [municipality, id, secret] = cookie.replace('kiesloket=', '').split('.')
    const forged = [
      `${trial.elsewhere}.${id}.${secret}`,
      `${municipality}.${id!.replace(/.$/, (last) => (last === '0' ? '1' : '0'))}.${secret}`,
      `${municipality}.${id}.${secret!.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`,
      'nonsense',
    ]
    for (const token of forged)
      expect(
        (await trial.web.request(page, { headers: { Cookie: `kiesloket=${token}` } })).status,
        token,
      ).toBe(303)
  })

  test('that is over is told to a script without a detour', async () => {
    const answer = await trial.web.request(page, { method: 'POST', headers: { Accept: 'application/json' } })
    expect([answer.status, await answer.json()]).toEqual([401, { loggedIn: false }])
  })
})

describe('what needs a fresh login', () => {
  test('goes through right after one, and asks for another ten minutes later with what was typed kept', async () => {
    const visitor = await trial.visitor('lezer', { subject: 'who-releases' })
    minutes(9)
    expect(await (await visitor.post(`${page}/vers`, { reason: 'ja' })).text()).toBe('done ja')
    minutes(1)
    const asked = await visitor.post(`${page}/vers`, { reason: 'later' })
    expect(asked.headers.get('Location')).toContain('vers=ja')
    const again = await trial.visitor('lezer', { subject: 'who-releases' })
    const back = keptIn(asked)
    expect(back.startsWith(`${page}?bewaard=`)).toBe(true)
    expect(await (await again.get(back)).text()).toContain('value="later"')
  })
})

test('a form larger than a form is refused, and nothing is done', async () => {
  const visitor = await trial.visitor('lezer')
  expect((await visitor.post(page, { reason: 'x'.repeat(600_000) })).status).toBe(413)
})

describe('an upload', () => {
  const file = new Blob(['a;b'])
  const upload = async (
    fields: readonly (readonly [string, string | Blob])[],
    headers: object = { Origin: 'http://localhost' },
  ) => {
    const visitor = await trial.visitor('lezer')
    const body = new FormData()
    for (const [name, value] of fields) body.append(name, value === 'TOKEN' ? visitor.csrf : value)
    return trial.web.request(`${page}/bestand`, {
      method: 'POST',
      body,
      headers: { Cookie: visitor.cookie, ...headers },
    })
  }

  test('is read as it comes in when its token stands before the file', async () => {
    const answer = await upload([
      ['_csrf', 'TOKEN'],
      ['reason', 'nieuw'],
      ['list', file],
    ])
    expect(await answer.json()).toMatchObject({
      ok: true,
      received: 3,
      form: { fields: { reason: ['nieuw'] } },
    })
  })

  test.each([
    ['without token', [['list', file]], 'not-from-our-page'],
    [
      'with its token behind the file',
      [
        ['list', file],
        ['_csrf', 'TOKEN'],
      ],
      'not-from-our-page',
    ],
    ['without file', [['_csrf', 'TOKEN']], 'no-file'],
    [
      'that is too large',
      [
        ['_csrf', 'TOKEN'],
        ['list', new Blob(['x'.repeat(2000)])],
      ],
      'too-large',
    ],
  ] as const)('%s is refused', async (_, fields, because) => {
    expect(await (await upload(fields)).json()).toMatchObject({ ok: false, because })
  })

  test('of an earlier login of the same person comes back with what was typed beside the file; of somebody else it waits', async () => {
    const send = async (csrf: string, { cookie }: Visitor) => {
      const body = new FormData()
      for (const [name, value] of [
        ['_csrf', csrf],
        ['reason', 'zeldzaam'],
        ['list', file],
      ] as const)
        body.append(name, value)
      const headers = { Cookie: cookie, Origin: 'http://localhost' }
      return trial.web.request(`${page}/bestand`, { method: 'POST', body, headers })
    }
    const { csrf } = await trial.visitor('lezer', { subject: 'who-uploads' })
    const again = await trial.visitor('lezer', { subject: 'who-uploads' })
    const answer = await send(csrf, again)
    expect(answer.status).toBe(303)
    const back = answer.headers.get('Location')!
    expect(back).toMatch(/^\/loket\/proef\?bewaard=.*kwijt=bestand$/)
    expect(await (await again.get(back)).text()).toContain('value="zeldzaam"')
    const other = await send(csrf, await trial.visitor('lezer'))
    expect(other.status).toBe(403)
    expect(await other.text()).not.toContain('zeldzaam')
  })

  test('of which no browser says where it comes from is refused', async () => {
    expect(
      (
        await upload(
          [
            ['_csrf', 'TOKEN'],
            ['list', file],
          ],
          {},
        )
      ).status,
    ).toBe(403)
  })
})
