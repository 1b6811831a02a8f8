import { readFile, writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Command } from 'commander'
import type { App } from '../app.ts'
import {
  claimCounts,
  claimStates,
  decimalEuros,
  exportClaims,
  openBatchFile,
  type PayingParty,
  type PaymentReport,
  readBackPayments,
  readIban,
  readPain002,
  readPaymentCsv,
} from '../bureaus/index.ts'
import type { Election } from '../elections/index.ts'
import { staffOf } from '../platform/db/scope.ts'
import { isEnterpriseNumber } from '../platform/enterprise-number.ts'
import { type Result, refused } from '../platform/result.ts'
import { done, verb } from './command.ts'
import { counted } from './counted.ts'
import { chosenElection, electionOption, municipalityOption, operator } from './find.ts'
import { stopSignal } from './until-stopped.ts'

export function payVerbs(bureaus: Command): void {
  claimsVerb(bureaus)
  payVerb(bureaus)
  payFileVerb(bureaus)
  payReportVerb(bureaus)
}

function claimsVerb(bureaus: Command): void {
  const description = {
    name: 'claims',
    summary: 'Count what members are owed by how far it is, and what is missing',
    examples: ['bureaus claims'],
    options: [municipalityOption, electionOption] as const,
  }
  verb(bureaus, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const { election } = found
    const { states, gaps } = await app.database.inScope(staffOf(election.municipalityId), (db) =>
      claimCounts(db, election),
    )
    const lines = claimStates.map((state) => `${amount(states[state].cents)}  ${states[state].many} ${state}`)
    const missing = [...gaps].map(([gap, many]) => `${counted(many, 'claim')} without ${gap}`)
    return done({ states, missing: Object.fromEntries(gaps) }, ...lines, ...missing)
  })
}

const amount = (cents: number) => decimalEuros(cents).padStart(12)

function payVerb(bureaus: Command): void {
  const description = {
    name: 'pay',
    summary: 'Put complete claims in batches for whoever pays, until none is left',
    examples: ['bureaus pay --payer "Provincie Middelland" --account BE71096123456769 --on 2030-11-15'],
    options: [
      municipalityOption,
      electionOption,
      ['--enterprise NUMBER', 'the enterprise number of who pays'],
    ] as const,
    required: [
      ['--payer NAME', 'who pays, as the bank knows it'],
      ['--account IBAN', 'from which account'],
      ['--on DAY', 'the day on which the bank is asked to pay, yyyy-mm-dd'],
    ] as const,
  }
  verb(bureaus, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const account = readIban(String(options.account))
    if (!account.ok) return refused('payer-account')
    const enterpriseNumber = options.enterprise ? String(options.enterprise) : undefined
    if (enterpriseNumber && !isEnterpriseNumber(enterpriseNumber))
      return refused('not-an-enterprise', enterpriseNumber)
    const payer = { name: String(options.payer), iban: account.iban, enterpriseNumber }
    return payAll(app, found.election, payer, String(options.on))
  })
}

async function payAll(app: App, election: Election, payer: PayingParty, payOn: string) {
  const signal = stopSignal()
  const batches: string[] = []
  const lines: string[] = []
  for (let hasMore = true; hasMore; ) {
    if (signal.aborted) return refused('stopped', lines.join('\n'))
    const made = await exportClaims(app, { election, payer, payOn, by: operator })
    // What an earlier batch took is not there any more: the end, when there was one.
    if (!made.ok && made.because === 'no-claims' && batches.length > 0) break
    if (!made.ok) return made
    batches.push(made.batchId)
    lines.push(`${made.batchId}  ${counted(made.payments, 'payment')}, ${decimalEuros(made.sum)} euro`)
    for (const { assignmentId, because } of made.leftOut) lines.push(`left out: ${assignmentId} (${because})`)
    hasMore = made.hasMore
  }
  return done({ batches }, ...lines)
}

function payFileVerb(bureaus: Command): void {
  const description = {
    name: 'pay-file BATCH FILE',
    summary: 'Write the payments of a batch (.csv or .xml, pain.001), the same bytes each time',
    examples: ['bureaus pay-file KLB0123456789abcdef0123456789abcdef betalingen.xml'],
    options: [municipalityOption, electionOption] as const,
  }
  verb(bureaus, description, async (app, [batchId, path], options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const format = path!.endsWith('.csv') ? 'csv' : 'xml'
    const asked = { election: found.election, batchId: batchId!, format, by: operator } as const
    const opened = await openBatchFile(app, asked)
    if (!opened.ok) return opened
    const fault = await writeFile(path!, opened.text, { mode: 0o600 }).catch(({ code }) => String(code))
    if (fault) return refused('not-writable', `${path}: ${fault}`)
    return done({ file: path! }, `Written: ${path}. It holds accounts, and a .csv national numbers too.`)
  })
}

function payReportVerb(bureaus: Command): void {
  const description = {
    name: 'pay-report BATCH FILE',
    summary: 'Read back what became of the payments of a batch (pain.002, or the .csv with `toestand`)',
    examples: ['bureaus pay-report KLB0123456789abcdef0123456789abcdef antwoord.xml'],
    options: [municipalityOption, electionOption] as const,
  }
  verb(bureaus, description, async (app, [batchId, path], options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const report = await reportIn(path!)
    if (!report.ok) return report
    const asked = { election: found.election, batchId: batchId!, report: report.report, by: operator }
    const read = await readBackPayments(app, asked)
    if (!read.ok) return read
    const { paid, bounced, pending, known, faults } = read
    return done(
      read,
      `${paid} paid, ${bounced} came back, ${pending} pending; ${known} known already.`,
      ...faults.map(({ at, code }) => `row ${at}: ${code}`),
    )
  })
}

async function reportIn(path: string): Promise<Result<{ report: PaymentReport }>> {
  const bytes = await readFile(path).catch(() => undefined)
  if (!bytes) return refused('no-such-file', path)
  return path.endsWith('.csv') ? readPaymentCsv(Readable.from([bytes])) : readPain002(bytes)
}
