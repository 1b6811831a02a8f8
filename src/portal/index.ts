/**
 * The citizen's pages. All that a citizen can reach is readable in this folder; nothing here shows a voter
 * without login.
 */
import type { Context } from 'hono'
import { createLoginLimits } from '../platform/http/limit-logins.ts'
import { get, post, type Route } from '../platform/http/route.ts'
import { armsRoute } from './arms-route.ts'
import { showAwaitedElection } from './awaited/awaited-election-page.tsx'
import { showAwaitedLetter } from './awaited/awaited-letter-page.tsx'
import { bureauDayRoutes } from './bureau-day/routes.tsx'
import { sendAccount, showAccount } from './convocations/account-page.tsx'
import { sendAnswer, showAnswer } from './convocations/answer-page.tsx'
import { showCall } from './convocations/call-page.tsx'
import { receiveEvidence, showEvidence, takeBackDocument } from './convocations/evidence-page.tsx'
import { sendExcuse, showAskExcuse, takeBackExcuse } from './convocations/excuse-page.tsx'
import { downloadStatement } from './convocations/service-statement.ts'
import { withMyCall } from './convocations/with-my-call.ts'
import { appointment, awaitedAppointment } from './elections/appointment.ts'
import { showElection } from './elections/election-page.tsx'
import { showElections } from './elections/elections-page.tsx'
import { enter } from './embedding/enter.ts'
import { handOver } from './embedding/hand-over.ts'
import { limitFailures } from './embedding/limit-failures.ts'
import { guarded } from './guard.ts'
import { makeDuplicate, showDuplicate } from './letter/duplicate-page.tsx'
import { showExplanation } from './letter/explanation-page.tsx'
import { showLetter } from './letter/letter-page.tsx'
import { openMade, showMade } from './letter/made-page.tsx'
import { openLetter } from './letter/open-letter.tsx'
import { letterCheckPage, letterCheckWorker } from './letter-check/letter-check-page.tsx'
import { statusListRoute } from './letter-check/status-list-route.ts'
import { browserOf } from './login/known-browser.ts'
import { signedIn, signIn } from './login/sign-in.ts'
import { signedOutPage, signOut } from './login/sign-out.tsx'
import { stay } from './login/stay.ts'
import { mailLinkRoutes } from './mail/link-pages.tsx'
import { askForMail, showMail, stopMyMail } from './mail/mail-page.tsx'
import { showMyData } from './my-data/my-data-page.tsx'
import { noticeRoutes } from './notices/routes.tsx'
import { openDataRoutes } from './open-data/routes.tsx'
import { paths } from './paths.ts'
import { pollingDeskWorker, showAwaitedCopy, showKeptCopy } from './polling-desk/kept-copy.tsx'
import { showAwaitedDesk, showPollingDesk } from './polling-desk/polling-desk-page.tsx'
import type { PortalRoute } from './portal.ts'
import type { PortalDeps } from './portal-deps.ts'
import { startPage, startPageOf } from './start-page.tsx'
import {
  downloadAppointment,
  downloadTrainingCertificate,
  enrolMyself,
  leaveMyself,
} from './training/training-deeds.ts'
import { showTrainings } from './training/trainings-page.tsx'
import { volunteerRoutes } from './volunteers/routes.ts'
import { walletPass } from './wallet/wallet-pass.ts'
import { withMyLetters } from './with-my-letters.ts'
import { scriptRoute } from './without-network/browser-files.ts'

export type { FindMyConvocations, MyConvocation } from './convocations/my-convocation.ts'
export { cookiesWithoutSession } from './cookies.ts'
export { isFramed } from './embedding/is-framed.ts'
export { failedPage, notFoundPage } from './trouble-pages.tsx'
export type { PortalDeps, PortalRoute }
export { paths }

