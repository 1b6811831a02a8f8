import { get, post } from '../../../platform/http/route.ts'
import type { DeskRoute } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { withElection } from '../../with-election.ts'
import { downloadPayments, receiveReport, showBatch } from './batch-page.tsx'
import { saveClaim, showOneClaim } from './claim-page.tsx'
import { showClaims } from './claims-page.tsx'
import { makePayments, showPayments } from './payments-page.tsx'

/** Accounts and amounts: for who keeps the bureaus, and not for who decides on people. */
const keeping = { right: 'bureaus.manage' } as const

export const routes: readonly DeskRoute[] = [
  get(paths.claims, { ...keeping, audit: 'bureaus.claims-opened' }, withElection(showClaims)),
  get(
    paths.claim,
    { ...keeping, audit: 'bureaus.claim-opened' },
    withElection((desk) => showOneClaim(desk)),
  ),
  post(paths.claim, { ...keeping, audit: 'bureaus.claim-noted' }, withElection(saveClaim)),
  get(
    paths.payments,
    { ...keeping, audit: 'bureaus.payments-opened' },
    withElection((desk) => showPayments(desk)),
  ),
  post(
    paths.payments,
    { ...keeping, audit: 'bureaus.payments-exported', fresh: true },
    withElection(makePayments),
  ),
  get(
    paths.paymentBatch,
    { ...keeping, audit: 'bureaus.payments-opened' },
    withElection((desk) => showBatch(desk)),
  ),
  get(
    paths.paymentFile,
    { ...keeping, audit: 'bureaus.payments-downloaded' },
    withElection(downloadPayments),
  ),
  post(
    paths.paymentReport,
    { ...keeping, audit: 'bureaus.payments-read-back', upload: true },
    withElection(receiveReport),
  ),
]
