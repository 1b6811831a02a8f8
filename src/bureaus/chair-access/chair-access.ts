import { Temporal } from 'temporal-polyfill'
import type { Election } from '../../elections/index.ts'
import { sha256 } from '../../platform/hash.ts'
import type { AccessId, BureauId, ElectionId, MunicipalityId } from '../../platform/ids.ts'

export const holders = ['CHAIR', 'REPLACEMENT'] as const
/** For whom an access is: one of each for a bureau at a time. */
export type Holder = (typeof holders)[number]

export interface ChairAccess {
  readonly accessId: AccessId
  readonly electionId: ElectionId
  readonly bureauId: BureauId
  readonly holder: Holder
  readonly madeAt: Date
  readonly expiresAt: Date
  /** When the code was exchanged; it is worth nothing since. */
  readonly usedAt: Date | null
  /** When the telephone last asked something. */
  readonly seenAt: Date | null
  readonly revokedAt: Date | null
}

/** Noon of the day after: a count may last all night, and what a telephone kept without network has to come in. */
export function accessEnds({ pollingDay }: Pick<Election, 'pollingDay'>): Date {
  const noon = { timeZone: 'Europe/Brussels', plainTime: '12:00' }
  return new Date(
    Temporal.PlainDate.from(pollingDay).add({ days: 1 }).toZonedDateTime(noon).epochMilliseconds,
  )
}

/** Six in the evening of the day before: a telephone that has no network in the morning has to know by then who is expected. */
export function namesShownFrom({ pollingDay }: Pick<Election, 'pollingDay'>): Date {
  const evening = { timeZone: 'Europe/Brussels', plainTime: '18:00' }
  return new Date(
    Temporal.PlainDate.from(pollingDay).subtract({ days: 1 }).toZonedDateTime(evening).epochMilliseconds,
  )
}

const form = /^([1-9][0-9]{0,8})\.([0-9a-f-]{36})\.[A-Za-z0-9_-]{43}$/

export interface AccessClaim {
  readonly municipalityId: MunicipalityId
  readonly accessId: AccessId
  readonly tokenSha256: Buffer
}

/** `MUNICIPALITY.ID.SECRET`: what the telephone of a chair shows. `undefined` when the text is no such token. */
export function readAccessToken(token: string): AccessClaim | undefined {
  const [, municipality, accessId] = form.exec(token) ?? []
  if (municipality === undefined) return undefined
  return {
    municipalityId: Number(municipality) as MunicipalityId,
    accessId: accessId as AccessId,
    tokenSha256: sha256(token),
  }
}

/** Where a chair types the code: it stands on paper, so it never changes. */
export function chairAddress(portalUrl: string, slug: string): string {
  return `${portalUrl}/bureau/${slug}`
}
