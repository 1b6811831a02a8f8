import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { asset, assetRoute, fontFiles } from './assets.ts'
import { mount } from './route.ts'

const web = new Hono()
mount(web, [assetRoute])

test.each(['style.css', 'citizen.css'] as const)(
  '%s asks for nothing that is not ours, and everything it names is there',
  async (sheet) => {
    const css = await (await web.request(asset(sheet))).text()
    expect(/GDS Transport|Margaret Calvert|url\(["']?(https?:)?\/|@import/.exec(css)?.[0]).toBeUndefined()
    const named = [...css.matchAll(/url\(([^)]+\.woff2)\)/g)].map(([, name]) => name!)
    expect(named).toEqual(fontFiles)
    expect(named).toHaveLength(4)
    for (const name of named) {
      const answer = await web.request(asset(sheet).replace(sheet, name))
      expect(answer.headers.get('Content-Type'), name).toBe('font/woff2')
    }
  },
)

test('an address with the right hash is kept for a year, another is asked for again', async () => {
  const now = await web.request(asset('desk.js'))
  const earlier = await web.request('/assets/earlier/desk.js')
  expect(now.headers.get('Cache-Control')).toContain('immutable')
  expect(earlier.headers.get('Cache-Control')).toBe('no-cache')
  expect(await earlier.text()).toBe(await now.text())
})

test('what a browser takes packed is sent packed', async () => {
  const packed = await web.request(asset('style.css'), { headers: { 'Accept-Encoding': 'gzip, br' } })
  expect(packed.headers.get('Content-Encoding')).toBe('gzip')
  expect((await packed.arrayBuffer()).byteLength).toBeLessThan(40_000)
  const font = await web.request(asset(fontFiles[0]!), { headers: { 'Accept-Encoding': 'gzip' } })
  expect(font.headers.get('Content-Encoding'), 'it is packed as it is').toBeNull()
})

test('nothing else of the machine is served', async () => {
  expect((await web.request('/assets/x/..%2froute.ts')).status).toBe(404)
})
