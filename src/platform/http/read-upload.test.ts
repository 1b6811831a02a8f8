import { buffer } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
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
    await readUpload(context, asked)
    return context.text('whole')
  })
  web.onError((error, context) => context.text(error.message, 500))
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
  expect(answer.status).toBe(500)
  expect(heard).toBe('gone')
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
