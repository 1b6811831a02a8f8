import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { sha256 } from '../../platform/hash.ts'
import type { BureauId } from '../../platform/ids.ts'
import type { Typesetter } from '../../platform/pdf/typesetter.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import { bureauDay } from '../bureau-day.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import type { KeptBureau } from '../planning/wanted-bureau.ts'
import { absenceDocument } from './absence-document.ts'
import { absenceFileOf, type NoAbsenceFile } from './absence-facts.ts'
import type { AbsenceFile } from './absence-file.ts'
import { type AbsenceReport, selectReports } from './absence-store.ts'
import type { WhichWithdrawal } from './make-withdrawal.ts'
import { type PlainDocument, sentBy, typesetPlainDocument } from './plain-document.ts'
import { type RouteStep, routeSteps } from './route-steps.ts'
import { type AbsenceSending, selectSendings } from './sending-store.ts'
import { selectWithdrawals } from './withdrawal-store.ts'
import { toldByLetter, type WithdrawalStep, withdrawalSteps } from './withdrawals-overview.ts'

type Deps = { readonly database: Database; readonly vault: Pick<Vault, 'open'> }
type Asked = { readonly election: Election; readonly by: string }

export interface ShownAbsences {
  readonly bureau: KeptBureau
  /** As a file would say it now. */
  readonly file: AbsenceFile | NoAbsenceFile
  /** That were made, the last first. */
  readonly reports: readonly AbsenceReport[]
  /** Each who has to get the file, in the order of the route. */
  readonly route: readonly RouteStep[]
  readonly sent: readonly AbsenceSending[]
  /** Letters that take a report back: each who has to hear it of each person. */
  readonly withdrawals: readonly WithdrawalStep[]
}

/** Who stayed away in one bureau, by what is known now, with the files that left. Whoever looks leaves a trace. */
export function showAbsences(
  { database, vault, clock }: Deps & { readonly clock: Clock },
  { election, number, by }: Asked & { readonly number: string },
): Promise<ShownAbsences | undefined> {
  const { municipalityId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const bureau = (await keptBureaus(db, election)).find((one) => one.number === number)
    if (!bureau) return undefined
    const { bureauId } = bureau
    await recordAudit(db, { municipalityId, actor: by, action: 'bureaus.absences-shown', subject: bureauId })
    const reports = await selectReports(db, election, bureauId)
    const sent = await selectSendings(db, election, [bureauId])
    const file = await absenceFileOf(db, { vault }, election, bureau)
    const { absence } = loadBureauRules(election.ruleset)
    const documentOf = (version: number) => {
      const { sealed } = reports.find((one) => one.version === version)!
      return JSON.parse(vault.open(sealed)) as PlainDocument
    }
    const withdrawals =
      typeof file === 'string' ? [] : await withdrawalSteps(db, election, { file, sent, documentOf })
    const route = routeSteps(absence.route.value, {
      ...{ sent, today: dayInBelgium(clock.now()), sendBy: bureauDay(election, absence.deadline) },
      now: typeof file === 'string' ? undefined : absenceDocument(election, file),
      ...{ documentOf, toldOf: (addressee) => toldByLetter(withdrawals, addressee) },
    })
    return { bureau, file, reports, route, sent, withdrawals }
  })
}

/** The file would not have the bytes that were handed over: another release has another layout. */
export class AbsenceReportChanged extends Error {
  override readonly name = 'AbsenceReportChanged'
}

/** A file as it was made, byte for byte; throws `AbsenceReportChanged` when that can't be done. Whoever takes it leaves a trace. */
export function openAbsenceReport(
  { database, vault, typesetter }: Deps & { readonly typesetter: Typesetter },
  { election, bureauId, version, by }: Asked & { readonly bureauId: BureauId; readonly version: number },
): Promise<Result<{ pdf: Uint8Array }, 'no-such-report'>> {
  const { municipalityId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const report = (await selectReports(db, election, bureauId)).find((one) => one.version === version)
    if (!report) return refused('no-such-report')
    const pdf = await madeAgain(db, { vault, typesetter }, election, report)
    const event = { municipalityId, actor: by, action: 'bureaus.absences-downloaded', subject: bureauId }
    await recordAudit(db, { ...event, details: { version } })
    return { ok: true, pdf }
  })
}

/** The letter that takes a report back, as it was made; throws `AbsenceReportChanged` when that can't be done. */
export function openWithdrawal(
  { database, vault, typesetter }: Deps & { readonly typesetter: Typesetter },
  { election, assignmentId, addressee, by }: Omit<WhichWithdrawal, 'bureauId'>,
): Promise<Result<{ pdf: Uint8Array }, 'no-such-withdrawal'>> {
  const { municipalityId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const made = await selectWithdrawals(db, election, [assignmentId])
    const letter = made.find((one) => one.addressee === addressee)
    if (!letter) return refused('no-such-withdrawal')
    const pdf = await madeAgain(db, { vault, typesetter }, election, letter)
    const event = { municipalityId, actor: by, action: 'bureaus.withdrawal-downloaded' }
    await recordAudit(db, { ...event, subject: assignmentId, details: { addressee } })
    return { ok: true, pdf }
  })
}

/** From what it says, with the settings of its moment, held against its digest. */
async function madeAgain(
  db: Db,
  { vault, typesetter }: Pick<Deps, 'vault'> & { readonly typesetter: Typesetter },
  { municipalityId }: Election,
  { sealed, settingsVersion, pdfSha256 }: Pick<AbsenceReport, 'sealed' | 'settingsVersion' | 'pdfSha256'>,
): Promise<Uint8Array> {
  const { settingsVersion: _, ...sender } = await sentBy(db, municipalityId, settingsVersion)
  const document = JSON.parse(vault.open(sealed)) as PlainDocument
  const pdf = await typesetPlainDocument(typesetter, { ...document, ...sender })
  if (!sha256(pdf).equals(pdfSha256)) throw new AbsenceReportChanged(document.reference)
  return pdf
}
