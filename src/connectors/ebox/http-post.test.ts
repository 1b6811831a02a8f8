import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHttpPoster, keptBack } from './http-post.ts'

let server: Server
let url: string
let requests = 0
beforeAll(async () => {
  server = createServer((request, response) => {
    requests++
    request.resume()
    response.writeHead(201, { 'content-type': 'application/json' })
    if (request.url !== '/drips') return void response.end('{}')
    const drip = setInterval(() => response.write(' '), 20)
    response.on('close', () => clearInterval(drip))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

test('an answer that comes byte by byte for ever is given up when its time is over, and may have been a yes', async () => {
  const poster = createHttpPoster({ timeoutMs: 300, connections: 1 })
  expect(await poster.post(`${url}/drips`, {}, 'x')).toEqual({ kind: 'lost', code: 'time-out', status: 201 })
  expect(await poster.post(`${url}/well`, {}, [Buffer.from('x'), Buffer.from('y')])).toMatchObject({
    ...{ kind: 'answered', status: 201, body: '{}' },
  })
  await poster.close()
})

test('what may not leave any more when the connection is there does not, on a new connection and on an old one', async () => {
  const poster = createHttpPoster({ timeoutMs: 3000, connections: 1 })
  const well = (mayLeave: boolean) => poster.post(`${url}/well`, {}, [Buffer.from('x')], () => mayLeave)
  const before = requests
  expect(await well(false)).toEqual({ kind: 'not-sent', code: keptBack })
  expect(await well(true)).toMatchObject({ kind: 'answered' })
  expect(await well(false)).toEqual({ kind: 'not-sent', code: keptBack })
  expect(await well(true)).toMatchObject({ kind: 'answered' })
  expect(requests - before).toBe(2)
  await poster.close()
})
