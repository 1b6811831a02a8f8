/**
 * Looking back at what people did: the audit log with filters and as a file, everything that was done about one voter, and
 * look-ups that are out of the ordinary. Changes nothing; looking back leaves events of its own.
 */
export type { AuditEntry, AuditFilter } from './audit-overview.ts'
export { actorText, auditText } from './audit-texts.nl.ts'
export { exportAuditEvents } from './export-audit-events.ts'
export { type AuditQuestion, listAuditEvents } from './list-audit-events.ts'
export { defaultLookUpRules, type LookUpRule, type LookUpRules } from './look-up-rules.ts'
export { showPersonEvents } from './show-person-events.ts'
export { watchLookUps } from './watch-look-ups.ts'
