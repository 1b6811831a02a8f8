import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { untilAborted } from '../../src/commands/until-stopped.ts'
import { createMailboxFor } from '../../src/connectors/ebox/index.ts'
import { readConfig } from '../../src/platform/config.ts'
import { isEnterpriseNumber } from '../../src/platform/enterprise-number.ts'
import { sha256 } from '../../src/platform/hash.ts'
import type { MunicipalityId } from '../../src/platform/ids.ts'
import type { NationalNumber } from '../../src/platform/national-number.ts'
import { inboxPaths } from '../ebox/inbox-pages.tsx'
import { aMessage, aSender, aToken, multipartOf, newKey, people, post } from '../ebox/testing.ts'
import { practiceSenders, type StandInProcess, startStandIn } from './stand-in-process.ts'

const from = aSender()
let folder: string
let standIn: StandInProcess

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiesloket-demo-'))
  const keyFile = join(folder, 'client.pem')
  await writeFile(keyFile, from.privateKey.export({ type: 'pkcs8', format: 'pem' }))
  standIn = await startStandIn(join(folder, 'ebox.jsonl'), 0)
  await standIn.seedCitizens([{ ssin: people.active, name: 'An Peeters' }])
  const { clientId, enterpriseNumber } = from.client
  await standIn.registerClient({
    clientId,
    keyFile,
    enterpriseNumber,
    senderNames: { [enterpriseNumber]: 'Gemeente Zonnedorp' },
  })
})
afterAll(async () => {
  standIn?.stop()
  await rm(folder, { recursive: true })
})

test('whoever started it hears that it is gone', async () => {
  const other = await startStandIn(join(folder, 'other.jsonl'), 0)
  expect(other.gone.aborted).toBe(false)
  process.kill(other.pid, 'SIGKILL')
  await untilAborted(other.gone)
  expect(other.gone.reason).toMatchObject({ message: 'it ended with SIGKILL' })
})

test('a municipality of one’s own practises under a number of nobody, in whose name the demo may send', async () => {
  const env = { EBOX_BASE_URL: `${standIn.url}/REST/ebox/enterprise/messageRegistry/v3` }
  const token = { EBOX_TOKEN_URL: `${standIn.url}/REST/oauth/v5/token`, EBOX_CLIENT_ID: from.client.clientId }
  const config = readConfig({ ...env, ...token, EBOX_PRIVATE_KEY_FILE: join(folder, 'client.pem') })
  const send = async (enterpriseNumber: string) => {
    const mailboxes = createMailboxFor(config, async () => ({ enterpriseNumber, onBehalfOf: true }))
    const mailbox = await mailboxes.mailboxFor(2 as MunicipalityId)
    const key = randomUUID()
    const document = Buffer.from('%PDF-1.7')
    const answer = await mailbox.deliver({
      ...{ key, traceId: key, recipient: people.active as NationalNumber, document, language: 'nl' },
      ...{ sha256: sha256(document), fileName: 'brief.pdf', subject: 'Je brief', messageTypeId: 'KIESBRIEF' },
      ...{ senderEnterpriseNumber: enterpriseNumber, senderApplicationId: 'kiesloket:verkiezing:brieven' },
    })
    await mailboxes.close()
    return answer
  }
  expect(practiceSenders).toEqual(
    expect.arrayContaining(['1999000249', '1999000348', '1999000447', '1999000546']),
  )
  expect(practiceSenders.filter((number) => !isEnterpriseNumber(number))).toEqual([])
  for (const number of [practiceSenders[0]!, practiceSenders.at(-1)!])
    expect(await send(number)).toMatchObject({ kind: 'accepted' })
  expect(await send('1999009949')).toMatchObject({ kind: 'closed', code: 'INVALID_SENDER' })
})

test('a citizen sees which municipality wrote, and no enterprise number', async () => {
  const sent = await post(standIn.url, await aToken(standIn.url, from), multipartOf(aMessage()), {
    key: newKey(),
  })
  const [citizen] = /value="[^"]+"/.exec(await (await fetch(standIn.inbox)).text())!
  const body = new URLSearchParams({ citizen: citizen.slice(7, -1) })
  const entered = await fetch(standIn.url + inboxPaths.enter, { method: 'POST', body, redirect: 'manual' })
  const cookie = entered.headers.get('set-cookie')!.split(';')[0]!
  for (const path of [inboxPaths.messages, inboxPaths.message(String(sent.body.messageId))]) {
    const page = await (await fetch(standIn.url + path, { headers: { cookie } })).text()
    expect(page).toContain('Gemeente Zonnedorp')
    expect(page).not.toMatch(/1999[. ]?000[. ]?150/)
  }
})
