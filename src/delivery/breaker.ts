import type { MailboxAnswer } from './mailbox.ts'

/** Watches the answers of one campaign. `note` answers why to stop, when there is reason to. */
export interface Breaker {
  note(answer: MailboxAnswer, hasKeys: boolean): string | undefined
}

/**
 * So many in a row, without one acceptance between, stop a campaign before it spoils the rest. More than travel at
 * once, because one event (a token that ends, a server that restarts) strikes all of those.
 */
function limitsFor(concurrency: number) {
  return { closed: Math.max(5, 2 * concurrency), permanent: 50, lost: Math.max(20, 2 * concurrency) }
}

export function createBreaker(concurrency: number): Breaker {
  const limits = limitsFor(concurrency)
  let row = { closed: 0, permanent: 0, lost: 0 }

  function count(answer: MailboxAnswer, hasKeys: boolean): void {
    if (answer.kind === 'accepted' || answer.kind === 'already-there')
      row = { closed: 0, permanent: 0, lost: 0 }
    else if (answer.kind === 'closed') row.closed++
    else if (answer.kind === 'permanent') row = { ...row, closed: 0, permanent: row.permanent + 1 }
    else if (answer.kind === 'unconfirmed' && !hasKeys) row.lost++
  }

  return {
    note(answer, hasKeys) {
      count(answer, hasKeys)
      const because = reasonToStop(row, limits, answer)
      if (because) row = { closed: 0, permanent: 0, lost: 0 }
      return because
    },
  }
}

type Row = ReturnType<typeof limitsFor>

function reasonToStop(row: Row, limits: Row, answer: MailboxAnswer): string | undefined {
  if (row.closed >= limits.closed) return `mailbox-closed: ${describe(answer)}`
  if (row.permanent >= limits.permanent) return `everything-refused: ${describe(answer)}`
  if (row.lost >= limits.lost) return `answers-lost: ${describe(answer)}`
  return undefined
}

function describe(answer: MailboxAnswer): string {
  const code = 'code' in answer ? answer.code : answer.kind
  const status = answer.httpStatus === undefined ? '' : ` (HTTP ${answer.httpStatus})`
  return code + status // what the other side said in words is on the timeline alone: it may name a person
}
