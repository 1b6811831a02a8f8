import type { MunicipalityId, StaffId } from '../platform/ids.ts'

/** What a person of the municipality may do; routes and commands ask for exactly one of these. */
export const staffRights = [
  /** To be logged in is enough: the first page, staying, leaving. */
  'desk.enter',
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
  'desk.read',
  'voters.read',
  'letters.duplicate',
  'duplicates.take-offline',
  'bureaus.read',
  'bureaus.manage',
  /** Who asks to be excused, and why: to see the bureaus is not enough for it. */
  'bureaus.excuses',
  'bureaus.designate',
  'bureaus.decide',
  'bureaus.draw',
  /** Names people for seats that the chair of a bureau fills. */
  'bureaus.choose',
  'audit.read',
  'installation.operate',
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
  /** Absent for who was only seen at the login service, which need not tell it. */
  readonly email: string | null
  /** Whether this person is known by a login, or by credentials of this program alone. */
  readonly logsIn: boolean
  /** What the last login gave. Rights of now are those of a session, or of `rights`; this is what is known of who is away. */
  readonly loginRights: readonly StaffRight[]
  readonly isDemo: boolean
  readonly endedAt: Date | null
}

export function isStaffRight(text: string): text is StaffRight {
  return (staffRights as readonly string[]).includes(text)
}

export function mayDo(staff: Staff, right: StaffRight): boolean {
  return right === 'desk.enter' || staff.rights.includes(right)
}

/** Whether this person may do it as far as anybody knows: by hand, or by their last login. For who is not here to be asked. */
export function isKnownToDo({ rights, loginRights }: StaffMember, right: StaffRight): boolean {
  return rights.includes(right) || loginRights.includes(right)
}

/**
 * Whether two rows are certainly two people. Two logins are, and two who were added by hand under two addresses are;
 * of one of each nobody can say, so they don't release together.
 */
export function areTwoPeople(one: StaffMember, other: StaffMember): boolean {
  return one.staffId !== other.staffId && one.logsIn === other.logsIn
}
