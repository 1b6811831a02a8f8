import type { DeliveryDeps } from '../../src/delivery/delivery-deps.ts'
import type { Mailbox } from '../../src/delivery/mailbox.ts'
import type { Database } from '../../src/platform/db/database.ts'

/** The moments at which a worker that sends one document can die, in their order. */
export const points = [
  'before the claim is committed',
  'after the claim is committed',
  'before the call',
  'during the call',
  'after the call',
  'before the answer is committed',
  'after the answer is committed',
] as const

export type Point = (typeof points)[number]

/** Calls of `die` come at that point, in each chunk or call that reaches it. */
export function dyingAt(point: Point, deps: DeliveryDeps, die: () => Promise<never>): DeliveryDeps {
  const dieAt = async (here: Point) => {
    if (here === point) await die()
  }
  const database: Database = {
    ...deps.database,
    async inScope(scope, work) {
      let done: unknown
      const result = await deps.database.inScope(scope, async (db) => {
        done = await work(db)
        if (isClaim(done)) await dieAt('before the claim is committed')
        if (isRecord(done)) await dieAt('before the answer is committed')
        return done as Awaited<ReturnType<typeof work>>
      })
      if (isRecord(done)) await dieAt('after the answer is committed')
      return result
    },
  }
  const documents: DeliveryDeps['documents'] = {
    async render(...asked) {
      await dieAt('after the claim is committed')
      return deps.documents.render(...asked)
    },
  }
  const mailboxFor: DeliveryDeps['mailboxFor'] = async (municipalityId) => {
    const mailbox: Mailbox = await deps.mailboxFor(municipalityId)
    return {
      ...mailbox,
      async deliver(message, mayLeave) {
        await dieAt('before the call')
        const answering = mailbox.deliver(message, mayLeave)
        await dieAt('during the call')
        const answer = await answering
        await dieAt('after the call')
        return answer
      },
    }
  }
  return { ...deps, database, documents, mailboxFor }
}

/** What `claimDocuments` answers. */
function isClaim(result: unknown): boolean {
  return Array.isArray(result) && result[0] !== undefined && 'mailboxKey' in Object(result[0])
}

/** What `recordOutcomes` answers: how many went to each state. */
function isRecord(result: unknown): boolean {
  const first = Array.isArray(result) ? Object(result[0]) : {}
  return 'state' in first && 'count' in first
}
