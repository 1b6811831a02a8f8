import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { relayTo } from '../../../test/relay.ts'
import { isConnectionTrouble } from './connection-trouble.ts'
import { openDatabase } from './database.ts'

const database = await testDatabase()
const wire = await relayTo(database.url)
const overWire = openDatabase(wire.url, 2)
afterAll(async () => {
  await overWire.close()
  await wire.close()
  await database.close()
})

const ask = (seconds: number) =>
  overWire.withClient({ directory: true }, async (_, client) => {
    const { rows } = await client.query('select pg_sleep($1), 1 as one', [seconds])
    return rows[0].one
  })

test('a statement that takes long is left alone, however often somebody knocks', async () => {
  expect(await ask(25)).toBe(1)
})

test('a statement whose wire went dead fails as trouble, and once the wire is mended the next one succeeds', async () => {
  const waiting = ask(5).catch((error: unknown) => error)
  setTimeout(wire.goDead, 1000)
  expect(isConnectionTrouble(await waiting)).toBe(true)
  wire.mend()
  expect(await ask(0)).toBe(1)
})
