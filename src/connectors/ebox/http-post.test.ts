import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHttpPoster } from './http-post.ts'

let server: Server
let url: string
beforeAll(async () => {
  server = createServer((request, response) => {
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
