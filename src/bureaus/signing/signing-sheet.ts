import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Election, electionName } from '../../elections/index.ts'
import { longDate } from '../../platform/dates.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type Typesetter, UnprintableText } from '../../platform/pdf/typesetter.ts'
import { type Result, refused } from '../../platform/result.ts'
import { sentBy } from '../absences/plain-document.ts'
import { lastDayToDesignate } from '../bureau-moments.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { type AskedProposals, type ProposedSeat, proposalsOf } from '../proposals-overview.ts'
import { proposalsDigest } from './proposals-digest.ts'
import { texts } from './texts.nl.ts'

const layout = readFileSync(join(import.meta.dirname, 'signing-sheet.typ'), 'utf8')

interface Deps {
  readonly database: Database
  readonly typesetter: Typesetter
}

/** What who signs has to know of somebody, in words; empty when there is nothing. */
export type RemarkOf = (proposal: ProposedSeat) => string

/**
 * The proposals that wait, as a sheet on which a magistrate signs by hand: a line for each, and at its foot the digest of who is on it.
 * PDF/UA-1 and PDF/A-2a. Whoever makes it leaves a trace.
 */
export async function openSigningSheet(
  deps: Deps,
  asked: AskedProposals,
  remarkOf: RemarkOf = () => '',
): Promise<Result<{ pdf: Uint8Array }, 'nobody-proposed' | 'unprintable'>> {
  const { election } = asked
  const { proposals } = await proposalsOf(deps, asked)
  if (proposals.length === 0) return refused('nobody-proposed')
  const { municipality, arms } = await deps.database.inScope(staffOf(election.municipalityId), (db) =>
    sentBy(db, election.municipalityId),
  )
  try {
    const pdf = await deps.typesetter.typeset({
      main: layout,
      inputs: { sheet: JSON.stringify({ ...sheetOf(election, proposals, remarkOf), municipality }) },
      files: arms === undefined ? {} : { '/arms.svg': Buffer.from(arms) },
    })
    return { ok: true, pdf }
  } catch (error) {
    if (error instanceof UnprintableText) return refused('unprintable')
    throw error
  }
}

function sheetOf(election: Election, proposals: readonly ProposedSeat[], remarkOf: RemarkOf) {
  const words = texts.sheet
  const until = lastDayToDesignate(loadBureauRules(election.ruleset), election)
  return {
    title: words.title,
    opening: [
      words.election(electionName(election, 'nl'), longDate(election.pollingDay, 'nl')),
      words.how,
      words.until(longDate(until, 'nl')),
    ],
    columns: words.columns,
    rows: proposals.map((one) => ({
      bureau: `${texts.bureaus[one.bureau.kind]} ${one.bureau.number}`,
      seat: texts.seat(one.assignment.role, one.assignment.ordinal),
      name: [one.member.lastName, one.member.firstNames].filter(Boolean).join(' '),
      remark: remarkOf(one) && words.remark(remarkOf(one)),
    })),
    signing: words.signing,
    reference: words.reference(proposalsDigest(election, proposals)),
  }
}
