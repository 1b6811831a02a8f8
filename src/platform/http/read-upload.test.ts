import { once } from 'node:events'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { buffer, json } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { csrfField } from './components/index.ts'
import { readUpload } from './read-upload.ts'

const boundary = 'grens'
const headers = { 'Content-Type': `multipart/form-data; boundary=${boundary}` }
const begin = [
  `--${boundary}\r\nContent-Disposition: form-data; name="${csrfField}"\r\n\r\nours\r\n`,
  `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nfirst part`,
].join('')

test('who reads a file hears it when the browser goes away in the middle, and is waited for', async () => {
  let heard = ''
  const web = new Hono().post('/', async (context) => {
    const receive = (file: NodeJS.ReadableStream) =>
      buffer(file).catch((error: Error) => {
        heard = error.message
        throw error
      })
    const asked = { field: 'file', maxBytes: 1000, isOurToken: (token: string) => token === 'ours', receive }
    return context.json(await readUpload(context, asked))
  })
  let isBegun = false
  const body = new ReadableStream({
    async pull(controller) {
      if (isBegun) await setTimeout(100) // what was sent before is read first
      if (isBegun) controller.error(new Error('gone'))
      else controller.enqueue(Buffer.from(begin))
      isBegun = true
    },
  })
  const answer = await web.request('/', { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
  expect(await answer.json()).toEqual({ ok: false, because: 'broken' })
  expect(heard).toBe('the upload is broken')
})

test('what goes wrong with us about a file that came in whole is thrown, and is no refusal of the file', async () => {
  const web = new Hono().post('/', async (context) => {
    const receive = async () => {
      throw new Error('no room left')
    }
    const asked = { field: 'file', maxBytes: 1000, isOurToken: () => true, receive }
    return context.json(await readUpload(context, asked))
  })
  web.onError((error, context) => context.text(error.message, 500))
  const body = `${begin}\r\n--${boundary}--\r\n`
  const answer = await web.request('/', { method: 'POST', headers, body })
  expect([answer.status, await answer.text()]).toEqual([500, 'no room left'])
})

test('who refuses a file without reading it keeps nobody waiting', async () => {
  const web = new Hono().post('/', async (context) => {
    const asked = { field: 'file', maxBytes: 20_000_000, isOurToken: () => true, receive: async () => 'no' }
    return context.json(await readUpload(context, asked))
  })
  const body = `${begin}${'x'.repeat(10_000_000)}\r\n--${boundary}--\r\n`
  const answer = await web.request('/', { method: 'POST', headers, body })
  expect(await answer.json()).toMatchObject({ ok: true, received: 'no' })
})

test('a name is kept without what no text may hold', async () => {
  const web = new Hono().post('/', async (context) => {
    const receive = async (_: Readable, name: string) => name
    return context.json(
      await readUpload(context, { field: 'file', maxBytes: 1000, isOurToken: () => true, receive }),
    )
  })
  const body = `${begin.replace('a.csv', 'a\0b.csv')}\r\n--${boundary}--\r\n`
  const answer = await web.request('/', { method: 'POST', headers, body })
  expect(await answer.json()).toMatchObject({ received: 'ab.csv' })
})

test('what says of itself that it is too large is refused before a byte of it is taken', async () => {
  let isTaken = false
  const web = new Hono().post('/', async (context) => {
    const asked = { field: 'file', maxBytes: 1000, isOurToken: () => true, receive: async () => 'received' }
    return context.json(await readUpload(context, asked))
  })
  const body = new ReadableStream(
    {
      pull() {
        isTaken = true
      },
    },
    { highWaterMark: 0 },
  )
  const large = { ...headers, 'Content-Length': String(2 ** 30) }
  const answer = await web.request('/', {
    method: 'POST',
    headers: large,
    body,
    duplex: 'half',
  } as RequestInit)
  expect(await answer.json()).toEqual({ ok: false, because: 'too-large' })
  expect(isTaken).toBe(false)
})

test.each([
  ['in the file', ''],
  ['in another file', `\r\n--${boundary}\r\nContent-Disposition: form-data; name="b"; filename="b"\r\n\r\n`],
  ['in what is no form', '\r\n--grens-that-is-none'],
])('a gigabyte %s that does not tell its length is read up to the bound, and answered', async (_, more) => {
  const web = new Hono().post('/', async (context) => {
    const asked = { field: 'file', maxBytes: 1_000_000, isOurToken: () => true, receive: buffer }
    return context.json(await readUpload(context, asked))
  })
  const server = serve({ fetch: web.fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  let sent = 0
  function* gigabyte() {
    yield Buffer.from(begin + more)
    const piece = Buffer.alloc(64 * 1024)
    for (; sent < 2 ** 30; sent += piece.length) yield piece
  }
  const asking = request({ host: '127.0.0.1', port, method: 'POST', headers })
  asking.on('error', () => {}) // the line is closed on who goes on sending
  const body = Readable.from(gigabyte())
  body.pipe(asking)
  const [answer] = await once(asking, 'response')
  expect(await json(answer)).toEqual({ ok: false, because: 'too-large' })
  body.destroy()
  asking.destroy()
  server.close()
  expect(sent).toBeLessThan(64 * 2 ** 20) // what lies on the line with it
})

test.each([
  ['no boundary', 'multipart/form-data', begin],
  ['no form', headers['Content-Type'], 'neither a form nor a file'],
  ['a form without its end', headers['Content-Type'], begin],
  [
    'a part without a name',
    headers['Content-Type'],
    `--${boundary}\r\nnothing\r\n\r\nx\r\n--${boundary}--\r\n`,
  ],
  ['another type', 'application/json', '{}'],
])('%s is answered', async (_, type, body) => {
  const web = new Hono().post('/', async (context) => {
    const asked = { field: 'file', maxBytes: 1000, isOurToken: () => true, receive: buffer }
    return context.json(await readUpload(context, asked))
  })
  const answer = await web.request('/', { method: 'POST', headers: { 'Content-Type': type }, body })
  expect(await answer.json()).toMatchObject({
    ok: false,
    because: expect.stringMatching(/^(broken|no-file)$/),
  })
})
