import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import type { SealedService, ServiceSource } from './kept-service.ts'

interface ToKeep {
  readonly services: readonly SealedService[]
  readonly source: ServiceSource
  readonly at: Date
  readonly by: string
}

/** Keeps services, one of a person on a day; what the register said is not written over by what was noted here. Answers how many are as given. */
export async function putServices(
  db: Db,
  municipalityId: MunicipalityId,
  { services, source, at, by }: ToKeep,
): Promise<number> {
  const column = <T>(of: (one: SealedService) => T) => services.map(of)
  const { numAffectedRows } = await sql`
    insert into bureaus.service as s (municipality_id, nrn_index, polling_day, sealed, source, keep_until, noted_at, noted_by)
    select ${municipalityId}, one.person, one.day, one.sealed, ${source}, one.until, ${at}, ${by}
    from unnest(${column((one) => one.nrnIndex)}::bytea[], ${column((one) => one.pollingDay)}::date[],
      ${column((one) => one.sealed)}::bytea[], ${column((one) => one.keepUntil)}::date[]) as one (person, day, sealed, until)
    on conflict (municipality_id, nrn_index, polling_day) do update
    set sealed = excluded.sealed, source = excluded.source, keep_until = excluded.keep_until,
      noted_at = excluded.noted_at, noted_by = excluded.noted_by
    where s.source = 'ELECTION' or excluded.source = 'REGISTER'`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** Of one person in this municipality, the first day first. In the scope of the municipality, or of that person. */
export async function selectServices(
  db: Db,
  municipalityId: MunicipalityId,
  nrnIndex: Uint8Array,
): Promise<Pick<SealedService, 'pollingDay' | 'sealed'>[]> {
  const { rows } = await sql<Pick<SealedService, 'pollingDay' | 'sealed'>>`
    select s.polling_day::text as "pollingDay", s.sealed from bureaus.service s
    where s.municipality_id = ${municipalityId} and s.nrn_index = ${nrnIndex} order by s.polling_day`.execute(
    db,
  )
  return rows
}

export interface ServiceCount {
  readonly pollingDay: string
  readonly noted: number
  readonly told: number
}

/** How many services are kept of each day, the last day first. */
export async function serviceCounts(db: Db, municipalityId: MunicipalityId): Promise<ServiceCount[]> {
  const { rows } = await sql<ServiceCount>`
    select s.polling_day::text as "pollingDay", (count(*) filter (where s.source = 'ELECTION'))::integer as noted,
      (count(*) filter (where s.source = 'REGISTER'))::integer as told
    from bureaus.service s where s.municipality_id = ${municipalityId}
    group by s.polling_day order by s.polling_day desc`.execute(db)
  return rows
}

/** What may not be kept any more on this day. Answers how many went. */
export async function deleteServicesBefore(
  db: Db,
  municipalityId: MunicipalityId,
  day: string,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from bureaus.service s where s.municipality_id = ${municipalityId} and s.keep_until < ${day}`.execute(
    db,
  )
  return Number(numAffectedRows ?? 0)
}
