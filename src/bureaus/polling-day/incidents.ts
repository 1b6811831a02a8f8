/** What can happen in a bureau that belongs in its minutes, or that the town hall has to know. */
export const incidentKinds = [
  'MATERIAL',
  'COMPUTER',
  'ACCESS',
  'QUEUE',
  'OBJECTION',
  'DISTURBANCE',
  'UNWELL',
  'OTHER',
] as const
export type IncidentKind = (typeof incidentKinds)[number]

export interface Incident {
  readonly kind: IncidentKind
  /** What happened, without names. */
  readonly note: string
  readonly happenedAt: Date
}
