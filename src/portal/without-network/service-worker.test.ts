import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { beforeEach, expect, test } from 'vitest'

/** The service worker on its own: what it shows when the server answers this or that. */

const source = readFileSync(join(import.meta.dirname, 'service-worker.js'), 'utf8')
const page = 'https://portaal.example/mijn/stembureau'
const path = '/mijn/stembureau'

let kept: Map<string, Response>
let server: (request: { url: string }) => Promise<Response>
let ask: (request: object) => Promise<Response> | undefined

beforeEach(() => {
  kept = new Map()
  const handlers = new Map<string, (event: object) => void>()
  const cache = {
    put: async (at: string, answer: Response) => void kept.set(at, answer),
    delete: async (at: string) => kept.delete(at),
  }
  const facts = { cacheName: 'ours', closed: 'it is over', door: 'to SCREEN or to COPY' }
  const lines = Object.entries(facts).map(([name, text]) => `const ${name} = '${text}'\n`)
  runInNewContext(lines.join('') + source, {
    ...{ URL, Response, setTimeout: () => {} },
    caches: { open: async () => cache, match: async (at: string) => kept.get(at)?.clone() },
    fetch: (request: { url: string }) => server(request),
    self: {
      addEventListener: (name: string, handler: (event: object) => void) => handlers.set(name, handler),
      location: { origin: 'https://portaal.example' },
    },
  })
  ask = (request) => {
    let answer: Promise<Response> | undefined
    const respondWith = (given: Promise<Response>) => {
      answer = given
    }
    handlers.get('fetch')!({ request: { method: 'GET', url: page, ...request }, respondWith })
    return answer
  }
})

const screen = (text: string, until = Date.now() + 60_000, needed = until) =>
  new Response(text, { headers: { 'Kiesloket-Until': String(until), 'Kiesloket-Needed': String(needed) } })
const onItsDay = () => screen('kept', Date.now() + 60_000, Date.now() - 60_000)
/** What the server says to who has to log in. */
const toLogin = () => Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' })
const navigation = { mode: 'navigate', destination: 'document' }
const shown = async (request: object) => (await ask(request))?.text()

test('what the server says now goes before what was kept', async () => {
  kept.set(path, screen('kept'))
  server = async () => screen('now')
  expect(await shown(navigation)).toBe('now')
})

test.each([
  ['out of reach', () => Promise.reject(new TypeError('no network'))],
  ['out of order', async () => new Response('broken', { status: 503 })],
])('a server that is %s leaves what was kept', async (_, answer) => {
  kept.set(path, screen('kept'))
  server = answer
  expect(await shown(navigation)).toBe('kept')
  expect(await shown(navigation)).toBe('kept')
})

test('who has to log in is sent there, and the copy stays for when there is no network', async () => {
  kept.set(path, screen('kept'))
  const answer = toLogin()
  server = async () => answer
  expect(await ask(navigation)).toBe(answer)
  expect(await ask({ ...navigation, url: `${page}?kopie=toon` }), 'by that address too').toBe(answer)
  expect(kept.has(path)).toBe(true)
})

test('on the day itself who has to log in may choose for the copy, which is shown when they do', async () => {
  kept.set(path, onItsDay())
  server = async () => toLogin()
  const answer = (await ask(navigation))!
  expect(await answer.text()).toBe(`to ${path} or to ${path}?kopie=toon`)
  expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  expect(await shown({ ...navigation, url: `${page}?kopie=toon` })).toBe('kept')
  expect(kept.has(path)).toBe(true)
})

test('where nothing is kept nobody chooses, also on the day itself', async () => {
  const answer = toLogin()
  server = async () => answer
  expect(await ask(navigation)).toBe(answer)
  expect(await ask({ ...navigation, url: `${page}?kopie=toon` })).toBe(answer)
})

test('on the day itself too, who is logged in gets what the server says now', async () => {
  kept.set(path, onItsDay())
  server = async () => screen('now')
  expect(await shown(navigation)).toBe('now')
  expect(await shown({ ...navigation, url: `${page}?kopie=toon` })).toBe('now')
})

test.each([
  [404, 'taken back'],
  [200, 'the election is over'],
])('a page that is not there any more (%i) takes the copy along', async (status, text) => {
  kept.set(path, screen('kept'))
  server = async () => new Response(text, { status })
  expect(await shown(navigation)).toBe(text)
  expect(kept.has(path)).toBe(false)
})

test('after its last moment the copy is gone, and says that it was there', async () => {
  kept.set(path, screen('kept', Date.now() - 1))
  server = () => Promise.reject(new TypeError('no network'))
  expect(await shown(navigation)).toBe('it is over')
  expect(await kept.get(path)!.clone().text()).toBe('it is over')
  expect(await shown(navigation)).toBe('it is over')
})

test('a page that was never kept fails as any page does', async () => {
  server = () => Promise.reject(new TypeError('no network'))
  await expect(ask(navigation)).rejects.toThrow('no network')
})

test('a file comes from what was kept, or else from the server; other requests are left alone', async () => {
  const file = { mode: 'no-cors', destination: 'style', url: 'https://portaal.example/assets/style.css' }
  server = async () => new Response('fetched')
  expect(await shown(file)).toBe('fetched')
  kept.set('/assets/style.css', new Response('kept'))
  expect(await shown(file)).toBe('kept')
  for (const request of [
    { method: 'POST' },
    { url: 'https://elsewhere.example/' },
    { mode: 'cors', destination: '' },
  ])
    expect(ask(request)).toBeUndefined()
})
