import { hostname } from 'node:os'
import { staffOf } from '../platform/db/scope.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import type { DeliveryDeps } from './delivery-deps.ts'
import { type DowntimeSign, tellUpEveryMs } from './downtime.ts'
import { addFailures, endDowntime } from './downtime-store.ts'
import type { MailboxAnswer, Party } from './mailbox.ts'
import { noteAnswer } from './party-store.ts'

export interface HeardOfParty {
  readonly party: Party
  readonly answer: MailboxAnswer
  readonly traceId: string
}

/** Writes down that a party went away or came back. What can't be written down never keeps a document back. */
export async function noteDowntime(
  deps: DeliveryDeps,
  municipalityId: MunicipalityId,
  { party, answer, traceId }: HeardOfParty,
): Promise<void> {
  const watch = deps.traffic.downtimeOf(party)
  const wasDown = watch.isDown
  const sign = watch.hear(answer, traceId, deps.clock.now())
  if (!sign) return
  deps.meter?.down(party, watch.isDown)
  if (watch.isDown && !wasDown) deps.log.error({ party, traceId, codes: codesOf(sign) }, 'a party is down')
  if (wasDown && !watch.isDown) deps.log.warn({ party, traceId }, 'a party is back')
  try {
    await write(deps, municipalityId, party, sign)
  } catch (error) {
    deps.log.warn({ party, error: (error as Error).message }, 'a downtime was not written down')
  }
}

function codesOf(sign: DowntimeSign) {
  return sign.since?.codes ?? []
}

function write(
  { database }: Pick<DeliveryDeps, 'database'>,
  municipalityId: MunicipalityId,
  party: Party,
  sign: DowntimeSign,
): Promise<unknown> {
  return database.inScope(staffOf(municipalityId), async (db) => {
    if (sign.since) await addFailures(db, party, sign.since, `${hostname()}:${process.pid}`)
    if (sign.kind === 'down') return
    const { at, traceId, ours } = sign
    await noteAnswer(db, party, { at, traceId })
    const quietSince = ours ? at : new Date(at.getTime() - tellUpEveryMs)
    await endDowntime(db, party, { at, traceId, quietSince })
  })
}
