import type { MailboxAnswer } from './mailbox.ts'

/** Watches the answers of one campaign. `note` answers why to stop, when there is reason to. */
export interface Breaker {
  note(answer: MailboxAnswer, route: Heard): string | undefined
}

interface Heard {
  readonly hasKeys: boolean
  /** The other side knew the key, and not from us. */
  readonly keyClash?: boolean
}

/**
 * So many in a row, without one acceptance between, stop a campaign before it spoils the rest. More than travel at
 * once, because one event (a token that ends, a server that restarts) strikes all of those.
 */
function limitsFor(concurrency: number) {
  const inFlight = Math.max(20, 2 * concurrency)
  return { closed: Math.max(5, 2 * concurrency), permanent: 50, lost: inFlight, clashes: inFlight }
}

const none = { closed: 0, permanent: 0, lost: 0, clashes: 0 }

export function createBreaker(concurrency: number): Breaker {
  const limits = limitsFor(concurrency)
  let row = none
  let stoppedForClashes = false

  function count(answer: MailboxAnswer, { hasKeys, keyClash = false }: Heard): void {
    if (keyClash) row = { ...row, closed: 0, clashes: row.clashes + 1 }
    else if (answer.kind === 'accepted' || answer.kind === 'already-there') row = none
    else if (answer.kind === 'closed') row = { ...row, closed: row.closed + 1 }
    else if (answer.kind === 'permanent') row = { ...row, closed: 0, permanent: row.permanent + 1 }
    else if (answer.kind === 'unconfirmed' && !hasKeys) row = { ...row, lost: row.lost + 1 }
  }

  return {
    note(answer, heard) {
      count(answer, heard)
      const because = reasonToStop(row, limits, answer)
      if (!because) return undefined
      // After a restore everything that had left clashes: somebody looked, let it go on, and is not asked every time.
      if (row.clashes >= limits.clashes && stoppedForClashes) return undefined
      stoppedForClashes ||= row.clashes >= limits.clashes
      row = none
      return because
    },
  }
}

type Row = typeof none

function reasonToStop(row: Row, limits: Row, answer: MailboxAnswer): string | undefined {
  if (row.closed >= limits.closed) return `mailbox-closed: ${describe(answer)}`
  if (row.permanent >= limits.permanent) return `everything-refused: ${describe(answer)}`
  if (row.lost >= limits.lost) return `answers-lost: ${describe(answer)}`
  if (row.clashes >= limits.clashes) return `key-clashes: ${row.clashes}`
  return undefined
}

function describe(answer: MailboxAnswer): string {
  const code = 'code' in answer ? answer.code : answer.kind
  const status = answer.httpStatus === undefined ? '' : ` (HTTP ${answer.httpStatus})`
  return code + status // what the other side said in words is on the timeline alone: it may name a person
}
