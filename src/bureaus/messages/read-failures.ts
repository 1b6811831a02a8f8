/** What came back of one message, by the key that it bears. `code`: of the other side, never its words. */
export interface Failure {
  readonly key: Buffer
  readonly code: string
}

export interface ReadFailures {
  readonly failures: readonly Failure[]
  /** Reports that say that something is later or did arrive, and mails that are no report at all. */
  readonly others: number
}

/** At most in one file. */
export const mostFailureBytes = 5_000_000

const ourId = /^message-id:\s*<([0-9a-f]{64})@/im
const failed = /^action:\s*failed\b/im
const status = /^status:\s*([245]\.\d{1,3}\.\d{1,3})\b/im
const receipt = /^\s*"?([0-9a-f]{64})"?\s*[;,]\s*"?([A-Za-z-]{1,30})"?\s*[;,]?\s*$/
const undelivered = new Set(['undelivered', 'failed', 'rejected', 'expired', 'undeliverable'])

/**
 * Reads what came back: delivery reports of mail servers (RFC 3464), one `.eml` or a mailbox of them (mbox), or a file of an SMS gateway
 * with on each line the reference of a message and its state. A report that does not hold the message it is about is not known:
 * RFC 3464 lets a server leave it out.
 */
export function readFailures(file: string): ReadFailures {
  const text = file.replaceAll('\r\n', '\n').replace(/^\ufeff/, '')
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const receipts = lines.flatMap((line) => {
    const [, key, state] = receipt.exec(line) ?? []
    return key ? [{ key: Buffer.from(key, 'hex'), state: state!.toLowerCase() }] : []
  })
  if (receipts.length > 0) {
    const failures = receipts
      .filter(({ state }) => undelivered.has(state))
      .map(({ key, state }) => ({ key, code: state }))
    return { failures, others: receipts.length - failures.length }
  }
  const reports = text.split(/^From .*\n/m).filter((mail) => mail.trim() !== '')
  const failures = reports.flatMap(failIn)
  return { failures, others: reports.length - failures.length }
}

/** A report that a message failed for good: `Status` begins with 5, or is not there. */
function failIn(report: string): Failure[] {
  const unfolded = report.replaceAll(/\n[ \t]+/g, ' ')
  const key = ourId.exec(unfolded)?.[1]
  const code = status.exec(unfolded)?.[1] ?? '5.0.0'
  const isForGood = failed.test(unfolded) && code.startsWith('5')
  return key && isForGood ? [{ key: Buffer.from(key, 'hex'), code }] : []
}