/** Every page for the citizen who is logged in. */
export const portalRoutes: readonly PortalRoute[] = [
  get(paths.elections, { right: 'citizen', audit: 'citizen.elections-opened' }, showElections),
  get(paths.call, { right: 'citizen', audit: 'citizen.convocation-opened' }, withMyCall(showCall)),
  get(paths.answerCall, { right: 'citizen', audit: 'citizen.convocation-opened' }, withMyCall(showAnswer)),
  post(paths.answerCall, { right: 'citizen', audit: 'bureaus.contact-given' }, withMyCall(sendAnswer)),
  get(
    paths.changeAccount,
    { right: 'citizen', audit: 'citizen.convocation-opened' },
    withMyCall((portal, call) => showAccount(portal, call)),
  ),
  post(paths.changeAccount, { right: 'citizen', audit: 'bureaus.account-changed' }, withMyCall(sendAccount)),
  get(paths.askExcuse, { right: 'citizen', audit: 'citizen.convocation-opened' }, withMyCall(showAskExcuse)),
  post(paths.askExcuse, { right: 'citizen', audit: 'bureaus.assignment-stepped' }, withMyCall(sendExcuse)),
  post(
    paths.withdrawExcuse,
    { right: 'citizen', audit: 'bureaus.assignment-stepped' },
    withMyCall(takeBackExcuse),
  ),
  get(paths.addEvidence, { right: 'citizen', audit: 'citizen.convocation-opened' }, withMyCall(showEvidence)),
  post(
    paths.addEvidence,
    { right: 'citizen', audit: 'bureaus.evidence-added', upload: true },
    withMyCall(receiveEvidence),
  ),
  post(
    paths.takeBackEvidence,
    { right: 'citizen', audit: 'bureaus.evidence-taken-back' },
    withMyCall(takeBackDocument),
  ),
  get(
    paths.serviceStatement,
    { right: 'citizen', audit: 'bureaus.service-stated' },
    withMyCall(downloadStatement),
  ),
  get(
    paths.trainings,
    { right: 'citizen', audit: 'citizen.convocation-opened' },
    withMyCall((portal, call) => showTrainings(portal, call)),
  ),
  post(
    paths.enrolTraining,
    { right: 'citizen', audit: 'bureaus.training-enrolled' },
    withMyCall(enrolMyself),
  ),
  post(paths.leaveTraining, { right: 'citizen', audit: 'bureaus.training-left' }, withMyCall(leaveMyself)),
  get(
    paths.trainingAppointment,
    { right: 'citizen', audit: 'citizen.convocation-opened' },
    withMyCall(downloadAppointment),
  ),
  get(
    paths.trainingCertificate,
    { right: 'citizen', audit: 'bureaus.training-certified' },
    withMyCall(downloadTrainingCertificate),
  ),
  get(paths.myData, { right: 'citizen', audit: 'citizen.data-opened' }, showMyData),
  get(
    paths.election,
    { right: 'citizen', audit: 'citizen.election-opened' },
    withMyLetters(showElection, showAwaitedElection),
  ),
  get(
    paths.appointment,
    { right: 'citizen', audit: 'citizen.election-opened' },
    withMyLetters(appointment, awaitedAppointment),
  ),
  get(paths.walletPass, { right: 'citizen', audit: 'citizen.election-opened' }, withMyLetters(walletPass)),
  get(
    paths.pollingDesk,
    { right: 'citizen', audit: 'citizen.polling-desk-opened' },
    withMyLetters(showPollingDesk, showAwaitedDesk),
  ),
  get(
    paths.keptPollingDesk,
    { right: 'citizen', audit: 'citizen.polling-desk-kept' },
    withMyLetters(showKeptCopy, showAwaitedCopy),
  ),
  get(
    paths.myLetter,
    { right: 'citizen', audit: 'citizen.letter-opened' },
    withMyLetters(showLetter, (portal, awaited) => showAwaitedLetter(portal, awaited, 200)),
  ),
  get(
    paths.readLetter,
    { right: 'citizen', audit: 'citizen.letter-read' },
    withMyLetters(openLetter('html')),
  ),
  get(paths.letterPdf, { right: 'citizen', audit: 'citizen.letter-read' }, withMyLetters(openLetter('pdf'))),
  get(
    paths.largeLetter,
    { right: 'citizen', audit: 'citizen.letter-read' },
    withMyLetters(openLetter('large-print')),
  ),
  get(
    paths.explanation,
    { right: 'citizen', audit: 'citizen.letter-opened' },
    withMyLetters(showExplanation),
  ),
  get(paths.duplicate, { right: 'citizen', audit: 'citizen.duplicate-opened' }, withMyLetters(showDuplicate)),
  post(paths.duplicate, { right: 'citizen', audit: 'letters.duplicated' }, withMyLetters(makeDuplicate)),
  get(paths.madeDuplicate, { right: 'citizen', audit: 'citizen.duplicate-opened' }, withMyLetters(showMade)),
  get(
    paths.duplicatePdf,
    { right: 'citizen', audit: 'citizen.duplicate-read' },
    withMyLetters(openMade('pdf')),
  ),
  get(
    paths.largeDuplicate,
    { right: 'citizen', audit: 'citizen.duplicate-read' },
    withMyLetters(openMade('large-print')),
  ),
  get(paths.mail, { right: 'citizen', audit: 'citizen.mail-opened' }, showMail),
  post(paths.mail, { right: 'citizen', audit: 'citizen.mail-asked' }, askForMail),
  post(paths.stopMail, { right: 'citizen', audit: 'citizen.mail-stopped' }, stopMyMail),
  post(paths.stay, { right: 'citizen', audit: 'citizen.stayed' }, stay),
  post(paths.signOut, { right: 'citizen', audit: 'citizen.logged-out', away: paths.signedOut() }, signOut),
]

/** The pages as the server has them: those for everybody, those of the login, and a citizen's own behind the guard. */
export function routesOfPortal(deps: PortalDeps): readonly Route[] {
  const { CITIZEN_LOGINS_PER_MINUTE: perMinute, PROXY_HOPS: hops } = deps.config
  const { CITIZEN_LOGINS_PER_PERSON: perPerson } = deps.config
  const personOf = (context: Context) => browserOf(deps, context)
  const limits = createLoginLimits({ perMinute, perPerson, hops, personOf })
  const failures = limitFailures({ perMinute, hops })
  return [
    get(paths.start, 'public', (context) => startPage(deps, context)),
    get(paths.startOf, 'public', (context) => startPageOf(deps, context)),
    get(paths.letter, 'public', (context) => letterCheckPage(deps, context)),
    get(paths.letterCheckWorker, 'public', letterCheckWorker),
    statusListRoute(deps),
    ...openDataRoutes(deps),
    ...noticeRoutes(deps),
    ...mailLinkRoutes(deps),
    ...bureauDayRoutes(deps),
    ...volunteerRoutes(deps),
    get(paths.signIn, 'public', (context) => signIn(deps, limits, context)),
    get(paths.signedIn, 'public', (context) => signedIn(deps, limits, context)),
    get(paths.signedOut, 'public', (context) => signedOutPage(deps, context)),
    get(paths.embedded, 'public', (context) => enter(deps, context)),
    post(paths.handOver, 'public', (context) => handOver(deps, failures, context)),
    get(paths.pollingDeskWorker, 'public', (context) => pollingDeskWorker(deps, context)),
    armsRoute(deps),
    scriptRoute,
    ...guarded(deps, portalRoutes),
  ]
}
