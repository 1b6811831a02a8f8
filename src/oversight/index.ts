/**
 * Looking back at what people did: the audit log with filters and as a file, everything that was done about one voter, and
 * look-ups that are out of the ordinary. Changes nothing; looking back leaves events of its own, and so does
 * whoever asks about what stood out.
 */
export type { AuditEntry, AuditFilter } from './audit-overview.ts'
export { actorText, auditText, knownActions } from './audit-texts.nl.ts'
export { type ExaminationRefusal, examineLookUp, listUnusualLookUps } from './examine-look-up.ts'
export { exportAuditEvents } from './export-audit-events.ts'
export { listAuditEvents } from './list-audit-events.ts'
export { defaultLookUpRules, type LookUpRule, type LookUpRules } from './look-up-rules.ts'
export { objectText } from './object-texts.nl.ts'
export { type PersonRefusal, showPersonEvents, type WhichVoter } from './show-person-events.ts'
export { findUnusualLookUp, openLookUps, type UnusualLookUp } from './unusual-overview.ts'
export { watchLookUps } from './watch-look-ups.ts'
