import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import type { BureauId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { type AssignmentDeps, inElection, type Refusal } from '../assignments/step-assignment.ts'
import { type Addressee, type SendingMeans, sendingMeans } from './absence-rules.ts'
import { selectReports } from './absence-store.ts'
import { insertSending, selectSendings } from './sending-store.ts'

export interface Sending {
  readonly election: Election
  readonly bureauId: BureauId
  readonly version: number
  readonly addressee: Addressee
  readonly means: SendingMeans
  /** As 2030-10-15. */
  readonly sentOn: string
  readonly by: string
}

export type SendingRefusal =
  | Refusal
  | 'no-such-report'
  | 'not-on-route'
  | 'no-such-means'
  | 'already-sent'
  | 'not-sent-before'
  | 'before-made'
  | 'day-to-come'

/**
 * Writes down that a file that was made went to one on the route of the rules: which, when, how, with the digest of the very document.
 * Each gets a version once and never an older one, and nobody before who comes earlier on the route had one.
 */
export function noteSending(
  deps: AssignmentDeps,
  { election, bureauId, version, addressee, means, sentOn, by }: Sending,
): Promise<Result<{ version: number }, SendingRefusal>> {
  return inElection<{ version: number }, SendingRefusal>(deps, { election }, async (db, { now, rules }) => {
    if (!sendingMeans.includes(means)) return refused('no-such-means')
    const place = rules.absence.route.value.indexOf(addressee)
    if (place < 0) return refused('not-on-route')
    const report = (await selectReports(db, election, bureauId)).find((one) => one.version === version)
    if (!report) return refused('no-such-report')
    if (sentOn < dayInBelgium(report.madeAt)) return refused('before-made')
    if (sentOn > dayInBelgium(now)) return refused('day-to-come')
    const sent = await selectSendings(db, election, [bureauId])
    if (sent.some((one) => one.addressee === addressee && one.version >= version))
      return refused('already-sent')
    const before = rules.absence.route.value[place - 1]
    if (before && !sent.some((one) => one.addressee === before && one.version >= version))
      return refused('not-sent-before')
    const { pdfSha256 } = report
    const noted = { bureauId, version, addressee, means, pdfSha256, sentOn, notedAt: now, notedBy: by }
    if (!(await insertSending(db, election, noted))) return refused('already-sent')
    const { municipalityId } = election
    const event = { municipalityId, actor: by, action: 'bureaus.absences-sent', subject: bureauId }
    await recordAudit(db, { ...event, details: { version, addressee, means, sentOn } })
    return { ok: true, version }
  })
}
