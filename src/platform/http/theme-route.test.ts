import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { mount } from './route.ts'
import { themeAddress, themeRoute, wholeTheme } from './theme-route.ts'

const web = new Hono()
mount(web, [themeRoute])

test('the style sheet of a theme is kept for good, and says nothing of whose it is', async () => {
  const address = themeAddress(wholeTheme({ colour: '#7a1416' })!)
  expect(address).toBe('/thema/7a1416/ffe615/thema.css')
  const answer = await web.request(address)
  expect(answer.headers.get('Cache-Control')).toContain('immutable')
  expect(answer.headers.get('Content-Type')).toBe('text/css')
  expect(await answer.text()).toBe(
    ':root{--brand:#7a1416;--brand-strong:#530e0f;--yellow:#ffe615;--brand-in-dark:#b67e7f;--brand-strong-in-dark:#d3b2b2}',
  )
})

test.each([
  ['a colour in which nobody can read', '/thema/ffe615/ffe615/thema.css'],
  ['no colour', '/thema/red/ffe615/thema.css'],
  ['a rule of somebody else', '/thema/7a1416/ffe615%7Dbody%7B/thema.css'],
])('%s has no style sheet', async (_, address) => {
  expect((await web.request(address)).status).toBe(404)
})

test('who has no theme has that of the installation', () => expect(wholeTheme(undefined)).toBeUndefined())
