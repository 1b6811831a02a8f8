/** Who decides on people, or sees who sits where: a court, or a main bureau. Which of them an election has, its rules say. */
export const authorityKinds = [
  'COURT',
  'CANTON_MAIN',
  'MUNICIPAL_MAIN',
  'DISTRICT_MAIN',
  'PROVINCE_DISTRICT_MAIN',
  'CONSTITUENCY_MAIN',
] as const
export type AuthorityKind = (typeof authorityKinds)[number]

/** As what an election is granted to an organisation. */
export interface Granted {
  readonly kind: AuthorityKind
  /** The district of the city that it is for: of the others it sees nothing. */
  readonly district?: string | undefined
}

/** An organisation of its own, known by its enterprise number, that sees and decides on the bureaus of an election. */
export interface BureauAuthority extends Granted {
  readonly enterpriseNumber: string
  readonly name: string
}
