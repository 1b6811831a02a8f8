import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { TypedForm } from './typed-form.ts'
import { refuseNulInAddress } from './without-nul.ts'

test.each(['/gemeente/a%00b', '/gemeente/%00', '/gemeente/a?na=b%00'])(
  '%s leads nowhere',
  async (address) => {
    const web = new Hono()
      .use(refuseNulInAddress((context) => context.text('nowhere', 404)))
      .get('/gemeente/:name', (context) => context.text('here'))
    expect((await web.request(address)).status).toBe(404)
    expect((await web.request('/gemeente/a%20b?na=c')).status).toBe(200)
  },
)

test('a field is read without it', () => {
  const form = new TypedForm({ zoek: ['Pee\0ters', '\0'] })
  expect(form.all('zoek')).toEqual(['Peeters', ''])
})
