import type { Identity } from '../platform/identity.ts'
import type { StaffRight } from './staff.ts'

const looking = ['desk.read', 'letters.read'] as const

/**
 * The roles that an integrator registers at the login service, and what each of them may do: the one place where
 * roles become rights (docs/how-to/log-in-with-acm.md shows this table). A person may have several.
 */
export const staffRoles = {
  /** Sees how a campaign stands. */
  lezer: looking,
  /** Makes the campaign, up to asking for the release. */
  medewerker: [
    ...looking,
    'voters.read',
    'elections.manage',
    'voters.import',
    'voters.accept',
    'voters.close',
    'voters.amend',
    'letters.compose',
    'letters.request-release',
    'letters.withdraw',
    'letters.duplicate',
    'duplicates.take-offline',
    'delivery.run',
    'certificate.write',
  ],
  /** Decides on a release that another person asked for. */
  vrijgever: [...looking, 'voters.read', 'letters.request-release', 'letters.release', 'letters.withdraw'],
  /** Finds a voter at the counter and gives a duplicate. Who else looked at that voter is not shown: decision 0046. */
  loket: ['desk.read', 'voters.read', 'letters.duplicate'],
  /** Keeps the polling bureaus. */
  stembureaus: [
    'desk.read',
    'bureaus.read',
    'bureaus.manage',
    'bureaus.excuses',
    'bureaus.choose',
    'bureaus.draw',
  ],
  /**
   * The magistrate and the registrar: they draw and decide on excuses, and they alone open what is behind those (decision 0113).
   */
  griffier: ['desk.read', 'bureaus.read', 'bureaus.excuses', 'bureaus.draw', 'bureaus.decide'],
  /** Keeps the municipality's own settings and staff, and sees who did what; in need releases one request (decision 0047). */
  beheerder: [...looking, 'municipality.manage', 'staff.manage', 'audit.read'],
  /** Runs the installation; counts only for the organisation that the installation names. */
  uitbater: ['desk.read', 'installation.operate'],
} as const satisfies Record<string, readonly StaffRight[]>

export type StaffRole = keyof typeof staffRoles

export function isStaffRole(text: string): text is StaffRole {
  return Object.hasOwn(staffRoles, text)
}

/** Everything that these roles may do together, each right once. */
export function rightsOf(roles: readonly StaffRole[]): StaffRight[] {
  return [...new Set(roles.flatMap((role): readonly StaffRight[] => staffRoles[role]))]
}

/** Roles at a court or main bureau that something is granted to: the magistrate or chair, and who works under them (LPKD 39). */
export const authorityRoles = ['magistraat', 'griffier'] as const
export type AuthorityRole = (typeof authorityRoles)[number]

/** All that somebody of a court or main bureau may do. No role of a municipality lets anybody designate. */
export const authorityRights = [
  'bureaus.read',
  'bureaus.excuses',
  'bureaus.decide',
  'bureaus.designate',
  'bureaus.draw',
  'bureaus.choose',
] as const satisfies readonly StaffRight[]

export function authorityRolesIn({ roles }: Identity, organisation: string): AuthorityRole[] {
  return authorityRoles.filter((role) =>
    roles.some((granted) => granted.role === role && granted.organisations.includes(organisation)),
  )
}
