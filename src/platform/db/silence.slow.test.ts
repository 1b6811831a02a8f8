import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { relayTo } from '../../../test/relay.ts'
import { isConnectionTrouble } from './connection-trouble.ts'
import { type Database, openDatabase } from './database.ts'

const database = await testDatabase()
/** Each with a wire of its own, so that they can wait side by side. */
const roads = await Promise.all([1, 2].map(() => openRoad()))
afterAll(async () => {
  for (const road of roads) await road.close()
  await database.close()
})

async function openRoad() {
  const wire = await relayTo(database.url)
  const overWire = openDatabase(wire.url, 2)
  const close = async () => {
    await overWire.close()
    await wire.close()
  }
  return { wire, close, ask: (seconds: number) => ask(overWire, seconds) }
}

const ask = (overWire: Database, seconds: number) =>
  overWire.withClient({ directory: true }, async (_, client) => {
    const { rows } = await client.query('select pg_sleep($1), 1 as one', [seconds])
    return rows[0].one
  })

test.concurrent('a statement that takes long is left alone, however often somebody knocks', async () => {
  expect(await roads[0]!.ask(25)).toBe(1)
})

test.concurrent('a statement whose wire went dead fails as trouble, and once the wire is mended the next one succeeds', async () => {
  const { wire, ask } = roads[1]!
  const waiting = ask(5).catch((error: unknown) => error)
  setTimeout(wire.goDead, 1000)
  expect(isConnectionTrouble(await waiting)).toBe(true)
  wire.mend()
  expect(await ask(0)).toBe(1)
})
