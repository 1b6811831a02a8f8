/** Who decides on people: a court, or the main bureau of a canton or a municipality. */
export const authorityKinds = ['COURT', 'CANTON_MAIN', 'MUNICIPAL_MAIN'] as const
export type AuthorityKind = (typeof authorityKinds)[number]

/** An organisation of its own, known by its enterprise number, that sees and decides on the bureaus of an election. */
export interface BureauAuthority {
  readonly enterpriseNumber: string
  readonly name: string
  readonly kind: AuthorityKind
}
