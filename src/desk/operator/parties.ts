import { listDowntimes, listParties } from '../../delivery/index.ts'
import { listMunicipalities, type Municipality, selectLastLogin } from '../../municipalities/index.ts'
import { recentAuditEvents } from '../../platform/audit.ts'
import { type Desk, inOwnScope } from '../desk.ts'
import {
  consentsKey,
  consentsRoad,
  loginDoors,
  mailKey,
  mailRoad,
  type Outcome,
  outcomes,
  type Road,
  roadOf,
  tried,
} from './try-party.ts'

/** Somebody outside whom we depend on, as far as it was noticed. */
export interface OutsideParty {
  /** What is given to `tryParty`: a door of the login, the mail server, or the NIS code of a municipality that travels this road. */
  readonly key: string
  /** Names the road in the log: API, host and client. */
  readonly road: string
  readonly kind: 'login' | 'citizen-login' | 'mailbox' | 'consents' | 'mail'
  /** Who travels it; nobody in particular for the logins and the mail. */
  readonly municipalities: readonly string[]
  /** Why there is no road at all. */
  readonly notConfigured?: string
  readonly answeredAt?: Date | undefined
  readonly failedAt?: Date | undefined
  readonly downSince?: Date | undefined
  readonly lastTry?: Try | undefined
}

export interface Try {
  readonly at: Date
  readonly outcome: Outcome
  readonly code: string
}

export type PartyState = 'answers' | 'away' | 'unknown' | 'absent'

const hoursShown = 24

/** By the newest thing that is known of it. */
export function stateOf({ notConfigured, answeredAt, downSince, lastTry }: OutsideParty): PartyState {
  if (notConfigured !== undefined) return 'absent'
  if (lastTry && (!answeredAt || lastTry.at > answeredAt) && (!downSince || lastTry.at > downSince))
    return lastTry.outcome === 'answered' ? 'answers' : 'away'
  if (downSince) return 'away'
  return answeredAt ? 'answers' : 'unknown'
}

/** Everybody outside, from what processes wrote down, and from what was tried by hand in the last day. */
export async function outsideParties(desk: Desk, since: Date) {
  const municipalities = await listMunicipalities(desk.deps.database)
  const staff = municipalities.map(({ municipalityId }) => municipalityId)
  const downtimes = await listDowntimes(desk.deps, { staff, since })
  const { answers, brokenOff } = await listParties(desk.deps, { staff })
  const tries = await triesBy(desk)
  const { roads, consents } = await roadsOf(desk, municipalities)
  const mailboxes = roads.map(({ api, host, ...road }): OutsideParty => {
    const isOf = (party: { api: string; host: string }) => party.api === api && party.host === host
    const ofParty = downtimes.filter(isOf)
    return {
      ...road,
      kind: 'mailbox',
      answeredAt: answers.find(isOf)?.answeredAt,
      failedAt: latest(ofParty.map(({ lastFailureAt }) => lastFailureAt)),
      downSince: ofParty.find(({ endedAt }) => !endedAt)?.beganAt,
      lastTry: tries.get(road.road),
    }
  })
  const names = new Map(municipalities.map(({ municipalityId, name }) => [municipalityId, name]))
  return {
    parties: [
      ...(await loginParties(desk, staff, tries)),
      ...mailboxes,
      ...consents.map((one): OutsideParty => ({ ...one, kind: 'consents', lastTry: tries.get(one.road) })),
      mailParty(desk, tries),
    ],
    brokenOff: brokenOff.map(({ municipalityId, because }) => ({
      municipality: names.get(municipalityId) ?? '',
      because,
    })),
    downtimes,
  }
}

/** Of the door for citizens nobody keeps when it last let somebody in: it is known by a try only. */
async function loginParties(
  { deps }: Desk,
  staff: readonly Municipality['municipalityId'][],
  tries: ReadonlyMap<string, Try>,
): Promise<OutsideParty[]> {
  const lastLogin = await deps.database.inScope({ staff }, selectLastLogin)
  return loginDoors(deps).map(({ key, kind, road, service, setting }): OutsideParty => {
    const party = { key, kind, road, municipalities: [] }
    if (!service) return { ...party, notConfigured: setting }
    return { ...party, lastTry: tries.get(road), ...(kind === 'login' && { answeredAt: lastLogin }) }
  })
}

/** That mail left is known where it left, by a worker: here it is known by a try only. */
function mailParty({ deps }: Desk, tries: ReadonlyMap<string, Try>): OutsideParty {
  const road = mailRoad(deps)
  const party: OutsideParty = { key: mailKey, kind: 'mail', road, municipalities: [] }
  return deps.mailServer
    ? { ...party, lastTry: tries.get(road) }
    : { ...party, notConfigured: 'MAIL_SMTP_URL' }
}

type Travelled = Pick<OutsideParty, 'key' | 'road'> & { readonly municipalities: string[] }

/**
 * Municipalities that travel under one identity to one party are on one road. Where some of them ask who has an e-Box in
 * use, that is a road as well.
 */
async function roadsOf({ deps }: Desk, municipalities: readonly Municipality[]) {
  const roads = new Map<string, Travelled & Omit<Road, 'mailbox'>>()
  const consents = new Map<string, Travelled>()
  for (const { municipalityId, nisCode, name } of municipalities) {
    const { mailbox, ...road } = await roadOf(deps, municipalityId)
    travel(roads, { ...road, key: nisCode, municipalities: [name] })
    if (!mailbox?.consents) continue
    const asked = { road: consentsRoad(road.road, mailbox), key: consentsKey(nisCode) }
    travel(consents, { ...asked, municipalities: [name] })
  }
  return { roads: [...roads.values()], consents: [...consents.values()] }
}

function travel<One extends Travelled>(roads: Map<string, One>, one: One): void {
  const known = roads.get(one.road)
  if (known) known.municipalities.push(...one.municipalities)
  else roads.set(one.road, one)
}

/** The last try of each road. */
async function triesBy(desk: Desk): Promise<ReadonlyMap<string, Try>> {
  const { municipalityId } = desk.staff
  const events = await inOwnScope(desk, (db) =>
    recentAuditEvents(db, municipalityId, { action: tried, minutes: hoursShown * 60 }),
  )
  const newestLast = events.toReversed()
  return new Map(
    newestLast.map(({ happenedAt, details }) => [
      String(details.party),
      {
        at: happenedAt,
        outcome: outcomes.find((outcome) => outcome === details.outcome) ?? 'failed',
        code: String(details.code ?? ''),
      },
    ]),
  )
}

function latest(moments: readonly Date[]): Date | undefined {
  return moments.toSorted((one, other) => other.getTime() - one.getTime())[0]
}
