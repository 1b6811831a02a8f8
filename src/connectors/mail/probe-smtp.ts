import { createTransport } from 'nodemailer'
import type { MailServerState } from '../../platform/mail.ts'
import { wayTo } from './smtp-way.ts'

/** Says good day, encrypts, logs in and leaves: no mail, no address. */
export async function probeSmtp({
  url,
  timeoutMs,
}: {
  readonly url: string
  readonly timeoutMs: number
}): Promise<MailServerState> {
  const { username, password } = new URL(url)
  const auth = username && { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
  const transport = createTransport({ ...wayTo({ url, timeoutMs }), ...(auth && { auth }) })
  try {
    await transport.verify()
    return { kind: 'answered', code: '' }
  } catch (error) {
    return stateAfter(error as SmtpFailure)
  } finally {
    transport.close()
  }
}

/** As the client tells it: its own code, and under it the one of what broke. Its message can hold what was sent. */
interface SmtpFailure {
  readonly code?: string
  readonly originalCode?: string
  readonly responseCode?: number
}

function stateAfter({ code = 'failed', originalCode, responseCode }: SmtpFailure): MailServerState {
  const told = String(responseCode ?? originalCode ?? code)
  if (code === 'EAUTH' && !isForNow(responseCode)) return { kind: 'wrong-password', code: told }
  if (code === 'ETLS' || isOfEncryption(originalCode)) return { kind: 'no-encryption', code: told }
  return { kind: responseCode ? 'refused' : 'no-answer', code: told }
}

/** 4… is not now (RFC 5321, 4.2.1). */
function isForNow(responseCode: number | undefined): boolean {
  return responseCode !== undefined && responseCode < 500
}

/** OpenSSL and Node name faults of certificates and TLS in several words, the system names those of the network in one. */
function isOfEncryption(code: string | undefined): boolean {
  return code?.includes('_') ?? false
}
