import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { CsvFault, type CsvFaultCode } from '../../platform/csv/csv-fault.ts'
import { type CsvRow, readCsv } from '../../platform/csv/read-csv.ts'
import { dayInBelgium, isDay } from '../../platform/dates.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { parseNationalNumber } from '../../platform/national-number.ts'
import { type Refused, refused } from '../../platform/result.ts'
import type { Service } from '../absences/exemption.ts'
import { seatRoles } from '../bureau-rules.ts'
import type { ListDeps } from '../listing/list-deps.ts'
import { type ListRowFault, type ListRowFaultCode, listRowFault } from '../listing/list-row-fault.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { type SealedService, sealService } from './kept-service.ts'
import { putServices } from './service-store.ts'

/** Bytes of a file that a page takes: some hundred thousand rows. */
export const mostServicesBytes = 16 * 1024 * 1024
const mostServices = 200_000
const portion = 1000
/** Those of the list that leaves for the register; what is not needed may be there. */
const serviceColumns = [
  { name: 'national_number', required: true },
  { name: 'polling_day', required: true },
  { name: 'bureau', required: true },
  { name: 'role', required: true },
  { name: 'served', required: true },
  { name: 'last_name', required: false },
  { name: 'first_names', required: false },
  { name: 'number', required: false },
] as const
type Column = (typeof serviceColumns)[number]['name']
const kinds = ['POLLING', 'COUNTING', 'MAIN'] as const
const answers: Readonly<Record<string, boolean>> = { ja: true, nee: false }

export type ImportedServices =
  | { readonly ok: true; readonly services: number }
  | (Refused<'rows-refused'> & { readonly faults: readonly ListRowFault[] })
  | (Refused<'not-a-list'> & { readonly fault: CsvFaultCode })
  | Refused<'too-many-rows'>

export interface ServicesFile {
  readonly election: Election
  readonly stream: AsyncIterable<Uint8Array>
  readonly by: string
}

/**
 * What the population register says of who served, row by row; all of it or nothing. It goes before what was noted here of the same person
 * and day. How long it is kept follows from the rules of this election.
 */
export async function importServices(
  deps: ListDeps,
  { election, stream, by }: ServicesFile,
): Promise<ImportedServices> {
  const read = await readServices(deps, election, stream)
  if (!read.ok) return read
  const { services } = read
  const { municipalityId, electionId } = election
  return deps.database.inScope(staffOf(municipalityId), async (db) => {
    const at = deps.clock.now()
    for (let start = 0; start < services.length; start += portion) {
      const some = services.slice(start, start + portion)
      await putServices(db, municipalityId, { services: some, source: 'REGISTER', at, by })
    }
    const event = { municipalityId, actor: by, action: 'bureaus.services-imported', subject: electionId }
    await recordAudit(db, { ...event, details: { services: services.length } })
    return { ok: true, services: services.length }
  })
}

type Read =
  | { readonly ok: true; readonly services: readonly SealedService[] }
  | Exclude<ImportedServices, { readonly ok: true }>

async function readServices(
  deps: ListDeps,
  election: Election,
  stream: ServicesFile['stream'],
): Promise<Read> {
  const rules = loadBureauRules(election.ruleset)
  const services = new Map<string, SealedService>()
  const faults: ListRowFault[] = []
  try {
    for await (const row of readCsv(stream, { columns: serviceColumns })) {
      const read = serviceIn(row, deps)
      if ('faults' in read) faults.push(...read.faults)
      else {
        const person = deps.vault.index(read.number)
        const key = `${person.toString('hex')} ${read.service.pollingDay}`
        if (services.has(key)) faults.push(listRowFault(row.row, 'national_number', 'twice'))
        services.set(key, sealService(rules, deps.vault, person, read.service))
      }
      if (services.size + faults.length > mostServices)
        return refused('too-many-rows', `at most ${mostServices}`)
    }
  } catch (error) {
    if (error instanceof CsvFault) return { ...refused('not-a-list', error.detail), fault: error.because }
    throw error
  }
  if (faults.length > 0)
    return { ...refused('rows-refused', faults.length === 1 ? '1 fault' : `${faults.length} faults`), faults }
  return { ok: true, services: [...services.values()] }
}

type Row =
  | { readonly number: string; readonly service: Service }
  | { readonly faults: readonly ListRowFault[] }

function serviceIn({ row, fields, damage }: CsvRow<Column>, { numbers, clock }: ListDeps): Row {
  if (damage) return { faults: [listRowFault(row, 'national_number', 'row-damaged')] }
  const today = clock.now()
  const parsed = parseNationalNumber(fields.national_number, { ...numbers, today })
  const bureau = kinds.find((kind) => kind === fields.bureau.toUpperCase())
  const role = seatRoles.find((one) => one === fields.role.toUpperCase())
  const word = fields.served.toLowerCase()
  const served = Object.hasOwn(answers, word) ? answers[word] : undefined
  const pollingDay = fields.polling_day
  const isPast = isDay(pollingDay) && pollingDay <= dayInBelgium(today)
  if (parsed.ok && bureau && role && served !== undefined && isPast)
    return { number: parsed.number, service: { pollingDay, bureau, role, served } }
  const wrong: readonly (readonly [boolean, Column, ListRowFaultCode])[] = [
    [!parsed.ok, 'national_number', parsed.ok ? 'empty' : codeOf(parsed.because)],
    [!isPast, 'polling_day', 'no-day'],
    [!bureau, 'bureau', 'no-bureau'],
    [!role, 'role', 'no-role'],
    [served === undefined, 'served', 'no-yes-or-no'],
  ]
  return {
    faults: wrong.flatMap(([isWrong, column, code]) =>
      isWrong ? [listRowFault(row, column, fields[column] === '' ? 'empty' : code)] : [],
    ),
  }
}

function codeOf(because: string): ListRowFaultCode {
  return because === 'test-number' ? 'not-allowed-here' : 'no-national-number'
}
