import { listDowntimes, listParties } from '../../delivery/index.ts'
import { listMunicipalities, type Municipality, selectLastLogin } from '../../municipalities/index.ts'
import { recentAuditEvents } from '../../platform/audit.ts'
import { type Desk, inOwnScope } from '../desk.ts'
import { type Outcome, outcomes, type Road, roadOf, tried } from './try-party.ts'

/** Somebody outside whom we depend on, as far as it was noticed. */
export interface OutsideParty {
  /** What is given to `tryParty`: `acm`, or the NIS code of a municipality that travels this road. */
  readonly key: string
  /** Names the road in the log: API, host and client. */
  readonly road: string
  readonly kind: 'login' | 'mailbox'
  /** Who travels it; nobody in particular for the login. */
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
  const roads = await roadsOf(desk, municipalities)
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
    parties: [await loginParty(desk, staff, tries), ...mailboxes],
    brokenOff: brokenOff.map(({ municipalityId, because }) => ({
      municipality: names.get(municipalityId) ?? '',
      because,
    })),
    downtimes,
  }
}

async function loginParty(
  { deps }: Desk,
  staff: readonly Municipality['municipalityId'][],
  tries: ReadonlyMap<string, Try>,
): Promise<OutsideParty> {
  const party = { key: loginKey, road: loginKey, kind: 'login', municipalities: [] } as const
  if (!deps.loginService) return { ...party, notConfigured: 'ACM_ISSUER' }
  const road = new URL(deps.loginService.origin).host
  const answeredAt = await deps.database.inScope({ staff }, selectLastLogin)
  return { ...party, road, answeredAt, lastTry: tries.get(road) }
}

export const loginKey = 'acm'

/** Municipalities that travel under one identity to one party are on one road. */
async function roadsOf({ deps }: Desk, municipalities: readonly Municipality[]) {
  const roads = new Map<string, Omit<Road, 'mailbox'> & { key: string; municipalities: string[] }>()
  for (const municipality of municipalities) {
    const { road, mailbox: _, ...found } = await roadOf(deps, municipality.municipalityId)
    const known = roads.get(road)
    if (known) known.municipalities.push(municipality.name)
    else roads.set(road, { ...found, road, key: municipality.nisCode, municipalities: [municipality.name] })
  }
  return [...roads.values()]
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
