import { type AuditEntry, actorText, auditText, objectText } from '../../oversight/index.ts'
import type { Column } from '../../platform/http/components/index.ts'
import { shortMoment } from './short-moment.ts'
import { texts } from './texts.nl.ts'

const { when, who, role, what, about } = texts.columns

/** An event in a row: when, who, what. */
export const entryColumns: readonly Column<AuditEntry>[] = [
  {
    heading: when,
    cell: ({ happenedAt }) => <time datetime={happenedAt.toISOString()}>{shortMoment(happenedAt)}</time>,
  },
  { heading: who, cell: actorText, isRowHeading: true },
  { heading: what, cell: auditText },
  { heading: about, cell: (entry) => objectText(entry) || '—' },
]

/** The same, with the roles that say why this person could do it. */
export const ledgerColumns: readonly Column<AuditEntry>[] = [
  ...entryColumns.slice(0, 2),
  {
    heading: role,
    cell: ({ person }) => person?.roles?.map((one) => texts.roles[one] ?? one).join(', ') || texts.roles.none,
  },
  ...entryColumns.slice(2),
]
