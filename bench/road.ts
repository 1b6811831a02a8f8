import { generateKeyPairSync } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Agent, request } from 'undici'
import { startStandIn } from '../dev/demo/stand-in-process.ts'
import { askToken, assertionOf } from '../dev/ebox/testing.ts'
import type { TruthCounts } from '../dev/ebox/truth.ts'
import { aMessage, personNumber } from '../src/delivery/testing.ts'
import { mapWithLimit } from '../src/platform/concurrency.ts'
import { readConfig } from '../src/platform/config.ts'
import { type DocumentId, newId } from '../src/platform/ids.ts'

/** The way to a stand-in of the e-Box, which runs as a process of its own. */
export type Road = Awaited<ReturnType<typeof openRoad>>
export type MakeDocument = (documentId: DocumentId) => Uint8Array

export async function openRoad(folder: string, concurrency?: number) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const keyFile = join(folder, 'client.pem')
  await writeFile(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const standIn = await startStandIn(join(folder, 'ebox.jsonl'))
  const client = { clientId: 'kiesloket-bench', keyFile, enterpriseNumber: aMessage.senderEnterpriseNumber }
  await standIn.registerClient(client)
  const settings = {
    EBOX_BASE_URL: `${standIn.url}/REST/ebox/enterprise/messageRegistry/v3`,
    EBOX_TOKEN_URL: `${standIn.url}/REST/oauth/v5/token`,
    EBOX_CLIENT_ID: client.clientId,
    EBOX_PRIVATE_KEY_FILE: keyFile,
    ...(concurrency !== undefined && { EBOX_CONCURRENCY: String(concurrency) }),
  }
  const { clientId } = client
  const assertion = await assertionOf({ client: { clientId }, privateKey } as never, standIn.url)
  const token = String((await askToken(standIn.url, assertion)).body.access_token)
  return { standIn, settings, config: readConfig(settings), client, token }
}

/** Bodies, headers and number at once as the worker's; no database, no checks, nothing kept. */
export async function postBare({ config, token }: Road, count: number, make: MakeDocument): Promise<void> {
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

export async function truthOf({ standIn }: Road): Promise<TruthCounts> {
  return (await (await fetch(`${standIn.url}/sim/truth`)).json()) as TruthCounts
}

export function documentOf(id: string, bytes: number): Buffer {
  const document = Buffer.alloc(bytes, '%PDF-1.7 ')
  document.write(id, 9)
  return document
}

/** From now on the stand-in answers so long after it has handled a message: what two cores do meanwhile is the senders' own. */
export async function answerAfter({ standIn }: Road, delayMs: number): Promise<void> {
  const rules = [{ kind: 'slow-reply', on: 'publish', delayMs }]
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${standIn.url}/sim/faults`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ rules }),
  })
  if (!answer.ok) throw new Error(`the stand-in answered ${answer.status}`)
}
