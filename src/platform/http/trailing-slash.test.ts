import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { withoutTrailingSlash } from './trailing-slash.ts'

const web = new Hono()
web.get('/loket', (context) => context.text('here'))
web.post('/loket', (context) => context.text('done'))
web.notFound((context) => withoutTrailingSlash(context) ?? context.text('not there', 404))

test.each([
  ['/loket/', '/loket'],
  ['/loket//', '/loket'],
  ['/loket/?gelukt=ja&x=%2F', '/loket?gelukt=ja&x=%2F'],
  ['/elders/%2F/', '/elders/%2F'],
])('%s goes to %s for good', async (address, to) => {
  for (const method of ['GET', 'HEAD']) {
    const answer = await web.request(`http://localhost${address}`, { method })
    expect([answer.status, answer.headers.get('Location')]).toEqual([301, to])
  }
})

test.each(['//evil.example/', '/\\evil.example/', '///evil.example/x/', '/', '/nergens'])(
  '%s leads to no other site, and nowhere',
  async (address) => {
    const answer = await web.request(`http://localhost${address}`)
    expect([answer.status, answer.headers.get('Location')]).toEqual([404, null])
  },
)

test('what is sent is not sent again elsewhere', async () => {
  expect((await web.request('http://localhost/loket/', { method: 'POST' })).status).toBe(404)
})
