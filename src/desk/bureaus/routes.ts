import { get, post } from '../../platform/http/route.ts'
import type { DeskRoute } from '../desk.ts'
import { paths } from '../paths.ts'
import { withElection, withPartOfElection } from '../with-election.ts'
import { saveAddress, showAddress } from './address-page.tsx'
import { goToMunicipality } from './area/go-there.tsx'
import { refuse, revokeDesignation, showTimeline, withdraw } from './assignment-page.tsx'
import { chooseBuilding, showOneBureau } from './bureau-page.tsx'
import { decideOnMove } from './changing/decide-on-move.ts'
import { move, showMove } from './changing/move-page.tsx'
import { choose, showChoose } from './choose-page.tsx'
import { showBureaus } from './overview-page.tsx'
import { downloadPlan, receivePlan, showUpload, takeOver } from './plan-file-page.tsx'
import { adopt, showPlan } from './plan-page.tsx'
import { showProposals, sign } from './proposals-page.tsx'
import { propose, showPropose } from './propose-page.tsx'
import { recordPaper, showPaper } from './signing/paper-page.tsx'
import { downloadSheet, printSheet } from './signing/sheets.tsx'

const read = { right: 'bureaus.read' } as const
const decide = { right: 'bureaus.designate' } as const
const pick = { right: 'bureaus.choose' } as const
const manage = { right: 'bureaus.manage' } as const

export const routes: readonly DeskRoute[] = [
  get(paths.bureaus, { ...read, audit: 'bureaus.opened' }, withPartOfElection(showBureaus)),
  get(
    paths.bureau,
    { ...read, audit: 'bureaus.bureau-opened' },
    withPartOfElection((desk) => showOneBureau(desk)),
  ),
  post(paths.bureauBuilding, { ...manage, audit: 'bureaus.building-chosen' }, withElection(chooseBuilding)),
  get(
    paths.bureauAssignment,
    { ...read, audit: 'bureaus.timeline-opened' },
    withPartOfElection(showTimeline),
  ),
  post(paths.withdrawProposal, { ...manage, audit: 'bureaus.assignment-stepped' }, withElection(withdraw)),
  get(
    paths.memberAddress,
    { ...manage, audit: 'bureaus.address-opened' },
    withElection((desk) => showAddress(desk)),
  ),
  post(paths.memberAddress, { ...manage, audit: 'bureaus.address-corrected' }, withElection(saveAddress)),
  get(paths.proposeForSeat, { ...manage, audit: 'bureaus.proposal-opened' }, withElection(showPropose)),
  post(paths.proposeForSeat, { ...manage, audit: 'bureaus.assignment-stepped' }, withElection(propose)),
  get(paths.chooseForSeat, { ...pick, audit: 'bureaus.proposal-opened' }, withPartOfElection(showChoose)),
  post(
    paths.chooseForSeat,
    { ...pick, audit: 'bureaus.assignment-stepped', fresh: true },
    withPartOfElection(choose),
  ),
  get(
    paths.designatedOnPaper,
    { ...manage, audit: 'bureaus.paper-opened' },
    withElection((desk) => showPaper(desk)),
  ),
  post(
    paths.designatedOnPaper,
    { ...manage, audit: 'bureaus.assignment-stepped', fresh: true, upload: true },
    withElection(recordPaper),
  ),
  get(paths.signingSheet, { ...manage, audit: 'bureaus.signing-sheet-made' }, withElection(printSheet)),
  get(paths.signedSheet, { ...read, audit: 'bureaus.signed-sheet-opened' }, withElection(downloadSheet)),
  get(paths.bureauProposals, { ...decide, audit: 'bureaus.proposals-opened' }, withElection(showProposals)),
  post(
    paths.designateProposals,
    { ...decide, audit: 'bureaus.assignment-stepped', fresh: true },
    withElection(sign),
  ),
  post(
    paths.revokeDesignation,
    { ...decide, audit: 'bureaus.assignment-stepped' },
    withElection(revokeDesignation),
  ),
  get(
    paths.moveMember,
    { ...manage, audit: 'bureaus.timeline-opened' },
    withElection((desk) => showMove(desk)),
  ),
  post(paths.moveMember, { ...manage, audit: 'bureaus.assignment-stepped' }, withElection(move)),
  post(
    paths.decideMove,
    { ...decide, audit: 'bureaus.assignment-stepped', fresh: true },
    withElection(decideOnMove),
  ),
  post(paths.refuseProposal, { ...decide, audit: 'bureaus.assignment-stepped' }, withElection(refuse)),
  post(
    paths.otherMunicipality,
    { right: 'desk.enter', audit: 'staff.logged-in', away: paths.signIn() },
    goToMunicipality,
  ),
  get(paths.bureauPlan, { ...manage, audit: 'bureaus.plan-opened' }, withElection(showPlan)),
  post(paths.bureauPlan, { ...manage, audit: 'bureaus.adopted' }, withElection(adopt)),
  get(
    paths.bureauPlanUpload,
    { ...manage, audit: 'bureaus.plan-file-opened' },
    withElection((desk) => showUpload(desk)),
  ),
  post(
    paths.bureauPlanUpload,
    { ...manage, audit: 'bureaus.adopted', upload: true },
    withElection(receivePlan),
  ),
  post(paths.bureauPlanTakeOver, { ...manage, audit: 'bureaus.adopted' }, withElection(takeOver)),
  get(paths.bureauPlanFile, { ...read, audit: 'bureaus.plan-downloaded' }, withElection(downloadPlan)),
]
