import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { App } from '../../src/app.ts'
import { certifyWithProgress } from '../../src/commands/certificate.ts'
import { deliverWithProgress } from '../../src/commands/delivery.ts'
import { importList } from '../../src/commands/import-list.ts'
import { composeWithProgress } from '../../src/commands/letters.ts'
import { printWithProgress } from '../../src/commands/letters-print.ts'
import { proofWithProgress, sampleWithProgress } from '../../src/commands/letters-sample.ts'
import { stopSignal, untilAborted } from '../../src/commands/until-stopped.ts'
import { campaignsOf } from '../../src/commands/with-campaigns.ts'
import { deskUrl } from '../../src/desk/index.ts'
import { paths } from '../../src/desk/paths.ts'
import { type Election, listElections } from '../../src/elections/index.ts'
import { reconcileLetters, refuseRelease, releaseLetters, requestRelease } from '../../src/letters/index.ts'
import type { MunicipalitySettings } from '../../src/municipalities/index.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { type Result, refused } from '../../src/platform/result.ts'
import { paths as citizenPaths } from '../../src/portal/paths.ts'
import { startServer } from '../../src/server.ts'
import { acceptList, closeList, currentList } from '../../src/voters/index.ts'
import { startWorker } from '../../src/worker.ts'
import type { AcmStandIn } from '../acm/stand-in.ts'
import type { EmbedHost } from '../embed/host.ts'
import type { MailStandIn } from '../mail/stand-in.ts'
import type { SmsStandIn } from '../sms/stand-in.ts'
import { demoBureaus } from './bureaus/demo-bureaus.ts'
import { bureausSender } from './bureaus/town.ts'
import {
  demoCitizens,
  demoElection,
  demoMunicipality,
  demoNeighbour,
  demoPlaces,
  demoStaff,
  demoVotersFile,
} from './demo-data.ts'
import { expectOk } from './expect-ok.ts'
import { openDemo } from './open-demo.ts'
import { movablePorts } from './pages-port.ts'
import type { StandInProcess } from './stand-in-process.ts'
import { createStepTimes, type StepTimes } from './step-times.ts'
import { reconciliationTable, type Summary, summaryOf } from './summary.ts'
import { heading, line } from './tell.ts'

export type DemoResult = Result<{ summary: Summary }, 'sums-off' | 'stopped' | 'stand-in-gone'>

const by = 'demo'
const citizens = 12

/**
 * The main job from beginning to end, on the embedded database and the stand-in of the e-Box, for an invented
 * municipality. Each step does what is not done yet, so a second start continues with the data that is there.
 */
export async function runDemo(options: { once: boolean; voters: number }): Promise<DemoResult> {
  const { app, standIn, acm, mail, sms, host } = await openDemo()
  const over = AbortSignal.any([stopSignal(), standIn.gone])
  try {
    const summary = await mainJob(app, { standIn, acm }, { voters: options.voters, over })
    if (!options.once) {
      await demoBureaus(app, { standIn, acm }, over)
      await servePages(app, { standIn, mail, sms, host }, over)
    }
    return summary.balanced ? { ok: true, summary } : refused('sums-off', JSON.stringify(summary))
  } catch (error) {
    if (standIn.gone.aborted) return refused('stand-in-gone', (standIn.gone.reason as Error).message)
    if (stopSignal().aborted) return refused('stopped')
    throw error
  } finally {
    standIn.stop()
    await app.close()
    await acm.close()
    await mail.close()
    await sms.close()
    await host.close()
  }
}

interface StandIns {
  readonly standIn: StandInProcess
  readonly acm: AcmStandIn
}

interface MainJob {
  readonly voters: number
  /** A person stopped it, or the stand-in ended. */
  readonly over: AbortSignal
}

