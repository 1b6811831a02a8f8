import { get, post } from '../../../platform/http/route.ts'
import type { DeskRoute } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { withElection } from '../../with-election.ts'
import { showAllAbsences } from './absences-page.tsx'
import { acceptAfter, downloadStatement } from './after-deeds.ts'
import { downloadReport, makeReport, showBureauAbsences } from './bureau-absences-page.tsx'
import { recordRemark, recordSending } from './sending-deeds.ts'
import { downloadWithdrawal, makeLetter, recordWithdrawal } from './withdrawal-deeds.ts'
import { showWithdrawal } from './withdrawal-page.tsx'

const looking = { right: 'bureaus.read' } as const
const keeping = { right: 'bureaus.manage' } as const
const deciding = { right: 'bureaus.decide' } as const

export const routes: readonly DeskRoute[] = [
  get(paths.absences, { ...looking, audit: 'bureaus.absences-opened' }, withElection(showAllAbsences)),
  get(
    paths.absencesOfBureau,
    { ...looking, audit: 'bureaus.absences-shown' },
    withElection((desk) => showBureauAbsences(desk)),
  ),
  post(
    paths.absencesOfBureau,
    { ...keeping, audit: 'bureaus.absences-reported', fresh: true },
    withElection(makeReport),
  ),
  post(paths.sendAbsences, { ...keeping, audit: 'bureaus.absences-sent' }, withElection(recordSending)),
  post(paths.remarkAbsence, { ...keeping, audit: 'bureaus.absence-remarked' }, withElection(recordRemark)),
  get(
    paths.absenceReport,
    { ...looking, audit: 'bureaus.absences-downloaded' },
    withElection(downloadReport),
  ),
  get(
    paths.withdrawal,
    { ...looking, audit: 'bureaus.absences-shown' },
    withElection((desk) => showWithdrawal(desk)),
  ),
  post(paths.withdrawal, { ...keeping, audit: 'bureaus.withdrawal-made' }, withElection(makeLetter)),
  get(
    paths.withdrawalPdf,
    { ...looking, audit: 'bureaus.withdrawal-downloaded' },
    withElection(downloadWithdrawal),
  ),
  post(
    paths.sendWithdrawal,
    { ...keeping, audit: 'bureaus.withdrawal-sent' },
    withElection(recordWithdrawal),
  ),
  post(paths.excuseAfter, { ...deciding, audit: 'bureaus.assignment-stepped' }, withElection(acceptAfter)),
  get(
    paths.serviceStatement,
    { ...keeping, audit: 'bureaus.service-stated' },
    withElection(downloadStatement),
  ),
]
