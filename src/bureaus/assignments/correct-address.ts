import type { Election } from '../../elections/index.ts'
import { type Address, isAbroad, isBelgianPostcode } from '../../platform/address.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type NumberInText, refuseNumbers } from '../../platform/free-text.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { writeMemberAddress } from './member-store.ts'

export const longestOfAddress = {
  street: 100,
  houseNumber: 20,
  box: 20,
  postcode: 12,
  city: 80,
  country: 2,
} as const
export type AddressField = keyof typeof longestOfAddress
export type AddressFaults = Partial<Record<AddressField, 'missing' | 'wrong'>>

/** What somebody typed as an address, or what is wrong with it. */
export function readAddress(typed: Readonly<Record<AddressField, string>>): {
  readonly address: Address
  readonly faults: AddressFaults
} {
  const of = (field: AddressField) => typed[field].trim().slice(0, longestOfAddress[field])
  const country = of('country').toUpperCase()
  const address: Address = {
    ...{ street: of('street'), houseNumber: of('houseNumber'), postcode: of('postcode'), city: of('city') },
    ...(of('box') && { box: of('box') }),
    ...(country && country !== 'BE' && { country }),
  }
  const isWrongPostcode = !isAbroad(address) && !isBelgianPostcode(address.postcode)
  const faults: AddressFaults = {
    ...(!address.street && { street: 'missing' }),
    ...(!address.postcode ? { postcode: 'missing' } : isWrongPostcode && { postcode: 'wrong' }),
    ...(!address.city && { city: 'missing' }),
    ...(country && !isCountry(country) && { country: 'wrong' }),
  }
  return { address, faults }
}

const countries = new Intl.DisplayNames(['nl'], { type: 'region', fallback: 'none' })

function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && countries.of(code) !== undefined
}

/**
 * The municipality writes down where a member lives. Letters that are made from then on go there, and no list that comes later takes it
 * away. What it was and is stands in no trace: only that it changed, and by whom.
 */
export function correctAddress(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  {
    election,
    assignmentId,
    address,
    by,
  }: {
    readonly election: Election
    readonly assignmentId: AssignmentId
    readonly address: Address
    readonly by: string
  },
): Promise<Result<object, NumberInText | 'no-such-assignment'>> {
  const inText = refuseNumbers(...Object.values(address).map(String))
  if (inText) return Promise.resolve(inText)
  const { municipalityId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    if (!(await writeMemberAddress(db, election, { assignmentId, address, at: clock.now() })))
      return refused('no-such-assignment')
    const action = 'bureaus.address-corrected'
    await recordAudit(db, { municipalityId, actor: by, action, subject: assignmentId })
    return { ok: true }
  })
}