async function mainJob(app: App, standIns: StandIns, { voters, over }: MainJob): Promise<Summary> {
  const { standIn } = standIns
  const { municipalityId, settings } = await demoMunicipality(app)
  const neighbour = await demoNeighbour(app)
  const { EBOX_CLIENT_ID: clientId, EBOX_PRIVATE_KEY_FILE: keyFile } = app.config
  const { enterpriseNumber, name } = settings
  const senderNames = { [enterpriseNumber]: `Gemeente ${name}`, ...bureausSender }
  await standIn.registerClient({ clientId, keyFile, enterpriseNumber, senderNames })
  const election = await demoElection(app, municipalityId, voters)
  const steps = createStepTimes(over)
  heading(`${settings.name}: ${election.name}, ${election.pollingDay}`)
  line(`${neighbour.settings.name} is here as well, without voters yet: neither sees the other`)
  await votersList(app, standIns, { election, voters, settings, steps })
  if ((await campaignsOf(app, election)).length === 0) await composeAndRelease(app, election, steps)
  await steps.time('deliver', () => deliverAll(app, election, over))
  // Where the pages look for them: what the desk lists can then be taken there.
  const ofPages = (what: string) => join(app.config.KIESLOKET_DATA_DIR, what, settings.slug)
  const print = () => printWithProgress(app, election, join(ofPages('print'), election.code))
  const printed = expectOk('the print files', await steps.time('write the print files', print))
  const isNew = printed.letters + printed.exceptions > 0
  const summary = await steps.time('reconcile and certify', () =>
    reconcileAndCertify(app, standIn, election, { certificates: ofPages('certificates'), isNew }),
  )
  heading('What each step took')
  steps.tell()
  return summary
}

interface ListFacts {
  readonly election: Election
  readonly voters: number
  readonly settings: MunicipalitySettings
  readonly steps: StepTimes
}

/** Read, checked, accepted and closed, unless that was done at an earlier start. */
async function votersList(
  app: App,
  { standIn, acm }: StandIns,
  { election, voters, settings, steps }: ListFacts,
): Promise<void> {
  const { municipalityId, electionId } = election
  const file = await demoVotersFile(app, election, voters, settings)
  const people = await demoCitizens(file, citizens)
  await standIn.seedCitizens(people)
  acm.addCitizens(
    people.map(({ ssin, name }) => ({ nationalNumber: ssin, name, shows: `kiezer in ${settings.name}` })),
  )
  const known = await app.database.inScope(staffOf(municipalityId), (db) =>
    currentList(db, municipalityId, electionId),
  )
  if (known?.state === 'closed') {
    line(`the voters list is there: ${known.voterCount} voters, closed`)
    return
  }
  heading('Voters list')
  const places = await demoPlaces(app, election, voters, settings)
  line(`${places.places} places with ${places.sections} sections, from ${places.file}`)
  const read = () => importList(app, election, file)
  const imported = expectOk('the voters list', await steps.time('read and check the voters list', read))
  line(`${imported.report.voters} voters read from ${file}; ${imported.report.warnings} things to look at`)
  const closed = await steps.time('accept and close it', async () => {
    expectOk('the acceptance', await acceptList(app, { election, by }))
    return expectOk('the close', await closeList(app, { election, by }))
  })
  line(`accepted and closed; frozen as ${closed.sha256.toString('hex')}`)
}

async function composeAndRelease(app: App, election: Election, steps: StepTimes): Promise<void> {
  heading('Letters')
  const composed = expectOk(
    'composing',
    await steps.time('compose the letters', () => composeWithProgress(app, election, by)),
  )
  if (composed.made === 0) line('every voter has a letter already')
  else line(`${composed.made} letters from ${composed.plates} plates; ${composed.typesetWhole} typeset whole`)
  const sample = await steps.time('take the sample', async () => {
    const taken = expectOk('the sample', await sampleWithProgress(app, election, by))
    expectOk('the proof', await proofWithProgress(app, election, taken, sampleFolder(app, election)))
    return taken
  })
  line(`${sample.contents.letters.length} sample letters in ${sampleFolder(app, election)}`)
  await steps.time('release by two', () => releaseByTwo(app, election))
}

async function releaseByTwo(app: App, election: Election): Promise<void> {
  const { an, bert } = await demoStaff(app, election.municipalityId)
  await refuseRelease(app, { election, staff: an, reason: 'asked at a start that was broken off' })
  const asked = expectOk('the request', await requestRelease(app, { election, staff: an }))
  line(`${an.name} asks to release sample ${asked.sampleSha256.toString('hex').slice(0, 16)}…`)
  const { length: unsigned } = asked.unsigned
  line(`nobody signed off ${unsigned} values of the law on them: in production they could not leave`)
  const facts = { election, staff: bert, sampleSha256: asked.sampleSha256 }
  const released = expectOk('the release', await releaseLetters(app, facts))
  line(`${bert.name} releases the same sample: ${released.letters} letters`)
}

