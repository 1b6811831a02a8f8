import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { type CaughtMail, caughtFrom } from './caught-mail.ts'
import { catcherPages } from './pages.tsx'

/**
 * How the next mail fails: with a number at a step, or without a word. `cut-after-text` takes the mail and hangs up before it says so;
 * `cut-without-taking` hangs up there as well, and has nothing.
 */
export type MailFault =
  | { readonly at: 'sender' | 'recipient' | 'text'; readonly code: number }
  | { readonly at: 'cut-after-text' | 'cut-without-taking' | 'cut-before-text' }

/** What goes wrong for a mail to this address, asked at each step of each attempt; nothing: it is taken. */
export type FaultFor = (recipient: string) => MailFault | undefined

export interface MailStandIn {
  readonly smtpUrl: string
  /** Pages on which one opens what was caught. */
  readonly pages: string
  /** What it truly took, in order: the other half of "never twice". */
  readonly caught: readonly CaughtMail[]
  fail(faultFor: FaultFor): void
  close(): Promise<void>
}

const usualPorts = { smtp: 8025, pages: 8083 }

/** A stand-in of a mail server: takes every mail, sends none on, and fails on demand. For tests and the demo only. */
export async function startMailStandIn(ports = usualPorts): Promise<MailStandIn> {
  const caught: CaughtMail[] = []
  let faultFor: FaultFor = () => undefined
  const decided = new WeakMap<SMTPServerSession, MailFault | undefined>()
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], logger: false, closeTimeout: 1000 },
    onRcptTo({ address }, session, answer) {
      const fault = faultFor(address)
      decided.set(session, fault)
      if (fault?.at === 'cut-before-text') return hangUp(server, session)
      answer(refusal(fault, ['sender', 'recipient']))
    },
    async onData(stream, session, answer) {
      const parsed = await simpleParser(stream)
      const fault = decided.get(session)
      if (fault?.at === 'cut-without-taking') return hangUp(server, session)
      const refused = refusal(fault, ['text'])
      if (refused) return answer(refused)
      caught.push(caughtFrom(parsed, session))
      if (fault?.at === 'cut-after-text') return hangUp(server, session)
      answer()
    },
  })
  server.on('error', () => {}) // of a connection that was cut
  const smtpPort = await listenOn(server.server, ports.smtp)
  const pages = createAdaptorServer({ fetch: catcherPages(caught).fetch })
  const pagesPort = await listenOn(pages, ports.pages)
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    pages: `http://127.0.0.1:${pagesPort}/`,
    caught,
    fail(next) {
      faultFor = next
    },
    async close() {
      pages.close()
      await new Promise<void>((closed) => server.close(() => closed()))
    },
  }
}

function refusal(fault: MailFault | undefined, steps: readonly string[]): Error | undefined {
  if (!fault || !('code' in fault) || !steps.includes(fault.at)) return undefined
  return Object.assign(new Error('refused on demand'), { responseCode: fault.code })
}

/** The server names its connections nowhere but there. */
function hangUp(server: SMTPServer, session: SMTPServerSession): void {
  const connections = (
    server as unknown as { connections: Set<{ session: object; _socket: { destroy(): void } }> }
  ).connections
  for (const connection of connections) if (connection.session === session) connection._socket.destroy()
}

/** On this port, or when it is taken on a free one. */
async function listenOn(
  server: {
    listen(port: number, host: string): unknown
    address(): AddressInfo | string | null
  } & NodeJS.EventEmitter,
  port: number,
): Promise<number> {
  server.listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
  }
  return (server.address() as AddressInfo).port
}
