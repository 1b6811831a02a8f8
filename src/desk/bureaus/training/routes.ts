import { get, post } from '../../../platform/http/route.ts'
import type { DeskRoute } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { withElection } from '../../with-election.ts'
import { noteAttendanceOfPage, showAttendance } from './attendance-page.tsx'
import { cancelOne, showCancel } from './cancel-page.tsx'
import { enrolOne, showEnrolling } from './enrol-page.tsx'
import { showLeaving, takeOut } from './leave-page.tsx'
import { downloadCertificate, downloadEnrolled, showSignatureList } from './papers.tsx'
import { showPhones } from './phones-page.tsx'
import { changeOne, makeOne, showChangeTraining, showNewTraining } from './training-form-page.tsx'
import { showTraining } from './training-page.tsx'
import { showTrainings } from './trainings-page.tsx'
import { showUntrained } from './untrained-page.tsx'
import { withTraining } from './with-training.ts'

const looking = { right: 'bureaus.read' } as const
const keeping = { right: 'bureaus.manage' } as const

export const routes: readonly DeskRoute[] = [
  get(paths.trainings, { ...looking, audit: 'bureaus.trainings-opened' }, withElection(showTrainings)),
  get(
    paths.newTraining,
    { ...keeping, audit: 'bureaus.training-form-opened' },
    withElection((desk) => showNewTraining(desk)),
  ),
  post(paths.newTraining, { ...keeping, audit: 'bureaus.training-made' }, withElection(makeOne)),
  get(paths.untrainedChairs, { ...looking, audit: 'bureaus.untrained-opened' }, withElection(showUntrained)),
  get(
    paths.training,
    { ...looking, audit: 'bureaus.training-opened' },
    withTraining((desk) => showTraining(desk)),
  ),
  get(
    paths.changeTraining,
    { ...keeping, audit: 'bureaus.training-form-opened' },
    withTraining((desk) => showChangeTraining(desk)),
  ),
  post(paths.changeTraining, { ...keeping, audit: 'bureaus.training-changed' }, withTraining(changeOne)),
  get(
    paths.cancelTraining,
    { ...keeping, audit: 'bureaus.training-cancel-opened' },
    withTraining((desk) => showCancel(desk)),
  ),
  post(paths.cancelTraining, { ...keeping, audit: 'bureaus.training-cancelled' }, withTraining(cancelOne)),
  get(
    paths.enrolMember,
    { ...keeping, audit: 'bureaus.training-enrolling-opened' },
    withTraining((desk) => showEnrolling(desk)),
  ),
  post(paths.enrolMember, { ...keeping, audit: 'bureaus.training-enrolled' }, withTraining(enrolOne)),
  get(
    paths.leaveTraining,
    { ...keeping, audit: 'bureaus.training-leaving-opened' },
    withTraining((desk) => showLeaving(desk)),
  ),
  post(paths.leaveTraining, { ...keeping, audit: 'bureaus.training-left' }, withTraining(takeOut)),
  get(
    paths.trainingAttendance,
    { ...keeping, audit: 'bureaus.training-attendance-opened' },
    withTraining((desk) => showAttendance(desk)),
  ),
  post(
    paths.trainingAttendance,
    { ...keeping, audit: 'bureaus.training-attendance' },
    withTraining(noteAttendanceOfPage),
  ),
  get(
    paths.trainingPhones,
    { ...keeping, audit: 'bureaus.training-phones-opened' },
    withTraining(showPhones),
  ),
  get(
    paths.trainingList,
    { ...looking, audit: 'bureaus.training-list-opened' },
    withTraining(showSignatureList),
  ),
  get(
    paths.trainingFile,
    { ...keeping, audit: 'bureaus.training-downloaded' },
    withTraining(downloadEnrolled),
  ),
  get(
    paths.trainingCertificate,
    { ...keeping, audit: 'bureaus.training-certified' },
    withTraining(downloadCertificate),
  ),
]
