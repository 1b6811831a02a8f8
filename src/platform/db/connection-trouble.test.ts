import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { isConnectionTrouble, throughTrouble } from './connection-trouble.ts'

const ownerUrl = inject('ownerUrl').replace(/DATABASE$/, 'postgres')

test('a backend that was ended is trouble, a wrong statement is not', async () => {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  const wrong = await client.query('select nonsense').catch((error: unknown) => error)
  expect(isConnectionTrouble(wrong)).toBe(false)
  const ended = await client
    .query('select pg_terminate_backend(pg_backend_pid())')
    .catch((error: unknown) => error)
  expect(isConnectionTrouble(ended)).toBe(true)
  const gone = await client.query('select 1').catch((error: unknown) => error)
  expect(isConnectionTrouble(gone)).toBe(true)
  const nobody = new pg.Client({ connectionString: 'postgres://nobody@127.0.0.1:1/none' })
  expect(isConnectionTrouble(await nobody.connect().catch((error: unknown) => error))).toBe(true)
})

test('work is done again through trouble, but a bug is not, and patience ends', async () => {
  const trouble = Object.assign(new Error('gone'), { code: '57P01' })
  let calls = 0
  const twiceInTrouble = async () => {
    if (++calls < 3) throw trouble
    return 'done'
  }
  expect(await throughTrouble(twiceInTrouble)).toBe('done')
  expect(calls).toBe(3)
  await expect(throughTrouble(() => Promise.reject(new TypeError('a bug')))).rejects.toThrow('a bug')
  await expect(throughTrouble(() => Promise.reject(trouble), 100)).rejects.toThrow('gone')
})
