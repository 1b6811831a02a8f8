import { Pool } from 'undici'
import { asset } from '../src/platform/http/assets.ts'
import { paths } from '../src/portal/paths.ts'
import type { QuickLogin } from './citizens-login.ts'

/** What a citizen asks for in an evening, in this order. */
export const steps = [
  'login',
  'elections',
  'election',
  'letter',
  'letter as a page',
  'letter as PDF',
  'polling desk',
  'style sheet',
] as const
export type Step = (typeof steps)[number]

export interface Visitor {
  readonly nationalNumber: string
  /** From where they come, as our own proxy says it. */
  readonly address: string
  cookie: string
}

export interface Answered {
  readonly milliseconds: number
  readonly status: number
  readonly bytes: number
}

export interface Browser {
  /** One step of a visit. A login is two requests, there and back. */
  take(step: Step, visitor: Visitor): Promise<Answered>
  /** Begins a login, and does not go on. */
  knock(address: string): Promise<Answered>
  /** So many bytes from the bare server. */
  bare(bytes: number): Promise<Answered>
  close(): Promise<void>
}

interface Sites {
  readonly pages: string
  readonly bare: string
  readonly login: QuickLogin
  readonly election: string
}

/** Asks as browsers do, over connections that stay open. */
export function openBrowser({ pages, bare, login, election }: Sites, connections: number): Browser {
  const pool = new Pool(pages, { connections })
  const barePool = new Pool(bare, { connections })
  const address = { election }
  const pathOf: Readonly<Record<Exclude<Step, 'login'>, string>> = {
    elections: paths.elections(),
    election: paths.election(address),
    letter: paths.myLetter(address),
    'polling desk': paths.pollingDesk(address),
    'letter as a page': paths.readLetter(address),
    'letter as PDF': paths.letterPdf(address),
    'style sheet': asset('citizen.css'),
  }

  const ask = async (from: Pool, path: string, headers: Readonly<Record<string, string>> = {}) => {
    const start = performance.now()
    const { statusCode: status, headers: said, body } = await from.request({ method: 'GET', path, headers })
    const { byteLength: bytes } = await body.arrayBuffer()
    return { milliseconds: performance.now() - start, status, bytes, said }
  }

  async function logIn(visitor: Visitor): Promise<Answered> {
    const from = { 'X-Forwarded-For': visitor.address }
    const begun = await ask(pool, paths.signIn(), from)
    const to = begun.said.location
    if (begun.status !== 303 || typeof to !== 'string') return begun
    const query = login.wayBack(to, visitor.nationalNumber)
    const back = await ask(pool, `${paths.signedIn()}?${query}`, { ...from, Cookie: cookiesIn(begun.said) })
    visitor.cookie = cookiesIn(back.said)
    const status = back.said.location === paths.elections() ? 200 : back.status
    return { milliseconds: begun.milliseconds + back.milliseconds, status, bytes: begun.bytes + back.bytes }
  }

  return {
    take: (step, visitor) =>
      step === 'login'
        ? logIn(visitor)
        : ask(pool, pathOf[step], {
            ...{ 'X-Forwarded-For': visitor.address, 'Accept-Encoding': 'gzip', Cookie: visitor.cookie },
          }),
    knock: (from) => ask(pool, paths.signIn(), { 'X-Forwarded-For': from }),
    bare: (bytes) => ask(barePool, `/so-many/${bytes}`),
    async close() {
      await pool.close()
      await barePool.close()
    },
  }
}

/** Those that an answer gives, as the next question carries them. */
function cookiesIn(headers: Readonly<Record<string, string | string[] | undefined>>): string {
  return [headers['set-cookie'] ?? []]
    .flat()
    .filter((one) => !/max-age=0/i.test(one))
    .map((one) => one.split(';')[0]!)
    .join('; ')
}
