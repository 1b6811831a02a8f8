import { spawn } from 'node:child_process'
import { createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { scopes } from '../ebox/scopes.ts'

/** The stand-in of the e-Box as a process of its own, reached over real HTTP like the real one. */
export interface StandInProcess {
  readonly url: string
  readonly inbox: string
  readonly pid: number
  registerClient(client: DemoClient): Promise<void>
  truth(): Promise<Truth>
  seedCitizens(citizens: readonly { ssin: string; name: string }[]): Promise<void>
  /** Aborted, with the reason, when it ends without being told to. */
  readonly gone: AbortSignal
  stop(): void
}

/** As whom Kiesloket sends: the stand-in wants to know the public half of the key. */
export interface DemoClient {
  readonly clientId: string
  readonly keyFile: string
  readonly enterpriseNumber: string
  /** As people know senders, by enterprise number; without it the inbox shows the number. */
  readonly senderNames?: Readonly<Record<string, string>>
}

/** What the receiving side itself counts: the other half of "exactly once". */
export interface Truth {
  readonly accepted: number
  readonly active: number
  readonly inactive: number
  readonly distinctRecipients: number
}

const usualPort = 8081

/** Starts it on the data of the last time, on its usual port or, when that is taken, on a free one. */
export async function startStandIn(dataFile: string, port = usualPort): Promise<StandInProcess> {
  const main = join(import.meta.dirname, '../ebox/main.ts')
  const where = ['--port', String(port), '--or-free-port']
  const args = [
    '--import',
    import.meta.resolve('tsx'),
    main,
    ...where,
    '--data-file',
    dataFile,
    '--until-stdin-closes',
  ]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'], detached: true })
  const { url, inbox } = await firstLine(child.stdout)
  const gone = new AbortController()
  child.once('exit', (status, signal) => gone.abort(new Error(`it ended with ${signal ?? status}`)))
  return {
    url,
    inbox,
    pid: child.pid!,
    registerClient: (client) => register(url, client),
    seedCitizens: (citizens) => post(`${url}/sim/citizens`, citizens),
    truth: async () => (await (await fetch(`${url}/sim/truth`)).json()) as Truth,
    gone: gone.signal,
    stop: () => child.stdin.end(),
  }
}

/**
 * Fifty enterprise numbers of nobody, with right check digits: a municipality of one's own can practise under them, on
 * behalf (see add-a-municipality.md).
 */
export const practiceSenders = Array.from({ length: 50 }, (_, n) => enterpriseNumber(19_990_002 + n))

function enterpriseNumber(firstEight: number): string {
  return `${firstEight}${String(97 - (firstEight % 97)).padStart(2, '0')}`
}

function register(
  url: string,
  { clientId, keyFile, enterpriseNumber, senderNames = {} }: DemoClient,
): Promise<void> {
  const publicJwk = createPublicKey(readFileSync(keyFile, 'utf8')).export({ format: 'jwk' })
  const rights = { scopes: [scopes.publish, scopes.publishForOthers], mayRepresent: practiceSenders }
  const client = { clientId, publicJwk, enterpriseNumber, senderNames, ...rights }
  return post(`${url}/sim/clients`, client)
}

function firstLine(stream: NodeJS.ReadableStream): Promise<{ url: string; inbox: string }> {
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: stream })
    lines.once('line', (line) => resolve(JSON.parse(line)))
    lines.once('close', () => reject(new Error('the stand-in of the e-Box ended before it was ready')))
  })
}

async function post(url: string, body: unknown): Promise<void> {
  const headers = { 'Content-Type': 'application/json' }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok)
    throw new Error(`the stand-in of the e-Box answered ${answer.status}: ${await answer.text()}`)
}
