import { setTimeout as sleep } from 'node:timers/promises'
import { type Mailbox, MailboxNotConfigured, MailboxNotReached } from '../../delivery/index.ts'
import { findMunicipality } from '../../municipalities/index.ts'
import { recentAuditEvents, recordAudit } from '../../platform/audit.ts'
import type { LoginService } from '../../platform/identity.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import type { MailServer } from '../../platform/mail.ts'
import { type Desk, inOwnScope } from '../desk.ts'
import type { DeskDeps } from '../desk-deps.ts'
import { paths } from '../paths.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { seeOther } from '../show-page.tsx'
import { texts } from './health-texts.nl.ts'

/** What came of a try: only `answered` is good. */
export const outcomes = [
  ...(['answered', 'no-token', 'no-answer', 'not-configured', 'too-slow', 'failed'] as const),
  ...(['wrong-password', 'no-encryption', 'refused'] as const),
] as const
export type Outcome = (typeof outcomes)[number]

/** The event of a try: the party, what came of it, and the code that came instead of an answer. */
export const tried = 'installation.party-tried'

const patienceMs = 10_000
const mostPerMinute = 3

interface Tried {
  readonly outcome: Outcome
  readonly code?: string
}

/** A party, and how to ask it whether it lets us in: one harmless call, of no person and no letter. */
interface Triable {
  readonly road: string
  ask(): Promise<Tried>
}

/** Asks one party now, and writes down what came of it. Some times a minute for each party, whoever asks. */
export async function tryParty(desk: Desk): Promise<Response> {
  const party = await findParty(desk.deps, desk.form.text('partij'))
  if (!party) return notFoundPage(desk)
  const { municipalityId, staffId } = desk.staff
  const recent = await inOwnScope(desk, (db) =>
    recentAuditEvents(db, municipalityId, { action: tried, minutes: 1 }),
  )
  const ofParty = recent.filter(({ details }) => details.party === party.road)
  if (ofParty.length >= mostPerMinute) return seeOther(desk, paths.installationHealth(), 'party-too-soon')
  const { outcome, code } = await inTime(party)
  await inOwnScope(desk, (db) =>
    recordAudit(db, {
      ...{ municipalityId, actor: staffId, action: tried },
      details: { party: party.road, outcome, ...(code && { code }) },
    }),
  )
  return seeOther(desk, paths.installationHealth(), 'party-tried')
}

async function findParty(deps: DeskDeps, key: string): Promise<Triable | undefined> {
  const door = loginDoors(deps).find((one) => one.key === key)
  if (door) return door.service && { road: door.road, ask: () => askDoor(door.service!) }
  if (key === mailKey)
    return deps.mailServer && { road: mailRoad(deps), ask: () => askMail(deps.mailServer!) }
  const [, nisCode] = /^(\d{5})(?:-instemming)?$/.exec(key) ?? []
  const municipality = nisCode && (await findMunicipality(deps.database, nisCode))
  if (!municipality) return undefined
  const { road, mailbox } = await roadOf(deps, municipality.municipalityId)
  if (key === nisCode) return { road, ask: () => askRoad(mailbox) }
  return mailbox?.consents && { road: consentsRoad(road, mailbox), ask: () => askRoad(mailbox.consents) }
}

async function askDoor(service: Pick<LoginService, 'probe'>): Promise<Tried> {
  const { ok } = await service.probe()
  return { outcome: ok ? 'answered' : 'no-answer' }
}

async function askMail(server: MailServer): Promise<Tried> {
  const { kind, code } = await server.probe()
  return { outcome: kind, code }
}

async function askRoad(road: { probe?(): Promise<void> } | undefined): Promise<Tried> {
  if (!road?.probe) return { outcome: 'not-configured' }
  await road.probe()
  return { outcome: 'answered' }
}

/** What is given to `tryParty` for the server that sends mail. */
export const mailKey = 'mail'

export function mailRoad({ mailServer }: DeskDeps): string {
  return mailServer ? `mail ${mailServer.host}` : 'mail'
}

export interface LoginDoor {
  readonly key: string
  readonly kind: 'login' | 'citizen-login'
  readonly road: string
  /** Absent where it is not set up; then `setting` says by which setting it would be. */
  readonly service: Pick<LoginService, 'origin' | 'probe'> | undefined
  readonly setting: string
}

/** The doors of the login service: of staff, and of citizens. */
export function loginDoors({ loginService, citizenLogin }: DeskDeps): readonly LoginDoor[] {
  const host = (service: LoginDoor['service']) => (service ? new URL(service.origin).host : 'acm')
  return [
    {
      ...{ key: 'acm', kind: 'login', road: host(loginService) },
      ...{ service: loginService, setting: 'ACM_ISSUER' },
    },
    {
      ...{ key: 'acm-burgers', kind: 'citizen-login', road: `${host(citizenLogin)} (burgers)` },
      ...{ service: citizenLogin, setting: 'ACM_CITIZEN_CLIENT_ID' },
    },
  ]
}

/** What is given to `tryParty` for the question who has an e-Box in use, as this municipality asks it. */
export function consentsKey(nisCode: string): string {
  return `${nisCode}-instemming`
}

/** Names the question who has an e-Box in use, beside the road of the letters themselves. */
export function consentsRoad(road: string, { consents }: Mailbox): string {
  return `${road} (instemming: ${consents?.host ?? ''})`
}

/** Without a mailbox there is no road, and `notConfigured` says why. */
export interface Road {
  readonly road: string
  readonly api: string
  readonly host: string
  readonly mailbox?: Mailbox
  readonly notConfigured?: string
}

/** The road of a municipality to the e-Box; without a mailbox when its settings make none, and then why. */
export async function roadOf({ mailboxFor }: DeskDeps, municipalityId: MunicipalityId): Promise<Road> {
  try {
    const mailbox = await mailboxFor(municipalityId)
    return { road: mailbox.route, mailbox, ...mailbox.party }
  } catch (error) {
    if (!(error instanceof MailboxNotConfigured)) throw error
    return {
      road: `e-Box ${municipalityId}`,
      api: '',
      host: '',
      notConfigured: texts.noMailbox(error.keyFile),
    }
  }
}

async function inTime({ ask }: Triable): Promise<Tried> {
  const over = new AbortController()
  const late = sleep(patienceMs, { outcome: 'too-slow' } as const, { signal: over.signal, ref: false })
  late.catch(() => {})
  try {
    return await Promise.race([ask(), late])
  } catch (error) {
    if (error instanceof MailboxNotReached) return { outcome: error.why, code: error.code }
    if (error instanceof MailboxNotConfigured) return { outcome: 'not-configured' }
    return { outcome: 'failed', code: (error as Error).name }
  } finally {
    over.abort()
  }
}
