import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { sha256 } from '../../platform/hash.ts'
import type { CitizenIdentity } from '../../platform/identity.ts'
import type { PortalDeps } from '../portal-deps.ts'
import {
  deleteSession,
  insertSession,
  selectSession,
  takeSession,
  touchSession,
} from './citizen-session-store.ts'

/** A citizen who is logged in. The number stays in this process; everything is asked by its look-up index. */
export interface Citizen extends CitizenIdentity {
  /** Keyed hash of the national number: the person scope of the database. */
  readonly index: Buffer
  /** When they are logged out if they do nothing. */
  readonly until: Date
  /** When they are logged out whatever they do. */
  readonly endsAt: Date
}

const personSchema = z.object({ nationalNumber: z.string(), name: z.string() })
const form = /^[A-Za-z0-9_-]{43}$/

/** Seen at most this often, so that a page with ten pictures writes once. */
const millisecondsBetweenNotes = 30_000

/** Starts a session. Answers what its cookie holds: a secret of which the database has the hash only. */
export async function startSession(deps: PortalDeps, citizen: CitizenIdentity): Promise<string> {
  const { database, vault, clock, config } = deps
  const token = randomBytes(32).toString('base64url')
  const tokenSha256 = sha256(token)
  const now = clock.now()
  const endsAt = minutesLater(now, config.CITIZEN_SESSION_MINUTES)
  const personSealed = vault.seal(JSON.stringify(citizen))
  await database.inScope({ session: tokenSha256 }, (db) =>
    insertSession(db, tokenSha256, { personSealed, lastSeenAt: now, endsAt }),
  )
  return token
}

/** Whose session it is; `undefined` when it is over, or nobody's. */
export async function findCitizen(
  { database, vault, clock, config }: PortalDeps,
  token: string,
): Promise<Citizen | undefined> {
  if (!form.test(token)) return undefined
  const tokenSha256 = sha256(token)
  return database.inScope({ session: tokenSha256 }, async (db) => {
    const stored = await selectSession(db, tokenSha256)
    if (!stored) return undefined
    const { personSealed, lastSeenAt, endsAt } = stored
    const now = clock.now()
    const idle = config.CITIZEN_SESSION_IDLE_MINUTES
    if (endsAt <= now || minutesLater(lastSeenAt, idle) <= now) {
      await deleteSession(db, tokenSha256)
      return undefined
    }
    const isNoted = now.getTime() - lastSeenAt.getTime() > millisecondsBetweenNotes
    if (isNoted) await touchSession(db, tokenSha256, now)
    const person = personSchema.parse(JSON.parse(vault.open(personSealed)))
    const idleUntil = minutesLater(isNoted ? now : lastSeenAt, idle)
    const until = new Date(Math.min(idleUntil.getTime(), endsAt.getTime()))
    return { ...person, index: vault.index(person.nationalNumber), until, endsAt }
  })
}

/** Nothing of it stays: its cookie is worth nothing any more. */
export async function endSession({ database }: PortalDeps, token: string): Promise<void> {
  const tokenSha256 = sha256(token)
  await database.inScope({ session: tokenSha256 }, (db) => deleteSession(db, tokenSha256))
}

/** Keeps who somebody is for whoever knows the key: sealed, and for so many seconds. */
export async function keepIdentity(
  { database, vault, clock }: PortalDeps,
  keySha256: Buffer,
  { identity, seconds }: { identity: CitizenIdentity; seconds: number },
): Promise<void> {
  const now = clock.now()
  const endsAt = new Date(now.getTime() + seconds * 1000)
  const personSealed = vault.seal(JSON.stringify(identity))
  await database.inScope({ session: keySha256 }, (db) =>
    insertSession(db, keySha256, { personSealed, lastSeenAt: now, endsAt }),
  )
}

/** Who it is, once; `undefined` when it is too late, was taken before, or never was. */
export async function takeIdentity(
  { database, vault, clock }: PortalDeps,
  keySha256: Buffer,
): Promise<CitizenIdentity | undefined> {
  const taken = await database.inScope({ session: keySha256 }, (db) => takeSession(db, keySha256))
  if (!taken || taken.endsAt <= clock.now()) return undefined
  return personSchema.parse(JSON.parse(vault.open(taken.personSealed)))
}

function minutesLater(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * 60_000)
}
