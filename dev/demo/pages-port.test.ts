import { expect, test } from 'vitest'
import { pagesAddress } from './pages-port.ts'

test('whoever names a port finds the pages of citizens and the QR codes on that port too', async () => {
  expect(await pagesAddress({ PORT: '18580' })).toEqual({ PORTAL_URL: 'http://127.0.0.1:18580' })
  expect(await pagesAddress({ PORT: '18580', PORTAL_URL: 'https://kies.example' })).toEqual({})
})
