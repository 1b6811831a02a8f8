import { expect, test } from 'vitest'
import { keySetOf } from '../src/platform/key-set.ts'
import { createWeb, routesOf } from '../src/server.ts'

const app = { keySet: keySetOf([]) }
const routes = routesOf(app)

test('every route asks a right with an audit event, or says explicitly that it is public', () => {
  expect(routes.length).toBeGreaterThan(2)
  for (const route of routes)
    if (route.access !== 'public')
      expect([route.access.right, route.access.audit].every(Boolean), route.path).toBe(true)
})

test('no two routes answer the same request', () => {
  const lines = routes.map((route) => `${route.method} ${route.path}`)
  expect(new Set(lines).size).toBe(lines.length)
})

test('every public page is Dutch, has one heading of the first level and works without script', async () => {
  for (const route of routes.filter((line) => line.method === 'GET' && !/\.(css|json)$/.test(line.path))) {
    const answer = await createWeb(app).request(route.path)
    const html = await answer.text()
    expect(answer.status, route.path).toBe(200)
    expect(html).toContain('<html lang="nl">')
    expect(html.match(/<h1>/g)).toHaveLength(1)
    expect(html).not.toContain('<script')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  }
})
