import type { MunicipalityId, StaffId } from '../platform/ids.ts'

/** What a person of the municipality may do; routes and commands ask for exactly one of these. */
export const staffRights = [
  'municipality.manage',
  'staff.manage',
  'elections.manage',
  'voters.import',
  'voters.accept',
  'voters.close',
  'voters.amend',
  'letters.read',
  'letters.compose',
  'letters.request-release',
  'letters.release',
  'letters.withdraw',
  'delivery.run',
  'certificate.write',
] as const
export type StaffRight = (typeof staffRights)[number]

/** One row is one person: rights and credentials come and go, the person stays. */
export interface Staff {
  readonly staffId: StaffId
  readonly municipalityId: MunicipalityId
  readonly name: string
  readonly rights: readonly StaffRight[]
}

export interface StaffMember extends Staff {
  readonly email: string
  readonly isDemo: boolean
  readonly endedAt: Date | null
}

export function isStaffRight(text: string): text is StaffRight {
  return (staffRights as readonly string[]).includes(text)
}

export function mayDo(staff: Staff, right: StaffRight): boolean {
  return staff.rights.includes(right)
}
