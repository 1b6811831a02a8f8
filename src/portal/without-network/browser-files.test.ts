import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { mount } from '../../platform/http/route.ts'
import { importMap, script, scriptRoute, unnamedFiles } from './browser-files.ts'

const web = new Hono()
mount(web, [scriptRoute])

const folders = ['letter-check', 'polling-desk', 'without-network', 'way-there', 'embedding'] as const
const all = unnamedFiles(...folders, '@noble/ed25519')
const scripts = all.filter((address) => address.endsWith('.js'))
const known = Object.values((JSON.parse(importMap) as { imports: Record<string, string> }).imports)

const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\//g, '')

test('every script that a script imports is there, and is one that a browser keeps', async () => {
  expect(scripts.length).toBeGreaterThan(10)
  for (const address of scripts) {
    const text = withoutComments(await (await web.request(address)).text())
    for (const [, path] of text.matchAll(/(?:\bfrom |^import |import\()['"]([^'"]+)['"]/gm)) {
      const { imports } = JSON.parse(importMap) as { imports: Record<string, string> }
      const target = path!.startsWith('.') ? new URL(path!, `http://x${address}`).pathname : imports[path!]
      expect(scripts, `${address} imports ${path}`).toContain(target)
    }
  }
  for (const address of known) expect(scripts).toContain(address)
})

test('a phone keeps the fonts that every page has, and not those of rarer letters', () => {
  expect(all.filter((address) => address.endsWith('.woff2'))).toHaveLength(2)
})

test('what runs in a browser is sent packed', async () => {
  const answers = scripts.map((address) => web.request(address, { headers: { 'Accept-Encoding': 'gzip' } }))
  let total = 0
  for (const answer of await Promise.all(answers)) {
    expect(answer.headers.get('Content-Encoding')).toBe('gzip')
    total += (await answer.arrayBuffer()).byteLength
  }
  expect(total, 'all of it, in bytes').toBeLessThan(25_000)
})

test('a script is kept for a year; a page of an earlier release gets what there is now, and asks again', async () => {
  const now = await web.request(script('polling-desk/browser/keep-screen.js'))
  expect(now.headers.get('Cache-Control')).toContain('immutable')
  const earlier = await web.request('/assets/portaal/earlier/polling-desk/browser/keep-screen.js')
  expect(earlier.headers.get('Cache-Control')).toBe('no-cache')
  expect(await earlier.text()).toBe(await now.text())
})

test('nothing else of the machine is served', async () => {
  for (const path of ['@noble/ed25519/package.json', '..%2f..%2fapp.ts', 'letter-check/texts.nl.ts'])
    expect((await web.request(`/assets/portaal/x/${path}`)).status, path).toBe(404)
})
