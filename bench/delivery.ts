import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Agent, request } from 'undici'
import { startStandIn } from '../dev/demo/stand-in-process.ts'
import { askToken, assertionOf } from '../dev/ebox/testing.ts'
import type { TruthCounts } from '../dev/ebox/truth.ts'
import { createMailboxFor } from '../src/connectors/ebox/index.ts'
import { createTraffic, type DeliveryDeps, runCampaign } from '../src/delivery/index.ts'
import { aCampaign, aMessage, documentsMadeBy, personNumber } from '../src/delivery/testing.ts'
import { mapWithLimit } from '../src/platform/concurrency.ts'
import { readConfig } from '../src/platform/config.ts'
import { type DocumentId, type MunicipalityId, newId } from '../src/platform/ids.ts'

export interface DeliveryBench {
  readonly documents: number
  readonly bytesEach: number
  /** Messages on their way at once, for both. */
  readonly concurrency: number
  readonly bare: Side
  /** With claims, documents made and checked, numbers opened, outcomes and timelines written. */
  readonly worker: Side
  /** How many times longer the worker takes than the bare client, in one run against one stand-in. */
  readonly ratio: number
  /** Growth of this process's memory over the worker's run, at its highest, in MB. */
  readonly memoryMegabytes: number
}

/** One of the two that send, over the time that is measured. */
export interface Side {
  readonly seconds: number
  /** What the stand-in itself says that it accepted: messages, different keys, and bytes of documents. */
  readonly accepted: Readonly<Record<'messages' | 'keys' | 'bytes', number>>
}

type BenchDeps = Pick<DeliveryDeps, 'database' | 'vault' | 'clock' | 'log'>

interface BenchFacts {
  readonly municipalityId: MunicipalityId
  readonly documents: number
  readonly bytesEach?: number
}

/**
 * Measures the worker against a bare HTTP client that posts the same bodies to the same stand-in of the e-Box, which
 * runs as a process of its own. Leaves a campaign in the database.
 */
export async function benchDelivery(deps: BenchDeps, facts: BenchFacts): Promise<DeliveryBench> {
  const { documents, bytesEach = 60_000 } = facts
  const folder = await mkdtemp(join(tmpdir(), 'kiesloket-bench-'))
  const road = await openRoad(folder)
  const make = (id: DocumentId) => documentOf(id, bytesEach)
  try {
    await postBare(road, Math.min(documents, 500), make) // warms both sides up
    const bare = await measured(road, () => postBare(road, documents, make))
    const { deliver, close } = await campaignToDeliver(deps, road, { ...facts, make })
    const memory = watchMemory()
    const worker = await measured(road, deliver)
    const memoryMegabytes = memory.end()
    await close()
    const ratio = worker.seconds / bare.seconds
    const { EBOX_CONCURRENCY: concurrency } = road.config
    return { documents, bytesEach, concurrency, bare, worker, ratio, memoryMegabytes }
  } finally {
    road.standIn.stop()
    await rm(folder, { recursive: true })
  }
}

type Road = Awaited<ReturnType<typeof openRoad>>
type MakeDocument = (documentId: DocumentId) => Uint8Array

async function openRoad(folder: string) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const keyFile = join(folder, 'client.pem')
  await writeFile(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const standIn = await startStandIn(join(folder, 'ebox.jsonl'))
  const client = { clientId: 'kiesloket-bench', keyFile, enterpriseNumber: aMessage.senderEnterpriseNumber }
  await standIn.registerClient(client)
  const config = readConfig({
    EBOX_BASE_URL: `${standIn.url}/REST/ebox/enterprise/messageRegistry/v3`,
    EBOX_TOKEN_URL: `${standIn.url}/REST/oauth/v5/token`,
    EBOX_CLIENT_ID: client.clientId,
    EBOX_PRIVATE_KEY_FILE: keyFile,
  })
  const { clientId } = client
  const assertion = await assertionOf({ client: { clientId }, privateKey } as never, standIn.url)
  const token = String((await askToken(standIn.url, assertion)).body.access_token)
  return { standIn, config, client, token }
}

