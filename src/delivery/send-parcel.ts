import { throughTrouble } from '../platform/db/connection-trouble.ts'
import type { NationalNumber } from '../platform/national-number.ts'
import type { ClaimedDocument, Outcome } from './attempt-store.ts'
import type { BatchInHand, DeliveryDeps } from './delivery-deps.ts'
import { isKeyClash, judgeAnswer } from './judge-answer.ts'
import type { MailboxAnswer, NotSent } from './mailbox.ts'
import { noteDowntime } from './note-downtime.ts'
import type { Parcel } from './prepare-parcels.ts'
import { stopByItself } from './stop-by-itself.ts'

/** Sends one document when its turn comes, and judges the answer. */
export async function sendParcel(
  deps: DeliveryDeps,
  inHand: BatchInHand,
  { claimed, made, message }: Parcel,
): Promise<Outcome> {
  const { mailbox, pace, watch } = inHand
  const { mailboxKey: key, traceId, documentId, attempt } = claimed
  const mayLeave = () => watch.mayLeave(documentId)
  const travelled = await pace.travel(watch.signal, async () => {
    if (!mayLeave()) return undefined
    const recipient = openNumber(deps, claimed.recipientCipher)
    if (!recipient) return { kind: 'closed', code: 'data-key-missing' }
    const parcel = { document: made.document, sha256: made.sha256, key, traceId, recipient }
    const answered = deps.meter?.leaves(mailbox.party)
    const answer = await safely(deps, () => mailbox.deliver({ ...message, ...parcel }, mayLeave))
    const heard = answer.kind === 'not-sent' ? undefined : answer
    answered?.(heard)
    return heard
  })
  const answer = travelled ?? notSent(pace.restsUntil)
  const route = { hasKeys: mailbox.hasKeys, backoff: deps.traffic.backoff, now: deps.clock.now() }
  const verdict = judgeAnswer(answer, claimed, route)
  if (travelled) {
    const keyClash = isKeyClash(verdict)
    logAnswer(deps, inHand, claimed, { answer: travelled, keyClash })
    await heed(deps, inHand, { answer: travelled, keyClash }, traceId)
  }
  return { documentId, attempt, answer, verdict }
}

interface Judged {
  readonly answer: MailboxAnswer
  readonly keyClash: boolean
}

/** The national number is readable for the length of one call, and nowhere else. */
function openNumber({ vault }: DeliveryDeps, sealed: Uint8Array): NationalNumber | undefined {
  try {
    return vault.open(sealed) as NationalNumber
  } catch {
    return undefined
  }
}

function notSent(until = 0): NotSent {
  return { kind: 'not-sent', retryAfterSeconds: Math.max(0, (until - Date.now()) / 1000) }
}

/** A mailbox that throws has a bug; nobody knows how far it came, and the other answers must not be lost. */
async function safely(
  deps: DeliveryDeps,
  call: () => Promise<MailboxAnswer | NotSent>,
): Promise<MailboxAnswer | NotSent> {
  try {
    return await call()
  } catch (error) {
    deps.log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'the mailbox failed')
    return { kind: 'unconfirmed', code: 'mailbox-failed' }
  }
}

/** One line per answer; by the trace id it is found on the timeline of its document. The detail is kept there only. */
function logAnswer(
  { log }: DeliveryDeps,
  { batch, mailbox }: BatchInHand,
  { traceId, attempt }: ClaimedDocument,
  { answer, keyClash }: Judged,
): void {
  const { kind, httpStatus, trace } = answer
  const code = 'code' in answer ? answer.code : undefined
  const line = { traceId, ...trace, ...batch, attempt, party: mailbox.party, answer: kind, httpStatus, code }
  if (keyClash) log.error(line, 'the other side knew the key of a document, and not from us')
  else if (kind === 'accepted' || kind === 'already-there') log.debug(line, 'a document was accepted')
  else log.warn(line, 'a document was not accepted')
}

async function heed(
  deps: DeliveryDeps,
  { batch, mailbox, watch }: BatchInHand,
  { answer, keyClash }: Judged,
  traceId: string,
): Promise<void> {
  await noteDowntime(deps, batch.municipalityId, { party: mailbox.party, answer, traceId })
  const because = deps.traffic
    .breakerOf(batch.campaignId)
    .note(answer, { hasKeys: mailbox.hasKeys, keyClash })
  if (!because) return
  watch.halt('stopped')
  // An answer that was heard is never lost for this: the next one stops the campaign.
  await throughTrouble(() => stopByItself(deps, batch, because)).catch((error: Error) =>
    deps.log.error({ ...batch, error: error.message }, 'the campaign could not be stopped'),
  )
}
