import type { SeatRole } from './bureau-rules.ts'

/** How a document or a page names a seat within a sentence. */
export const roleNames = {
  CHAIR: 'voorzitter',
  DEPUTY_CHAIR: 'plaatsvervangend voorzitter',
  SECRETARY: 'secretaris',
  ADJUNCT_SECRETARY: 'adjunct-secretaris',
  ASSESSOR: 'bijzitter',
  SUBSTITUTE: 'plaatsvervangend bijzitter',
} as const satisfies Record<SeatRole, string>
