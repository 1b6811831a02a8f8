import { v4 as randomId } from 'uuid'
import { channelPolicy, type Election, electionCalendar } from '../elections/index.ts'
import { releasesOf } from '../letters/index.ts'
import { getSettings } from '../municipalities/index.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Clock } from '../platform/clock.ts'
import { dayInBelgium } from '../platform/dates.ts'
import type { Database, Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { oneSnapshot } from '../platform/db/snapshot.ts'
import { type NumberInText, refuseNumbers } from '../platform/free-text.ts'
import type { Typesetter } from '../platform/pdf/typesetter.ts'
import { type Result, refused } from '../platform/result.ts'
import { paperName, type SignedPaper, writeSignedPaper } from '../platform/signed-paper.ts'
import type { Signer } from '../platform/signer.ts'
import { software } from '../platform/software.ts'
import { currentList } from '../voters/index.ts'
import { type Departures, departuresOf } from './departure-overview.ts'
import { governorView } from './governor-document.ts'
import {
  governorStatementFormat,
  governorStatementSchema,
  type StatementFacts,
} from './governor-statement.ts'

export interface StatementDeps {
  readonly database: Database
  readonly typesetter: Typesetter
  readonly signer: Signer
  readonly clock: Clock
}

export interface StatementWanted {
  readonly election: Election
  /** The statement gets a folder of its own in here. */
  readonly folder: string
  /** The day on which the paper letters were handed to the post, and the note that shows it. */
  readonly posted?: { readonly on: string; readonly source: string } | undefined
  readonly by: string
}

type StatementRefusal =
  | 'list-not-closed'
  | 'nothing-released'
  | 'posting-unknown'
  | 'not-a-day'
  | 'in-the-future'
  | 'no-such-deadline'
  | NumberInText

/**
 * Writes the statement to the governor that the letters left in time, or that they did not, with what left late. It says
 * only what the rows say; the day on which paper was posted is somebody's declaration, and named as such.
 */
export async function writeGovernorStatement(
  deps: StatementDeps,
  wanted: StatementWanted,
): Promise<Result<SignedPaper & { statement: StatementFacts }, StatementRefusal>> {
  const { election, folder, by } = wanted
  const { municipalityId, electionId } = election
  const at = deps.clock.now()
  const fault = faultOf(wanted, dayInBelgium(at))
  if (fault) return fault
  const gathered = await deps.database.inScope(staffOf(municipalityId), async (db) => {
    await oneSnapshot(db)
    return gather(db, wanted, at)
  })
  if (!gathered.ok) return gathered
  const { statement } = gathered
  const paper = await writeSignedPaper<StatementFacts>(deps, {
    ...{ folder, name: paperName(`${election.code}-governor`, at), file: 'governor-statement' },
    facts: statement,
    view: governorView(statement),
    schema: governorStatementSchema,
  })
  await deps.database.inScope(staffOf(municipalityId), (db) => {
    const { statementId, inTime, late } = statement
    const event = { municipalityId, actor: by, action: 'letters.departure-stated', subject: electionId }
    return recordAudit(db, {
      ...event,
      details: { statementId, inTime, ...late, posted: wanted.posted ?? null },
    })
  })
  return { ok: true, ...paper, statement }
}

function faultOf({ posted }: StatementWanted, today: string) {
  if (!posted) return undefined
  const inText = refuseNumbers(posted.source)
  if (inText) return inText
  if (!/^\d{4}-\d{2}-\d{2}$/.test(posted.on) || Number.isNaN(Date.parse(posted.on)))
    return refused('not-a-day', posted.on)
  return posted.on > today ? refused('in-the-future', `today is ${today}`) : undefined
}

async function gather(
  db: Db,
  { election, posted }: StatementWanted,
  at: Date,
): Promise<Result<{ statement: StatementFacts }, StatementRefusal>> {
  const { municipalityId, electionId, code, name, pollingDay } = election
  const list = await currentList(db, municipalityId, electionId)
  if (list?.state !== 'closed') return refused('list-not-closed')
  const releases = await releasesOf(db, municipalityId, electionId)
  if (!releases.some(({ state }) => state === 'released')) return refused('nothing-released')
  const deadline = electionCalendar(election).find(({ milestone }) => milestone === 'letters-sent')
  if (!deadline) return refused('no-such-deadline')
  const policy = channelPolicy(election)
  const departures = await departuresOf(db, {
    ...{ municipalityId, electionId, listId: list.listId, deadline: deadline.date },
    ...{ isPaperForAll: policy === 'paper-for-all', postedOn: posted?.on },
  })
  if (!posted && departures.lastPrintedAt) return refused('posting-unknown')
  const { sender, ...settings } = await getSettings(db, municipalityId)
  const { nisCode, enterpriseNumber } = settings
  const statement: StatementFacts = {
    format: governorStatementFormat,
    statementId: randomId(),
    writtenAt: at.toISOString(),
    software,
    municipality: { name: settings.name, nisCode, enterpriseNumber },
    election: { code, name, pollingDay },
    deadline: { day: deadline.date, article: deadline.article, mark: deadline.mark },
    ...countsOf(departures),
    paper: { ...paperOf(departures), policy, posted: posted ?? null },
    signedBy: [...sender.signedBy],
  }
  return { ok: true, statement }
}

/** Who came on the list later, or got another letter since, does not make the letters late: they are told of apart. */
function countsOf(found: Departures) {
  const late = { added: found.lateAdded, replaced: found.lateReplaced, late: found.lateOtherwise }
  return {
    voters: found.voters,
    inTime: late.late === 0,
    digital: {
      letters: { inTime: found.digitalInTime, late: found.digitalLate },
      notSent: found.digitalNotSent,
      ...{ firstAt: iso(found.firstSentAt), lastAt: iso(found.lastSentAt) },
    },
    late,
  }
}

function paperOf(found: Departures) {
  return {
    letters: { inTime: found.paperInTime, late: found.paperLate },
    ...{ firstAt: iso(found.firstPrintedAt), lastAt: iso(found.lastPrintedAt) },
    ...{ notPrinted: found.notPrinted, exceptions: found.exceptions },
  }
}

function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null
}
