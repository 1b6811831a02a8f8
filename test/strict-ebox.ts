import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { type Complaints, officialEbox } from './official-ebox.ts'

/** What came in at `POST /publishMessage`, taken apart by the runtime's own reader of forms. */
export interface StrictRequest {
  readonly headers: IncomingMessage['headers']
  readonly message: Record<string, unknown>
  readonly files: readonly File[]
  /** Against the official description, and against the rules that its text and the public pages add. */
  readonly complaints: Complaints
}

export interface StrictReply {
  readonly status: number
  readonly body: unknown
  /** The connection breaks instead. */
  readonly isLost?: boolean
}

export interface StrictEbox {
  readonly url: string
  readonly requests: readonly StrictRequest[]
  close(): Promise<void>
}

const description = officialEbox()
const partNames = ['messageToPublish', ...[1, 2, 3, 4, 5, 6].map((number) => `upfile${number}`)]

/**
 * A Message Registry 2.1 that knows the official file and nothing else: it shares no code with the stand-in. It
 * gives the answer it is told to, the same to every request or another to each (from 1), which has to be one that the file knows.
 */
export async function startStrictEbox(
  reply: StrictReply | ((request: number) => StrictReply),
): Promise<StrictEbox> {
  const replyTo = (request: number) => official(typeof reply === 'function' ? reply(request) : reply)
  if (typeof reply !== 'function') replyTo(1)
  const requests: StrictRequest[] = []
  const server = createServer(async (request, response) => {
    const body = await buffer(request)
    response.setHeader('content-type', 'application/json')
    if (request.url === '/token') return response.end('{"access_token":"strict","expires_in":300}')
    const given = replyTo(requests.push(await takeApart(request, body)))
    if (given.isLost) return response.destroy()
    response.statusCode = given.status
    response.end(JSON.stringify(given.body))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

function official(reply: StrictReply): StrictReply {
  const wrong = description.judgeReply('post', '/publishMessage', reply.status, reply.body)
  if (wrong.length > 0) throw new Error(`not an official answer: ${JSON.stringify(wrong)}`)
  return reply
}

async function takeApart(request: IncomingMessage, body: Buffer): Promise<StrictRequest> {
  const contentType = request.headers['content-type'] ?? ''
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': contentType },
  }).formData()
  const message = JSON.parse(String(form.get('messageToPublish')))
  const files = [...form.values()].filter((value) => value instanceof File)
  const complaints = [
    ...description.judge('MessageToPublish', message),
    ...strangers('MessageToPublish', message, description.propertiesOf('MessageToPublish')),
    ...strangers('form', Object.fromEntries(form), partNames),
    ...rulesOfTheText(request, message, form),
  ]
  return { headers: request.headers, message, files, complaints }
}

function strangers(where: string, value: object, known: readonly string[]): Complaints {
  return Object.keys(value)
    .filter((name) => !known.includes(name))
    .map((name) => ({ instancePath: `${where}/${name}`, message: 'is not in the description' }))
}

/** One language, one main content, a file for each attachment: rules in words, which no schema says. */
function rulesOfTheText(
  request: IncomingMessage,
  message: Record<string, unknown>,
  form: FormData,
): Complaints {
  const attachments = (message.attachments ?? []) as { httpPartName: string; mainContent: boolean }[]
  const main = attachments.filter(({ mainContent }) => mainContent).length + (message.bodyMainContent ? 1 : 0)
  const rules: [boolean, string, string][] = [
    [request.method === 'POST' && request.url === '/v2/publishMessage', 'path', 'is another operation'],
    [
      /^multipart\/form-data; boundary=/.test(request.headers['content-type'] ?? ''),
      'content-type',
      'is no form',
    ],
    [/application\/json/.test(request.headers.accept ?? ''), 'accept', 'does not take application/json'],
    [request.headers.authorization === 'Bearer strict', 'authorization', 'is not the token that was given'],
    [request.headers['content-length'] !== undefined, 'content-length', 'is missing'],
    [
      /^[\w-]{1,36}$/.test(String(request.headers['belgov-trace-id'])),
      'belgov-trace-id',
      'is not 36 or less',
    ],
    [Object.keys(message.subject as object).length === 1, 'subject', 'has more than one language'],
    [Object.values(message.subject as object).every((text) => text.length <= 400), 'subject', 'is over 400'],
    [main === 1, 'attachments', 'do not have exactly one main content'],
    [attachments.length === [...form].length - 1, 'attachments', 'are not as many as the files'],
    [!JSON.stringify(message).includes(':null'), 'messageToPublish', 'holds a null'],
    ...attachments.map(({ httpPartName }): [boolean, string, string] => {
      const file = form.get(httpPartName)
      const isRight = file instanceof File && file.name.length <= 255 && file.type === 'application/pdf'
      return [isRight, httpPartName, 'is not a PDF with a name of at most 255']
    }),
  ]
  return rules.filter(([holds]) => !holds).map(([, instancePath, text]) => ({ instancePath, message: text }))
}