/** Bodies, headers and number at once as the worker's; no database, no checks, nothing kept. */
async function postBare({ config, token }: Road, count: number, make: MakeDocument): Promise<void> {
  const dispatcher = new Agent({ connections: config.EBOX_CONCURRENCY, pipelining: 1 })
  const url = `${config.EBOX_BASE_URL}/ebox/messages`
  await mapWithLimit([...Array(count).keys()], config.EBOX_CONCURRENCY, async (n) => {
    const id = newId<DocumentId>()
    const headers = {
      ...{ authorization: `Bearer ${token}`, 'content-type': `multipart/form-data; boundary=${boundary}` },
      ...{ 'idempotency-key': `"${id}"`, 'belgov-trace-id': id },
    }
    const answer = await request(url, { method: 'POST', headers, body: bodyOf(n, make(id)), dispatcher })
    if (answer.statusCode !== 201) throw new Error(`the stand-in answered ${answer.statusCode}`)
    await answer.body.json()
  })
  await dispatcher.close()
}

const boundary = 'kiesloket-bench-00000000-0000-0000-0000-000000000000'

function bodyOf(n: number, document: Uint8Array): Buffer {
  const json = JSON.stringify({
    sender: { eboxType: 'enterprise', enterpriseNumber: aMessage.senderEnterpriseNumber },
    recipient: { eboxType: 'citizen', ssin: personNumber(n) },
    subject: { nl: aMessage.subject },
    messageTypeId: aMessage.messageTypeId,
    senderApplicationId: aMessage.senderApplicationId,
    attachments: [{ httpPartName: 'upfile1', isMainContent: true, isAttachmentSigned: false }],
    isBodyMainContent: false,
    isReplyAuthorized: false,
  })
  const file = `form-data; name="upfile1"; filename="${aMessage.fileName}"\r\nContent-Type: application/pdf`
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="messageToPublish"\r\n\r\n${json}\r\n--${boundary}\r\nContent-Disposition: ${file}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), document, Buffer.from(`\r\n--${boundary}--\r\n`)])
}

async function campaignToDeliver(
  deps: BenchDeps,
  { config, client }: Road,
  { municipalityId, documents, make }: BenchFacts & { make: MakeDocument },
): Promise<{ deliver(): Promise<void>; close(): Promise<void> }> {
  const campaign = await aCampaign(deps.database, municipalityId, documents, { vault: deps.vault, make })
  const { mailboxFor, close } = createMailboxFor(config, async () => client)
  const traffic = createTraffic({ concurrency: config.EBOX_CONCURRENCY, ratePerSecond: 1_000_000 })
  const worker = { ...deps, mailboxFor, documents: documentsMadeBy(make), traffic }
  return {
    close,
    async deliver() {
      const { counts } = await runCampaign(worker, campaign)
      const delivered = counts.delivered + counts.inactive
      if (delivered !== documents) throw new Error(`delivered ${delivered}`)
    },
  }
}

/** Times the work of one side, between two looks at what the stand-in has accepted. */
async function measured(road: Road, work: () => Promise<void>): Promise<Side> {
  const before = await truthOf(road)
  const start = performance.now()
  await work()
  const seconds = (performance.now() - start) / 1000
  const after = await truthOf(road)
  const accepted = {
    messages: after.accepted - before.accepted,
    keys: after.byKey - before.byKey,
    bytes: after.bytes - before.bytes,
  }
  return { seconds, accepted }
}

async function truthOf({ standIn }: Road): Promise<TruthCounts> {
  return (await (await fetch(`${standIn.url}/sim/truth`)).json()) as TruthCounts
}

function documentOf(id: string, bytes: number): Buffer {
  const document = Buffer.alloc(bytes, '%PDF-1.7 ')
  document.write(id, 9)
  return document
}

function watchMemory(): { end(): number } {
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let highest = before
  const timer = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage.rss())
  }, 50)
  return {
    end() {
      clearInterval(timer)
      return Math.round((highest - before) / 2 ** 20)
    },
  }
}
