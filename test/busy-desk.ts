import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { lookUpProtected, withVoters } from '../src/desk/audit/testing.ts'
import { paths } from '../src/desk/paths.ts'
import { aDeskTrial, type DeskTrial } from '../src/desk/testing.ts'
import { addElection, type Election } from '../src/elections/index.ts'
import {
  composeLetters,
  issueDuplicate,
  printLetters,
  registerReturned,
  releaseLetters,
  requestRelease,
  takeSample,
  writeCertificate,
} from '../src/letters/index.ts'
import { aStaffMember, closedList } from '../src/letters/testing.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { csrfField } from '../src/platform/http/components/index.ts'
import { createWeb } from '../src/server.ts'
import { aRow, csvOf } from '../src/voters/testing.ts'
import { busyBureaus } from './busy-bureaus.ts'
import { expectOk } from './expect-ok.ts'

const voters = 12

/** A town hall with campaigns in every stage, so that each page of the desk has something to show. */
export async function aBusyDesk(): Promise<DeskTrial> {
  const trial = await aDeskTrial(createWeb, {
    KIESLOKET_DATA_DIR: await mkdtemp(join(tmpdir(), 'kiesloket-')),
  })
  await fillDesk(trial)
  return trial
}

/** The same in a trial that is there; its key of the data, signer and settings are those of who serves it. */
export async function fillDesk(trial: DeskTrial): Promise<void> {
  const election = await imported(trial)
  await busyBureaus(trial, election)
  await asked(trial, 'gevraagd')
  await sending(trial)
  await certified(trial)
  const { staffId } = await trial.visitor('loket')
  await lookUpProtected({ ...trial, election }, staffId)
}

const by = 'test'
const lettersOf = ({ deps }: DeskTrial) => ({ ...deps, portalUrl: deps.config.PORTAL_URL })

async function anElection({ deps, here }: DeskTrial, code: string): Promise<Election> {
  const file = new URL('../dev/demo/election-2029.json', import.meta.url)
  const document = { ...JSON.parse(await readFile(file, 'utf8')), code }
  const facts = { municipalityId: here, document, by, besideOthers: true }
  return expectOk(await addElection(deps, facts)).election
}

/** A list in use, and after it another that was refused, sent in by a clerk. */
async function imported(trial: DeskTrial): Promise<Election> {
  const election = await anElection(trial, 'ingeladen')
  await withVoters({ ...trial, election })
  const rows = [aRow(1, { last_name: 'Maes' }), aRow(2, { section: '77' }), aRow(3, { postcode: '1' })]
  const clerk = await trial.visitor('medewerker')
  const form = new FormData()
  form.set(csrfField, clerk.csrf)
  form.set('list', new File([csvOf(rows)], 'kiezers.csv'))
  const address = paths.votersUpload({ election: election.code })
  const headers = { Cookie: clerk.cookie, Origin: 'http://localhost' }
  await trial.web.request(address, { method: 'POST', headers, body: form })
  const reading = paths.votersReading({ election: election.code })
  while ((await clerk.get(reading)).status !== 303) await sleep(50)
  return election
}

/** Letters composed, a sample taken, and the release asked for. */
async function asked(trial: DeskTrial, code: string) {
  const election = await anElection(trial, code)
  await closedList(trial.deps, election, voters, 1)
  const rights = ['letters.request-release', 'letters.release'] as const
  const [an, bert] = [
    await aStaffMember(lettersOf(trial), election, `an@${code}.example`, rights),
    await aStaffMember(lettersOf(trial), election, `bert@${code}.example`, rights),
  ]
  expectOk(await composeLetters(lettersOf(trial), { election, by }))
  expectOk(await takeSample(trial.deps, { election, by }))
  const { sampleSha256 } = expectOk(await requestRelease(trial.deps, { election, staff: an }))
  return { election, bert, sampleSha256 }
}

async function released(trial: DeskTrial, code: string): Promise<Election> {
  const { election, bert: staff, sampleSha256 } = await asked(trial, code)
  expectOk(await releaseLetters(trial.deps, { election, staff, sampleSha256 }))
  return election
}

/** On its way: some arrived, some were refused, of one nobody knows, and a duplicate was given. */
async function sending(trial: DeskTrial): Promise<Election> {
  const election = await released(trial, 'verzending')
  const outcomes = ['delivered', 'delivered', 'refused', 'unconfirmed', 'unreachable']
  for (const [n, state] of outcomes.entries())
    await endDelivery(trial, election, { listNumber: n + 1, state })
  const facts = { election, listNumber: 1, by, reason: 'not-received', identity: 'identity-card' } as const
  for (const channel of ['print', 'mailbox'] as const)
    expectOk(await issueDuplicate(trial.deps, { ...facts, channel }))
  return election
}

/** Everything has its outcome; there are files for the printer, letters that came back, and a certificate. */
async function certified(trial: DeskTrial): Promise<Election> {
  const election = await released(trial, 'certificaat')
  for (let listNumber = 1; listNumber <= voters; listNumber++)
    await endDelivery(trial, election, {
      listNumber,
      state: listNumber % 3 > 0 ? 'delivered' : 'unreachable',
    })
  const { KIESLOKET_DATA_DIR: data } = trial.deps.config
  const slug = 'zonnedorp-1'
  expectOk(await printLetters(trial.deps, { election, by, folder: join(data, 'print', slug, election.code) }))
  const returns = [{ letter: { listNumber: 3 }, reason: 'moved' }] as const
  expectOk(await registerReturned(trial.deps, { election, returns, by }))
  expectOk(await writeCertificate(trial.deps, { election, by, folder: join(data, 'certificates', slug) }))
  return election
}

async function endDelivery(
  { database, here }: DeskTrial,
  { electionId }: Election,
  { listNumber, state }: { listNumber: number; state: string },
): Promise<void> {
  const reason = state === 'refused' ? 'INVALID_INPUT' : null
  await database.inScope(staffOf(here), (db) =>
    sql`update delivery.delivery d set state = ${state}, reason = ${reason}, finished_at = now()
        from letters.letter l where l.letter_id = d.document_id and l.election_id = ${electionId}
          and l.list_number = ${listNumber}`.execute(db),
  )
}
