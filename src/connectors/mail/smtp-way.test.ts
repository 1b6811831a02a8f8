import { expect, test } from 'vitest'
import { wayTo } from './smtp-way.ts'

test.each([
  ['smtps://user:secret@mail.example', { host: 'mail.example', port: 465, secure: true, requireTLS: false }],
  ['smtp://mail.example', { host: 'mail.example', port: 587, secure: false, requireTLS: true }],
  ['smtp://127.0.0.2:25', { host: '127.0.0.2', port: 25, secure: false, requireTLS: true }],
  ['smtp://localhost.mail.example', { secure: false, requireTLS: true }],
  ['smtp://127.0.0.1:8025', { port: 8025, secure: false, requireTLS: false, ignoreTLS: true }],
  ['smtp://[::1]:8025', { host: '::1', secure: false, requireTLS: false }],
])('%s', (url, way) => {
  expect(wayTo({ url, timeoutMs: 1000 })).toMatchObject({ ...way, socketTimeout: 1000 })
})
