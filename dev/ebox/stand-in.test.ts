import { afterEach, expect, test } from 'vitest'
import { type EboxStandIn, type EboxStandInOptions, startEboxStandIn } from './stand-in.ts'

const running: EboxStandIn[] = []
afterEach(async () => {
  for (const standIn of running.splice(0)) await standIn.close()
})

async function start(options: EboxStandInOptions): Promise<EboxStandIn> {
  const standIn = await startEboxStandIn(options)
  running.push(standIn)
  return standIn
}

test('two that want the same port both run, each on its own', async () => {
  const first = await start({})
  const port = Number(new URL(first.url).port)
  await expect(startEboxStandIn({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  const second = await start({ port, orFreePort: true })
  expect(second.url).not.toBe(first.url)
  expect((await fetch(`${second.url}/sim/truth`)).status).toBe(200)
})
