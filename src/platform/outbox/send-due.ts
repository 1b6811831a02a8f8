import type { Clock } from '../clock.ts'
import { mapWithLimit } from '../concurrency.ts'
import { throughTrouble } from '../db/connection-trouble.ts'
import type { Database } from '../db/database.ts'
import { staffOf } from '../db/scope.ts'
import type { MunicipalityId } from '../ids.ts'
import type { Logger } from '../log.ts'
import type { MailOutcome } from '../mail.ts'
import type { Leaving, Prepared } from './leaving.ts'
import { lostAfterMs, type Outgoing, waitAfter } from './outbox.ts'
import { claimDue, giveUpLost, type Left, leaveClaimed, municipalitiesDue } from './outbox-store.ts'

/** Answers are known here and nowhere else, so they are kept while the database is away. */
const answersKeptMs = 10 * 60_000

interface Deps {
  readonly database: Database
  readonly clock: Clock
  readonly log: Logger
}

/** Sends all that is due now, each at most once, until the signal. Any number of workers may. */
export async function sendDue<Item extends Outgoing, Ready>(
  deps: Deps,
  leaving: Leaving<Item, Ready>,
  municipalities: readonly MunicipalityId[],
  signal?: AbortSignal,
): Promise<void> {
  const { outbox } = leaving
  const due = await deps.database.inScope({ staff: municipalities }, async (db) => {
    const now = deps.clock.now()
    await giveUpLost(db, outbox, municipalities, { before: new Date(now.getTime() - lostAfterMs), now })
    return municipalitiesDue(db, outbox, municipalities, now)
  })
  for (const municipalityId of due)
    while (!signal?.aborted && (await sendSome(deps, leaving, municipalityId)));
}

/**
 * Answers whether to go on: not when nothing is left, nor when nothing could leave, for then the other side is away or wants nothing
 * of us, and each further one would only wait in vain.
 */
async function sendSome<Item extends Outgoing, Ready>(
  deps: Deps,
  leaving: Leaving<Item, Ready>,
  municipalityId: MunicipalityId,
): Promise<boolean> {
  const { outbox, atOnce } = leaving
  const { claim, items } = await deps.database.inScope(staffOf(municipalityId), (db) =>
    claimDue(db, outbox, municipalityId, { now: deps.clock.now(), most: 2 * atOnce }),
  )
  const left = await mapWithLimit(items, atOnce, async (item) => {
    const tried = await tryToSend(deps, leaving, item)
    await leave(deps, leaving, item, { claim, ...tried })
    return tried.state
  })
  return left.some((state) => state !== 'waiting')
}

interface Tried<Ready> extends Pick<Left, 'state' | 'code'> {
  readonly ready?: Ready
}

async function tryToSend<Item extends Outgoing, Ready>(
  deps: Deps,
  leaving: Leaving<Item, Ready>,
  item: Item,
): Promise<Tried<Ready>> {
  const prepared = await prepare(deps, leaving, item)
  if ('state' in prepared) {
    if (prepared.state === 'dropped') leaving.count?.(item, 'dropped')
    return prepared
  }
  const { ready } = prepared
  const outcome = await leaving.send(ready, item).catch(unknown)
  leaving.count?.(item, outcome.kind)
  tell(deps, leaving, item, { ready, outcome })
  return { state: states[outcome.kind], code: outcome.code, ready }
}

async function prepare<Item extends Outgoing, Ready>(
  { log }: Deps,
  { name, about, prepare }: Leaving<Item, Ready>,
  item: Item,
): Promise<Prepared<Ready>> {
  try {
    return await prepare(item)
  } catch (error) {
    log.error({ ...about(item), error: (error as Error).name }, `${name} could not be written`)
    return { state: 'waiting', code: 'not-prepared' }
  }
}

const unknown = (): MailOutcome => ({ kind: 'unconfirmed', code: 'error' })

/** What certainly did not arrive goes again later; of what nobody knows there is no second, for one would be two. */
const states: Readonly<Record<MailOutcome['kind'], Left['state']>> = {
  taken: 'sent',
  later: 'waiting',
  'not-ours': 'waiting',
  refused: 'refused',
  unconfirmed: 'unconfirmed',
}

function leave<Item extends Outgoing, Ready>(
  { database, clock }: Deps,
  { outbox, longestWaitMs, noted, settle }: Leaving<Item, Ready>,
  item: Item,
  { claim, ready, state, code }: Tried<Ready> & { readonly claim: string },
): Promise<void> {
  const now = clock.now()
  const wait = waitAfter(item.attempts, longestWaitMs)
  const again = state === 'waiting' ? new Date(now.getTime() + wait) : undefined
  const left: Left = { state, code, now, again, noted: ready && noted?.(ready) }
  return throughTrouble(
    () =>
      database.inScope(staffOf(item.municipalityId), async (db) => {
        if (await leaveClaimed(db, outbox, item, { claim, ...left })) await settle(db, item, left, ready)
      }),
    answersKeptMs,
  )
}

function tell<Item extends Outgoing, Ready>(
  { log }: Deps,
  { name, about }: Leaving<Item, Ready>,
  item: Item,
  { ready, outcome: { kind, code } }: { readonly ready: Ready; readonly outcome: MailOutcome },
): void {
  const line = { ...about(item, ready), outcome: kind, code, attempts: item.attempts }
  if (kind === 'not-ours') log.error(line, `${name} was not taken from us: see the settings of mail and SMS`)
  else if (kind === 'unconfirmed')
    log.warn(line, `nobody knows whether ${name} left: it does not leave again`)
  else log.info(line, name)
}
