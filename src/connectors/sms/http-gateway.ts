import type { MailOutcome } from '../../platform/mail.ts'
import type { SmsSender } from '../../platform/sms.ts'

export interface SmsSettings {
  readonly url: string
  readonly token?: string | undefined
  readonly timeoutMs: number
}

/**
 * ASSUMED: no gateway of a municipality was read. `POST` of `{ to, text, reference }` with a bearer token, answered by a status: 2 is
 * taken, 4 is never, 401 and 403 are about us, 429 and 5 are not now. Another gateway gets another file like this one.
 */
export function createSmsSender({ url, token, timeoutMs }: SmsSettings): SmsSender {
  return {
    async send({ to, text, id }) {
      try {
        const answer = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
          body: JSON.stringify({ to, text, reference: id }),
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMs),
        })
        await answer.body?.cancel()
        return judgeStatus(answer.status)
      } catch (error) {
        return afterSilence(error)
      }
    },
  }
}

export function judgeStatus(status: number): MailOutcome {
  const code = String(status)
  if (status >= 200 && status < 300) return { kind: 'taken', code }
  if (status === 401 || status === 403) return { kind: 'not-ours', code }
  if (status === 429 || status >= 500) return { kind: 'later', code }
  return { kind: 'refused', code }
}

/** Where nobody was there to hear it, it did not leave; of all else nobody knows. */
function afterSilence(error: unknown): MailOutcome {
  const cause = (error as { cause?: { code?: string } }).cause?.code
  const wasNotHeard = cause === 'ECONNREFUSED' || cause === 'ENOTFOUND' || cause === 'EAI_AGAIN'
  return { kind: wasNotHeard ? 'later' : 'unconfirmed', code: cause ?? 'no-answer' }
}
