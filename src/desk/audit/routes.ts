import { get, post } from '../../platform/http/route.ts'
import type { DeskRoute } from '../desk.ts'
import { paths } from '../paths.ts'
import { withElection } from '../with-election.ts'
import { exportAudit, showAudit } from './audit-page.tsx'
import { askForLedger, showLedger } from './ledger-page.tsx'
import { examine, showLookUp } from './look-up-page.tsx'
import { showUnusual } from './unusual-page.tsx'

const right = 'audit.read'

export const routes: readonly DeskRoute[] = [
  get(paths.audit, { right, audit: 'audit.opened' }, showAudit),
  post(paths.auditExport, { right, audit: 'audit.exported' }, exportAudit),
  get(paths.unusualLookUps, { right, audit: 'audit.unusual-opened' }, showUnusual),
  get(paths.unusualLookUp, { right, audit: 'audit.unusual-opened' }, showLookUp),
  post(paths.unusualLookUp, { right, audit: 'audit.look-up-examined' }, examine),
  get(paths.ledger, { right, audit: 'audit.person-asked' }, withElection(askForLedger)),
  post(paths.ledger, { right, audit: 'audit.person-shown' }, withElection(showLedger)),
  get(paths.ledgerOfVoter, { right, audit: 'audit.person-asked' }, withElection(askForLedger)),
  post(paths.ledgerOfVoter, { right, audit: 'audit.person-shown' }, withElection(showLedger)),
]