async function deliverAll(app: App, election: Election, over: AbortSignal): Promise<void> {
  heading('Delivery')
  for (const campaign of await campaignsOf(app, election)) {
    const status = await deliverWithProgress(app, campaign, over)
    line(`${status.counts.delivered} in a box in use, ${status.counts.inactive} in a box never opened`)
  }
}

async function reconcileAndCertify(
  app: App,
  standIn: StandInProcess,
  election: Election,
  { certificates, isNew }: { certificates: string; isNew: boolean },
): Promise<Summary> {
  heading('Does every voter have exactly one letter?')
  const reconciled = expectOk('the reconciliation', await reconcileLetters(app, { election }))
  reconciliationTable(reconciled)
  const truth = await standIn.truth()
  const { length: elections } = await app.database.inScope(staffOf(election.municipalityId), (db) =>
    listElections(db, election.municipalityId),
  )
  // A later start has it all in one box: other elections too, and what members of bureaus of Sterrendorp were written.
  const where = isNew && elections === 1 ? '' : ', over every election and all bureaus in this data folder'
  line(
    `the receiving side itself counts ${truth.accepted} messages for ${truth.distinctRecipients} people${where}`,
  )
  const letters = join(sampleFolder(app, election), 'letters')
  const known = isNew ? undefined : await newestIn(certificates, election)
  const certificate = reconciled.balanced ? (known ?? (await certify(app, election, certificates))) : ''
  if (certificate) {
    line(`certificate${known ? ' (nothing changed since)' : ''}: ${certificate}`)
    line(`check it:    npx kiesloket certificate verify ${certificate}`)
  }
  line(`proof:          ${join(sampleFolder(app, election), 'proof.pdf')}`)
  line(`sample letters: ${letters}`)
  return summaryOf(reconciled, { certificate, letters })
}

/** Answers the folder of the certificate. */
async function certify(app: App, election: Election, folder: string): Promise<string> {
  const written = expectOk('the certificate', await certifyWithProgress(app, election, folder))
  return dirname(written.certificateFile)
}

/** Certificates are named after the moment they were written. */
async function newestIn(folder: string, { code }: Election): Promise<string | undefined> {
  const names = await readdir(folder).catch(() => [])
  const newest = names
    .filter((name) => name.startsWith(`${code}-`))
    .sort()
    .at(-1)
  return newest && join(folder, newest)
}

async function servePages(
  app: App,
  {
    standIn,
    mail,
    sms,
    host,
  }: { standIn: StandInProcess; mail: MailStandIn; sms: SmsStandIn; host: EmbedHost },
  over: AbortSignal,
): Promise<void> {
  const serving = await startServer(app, { movable: movablePorts })
  host.frame(serving.url)
  heading('Pages')
  line(`log in as staff, pick who you are: ${deskUrl(app.config)}${paths.start()}`)
  line(`log in as a citizen of the list:  ${app.config.PORTAL_URL}${citizenPaths.elections()}`)
  line(`become any role at once:          ${deskUrl(app.config)}${paths.become()}`)
  line(`the citizen's pages:              ${serving.url}`)
  line(`the same in a frame of a site:    ${host.origin}`)
  line(`become a citizen, read a letter:  ${standIn.inbox}`)
  line(`mails that were caught:           ${mail.pages}`)
  line(`SMS that were caught:             ${sms.url}`)
  line(`health and metrics:               ${serving.operationsUrl}/health`)
  line('Stop with Ctrl+C; a second start continues with this data.')
  // What is corrected and released in the desk from now on leaves as it does anywhere else.
  // The pages answer on the port of the settings, in this same process: the worker takes a free one.
  const worker = await startWorker({ ...app, config: { ...app.config, METRICS_PORT: 0 } })
  await untilAborted(over)
  await worker.stop()
  await serving.close()
  standIn.gone.throwIfAborted()
}

function sampleFolder(app: App, election: Election): string {
  return join(app.config.KIESLOKET_DATA_DIR, 'demo', election.code, 'sample')
}
