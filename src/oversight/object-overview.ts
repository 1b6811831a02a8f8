import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import { isId, type MunicipalityId } from '../platform/ids.ts'

export const objectKinds = [
  'election',
  'list',
  'upload',
  'voter',
  'letter',
  'run',
  'sample',
  'release',
  'campaign',
  'print-file',
  'certificate',
  'staff',
] as const

/** What something was done to, as far as it is still there: looked up when the log is read, never written in it. */
export interface AuditObject {
  readonly kind: (typeof objectKinds)[number]
  /** Of what has one: a person of the staff, a file. Never of a voter. */
  readonly name?: string
  /** On the voters list, of a voter or a letter. */
  readonly listNumber?: number
  readonly version?: number
  /** Its election's name; of an election its own. */
  readonly election?: string
}

interface Row {
  id: string
  kind: AuditObject['kind']
  name: string | null
  number: number | null
  version: number | null
  election: string | null
}

/** What stands behind the ids that events name. A voter is a list number, for as long as the list is kept. */
export async function objectsBehind(
  db: Db,
  municipalityId: MunicipalityId,
  subjects: readonly (string | null)[],
): Promise<ReadonlyMap<string, AuditObject>> {
  const ids = [...new Set(subjects.filter((subject) => subject !== null && isId(subject)))]
  if (ids.length === 0) return new Map()
  const wanted = sql`any(${ids}::uuid[])`
  const of = sql`x.municipality_id = e.municipality_id and x.election_id = e.election_id`
  const { rows } = await sql<Row>`
    with e as (select municipality_id, election_id, name from elections.election where municipality_id = ${municipalityId})
    select e.election_id as id, 'election' as kind, null as name, null::integer as number, null::integer as version,
           e.name as election from e where e.election_id = ${wanted}
    union all
    select x.list_id, 'list', x.source_name, null, null, e.name from e
    join voters.voters_list x on ${of} where x.list_id = ${wanted}
    union all
    select x.upload_id, 'upload', x.source_name, null, null, e.name from e
    join voters.uploaded_list x on ${of} where x.upload_id = ${wanted}
    union all
    select distinct x.voter_id, 'voter', null, x.list_number, null::integer, e.name from e
    join voters.voters_list l on l.municipality_id = e.municipality_id and l.election_id = e.election_id
      and l.state in ('accepted', 'closed')
    join voters.voter x on ${of} and x.list_id = l.list_id where x.voter_id = ${wanted}
    union all
    select x.letter_id, 'letter', null, x.list_number, x.version, e.name from e
    join letters.letter x on ${of} where x.letter_id = ${wanted}
    union all
    select x.run_id, 'run', null, null, null, e.name from e
    join letters.letter_run x on ${of} where x.run_id = ${wanted}
    union all
    select x.sample_id, 'sample', null, null, null, e.name from e
    join letters.sample x on ${of} where x.sample_id = ${wanted}
    union all
    select x.release_id, 'release', null, null, null, e.name from e
    join letters.release x on ${of} where x.release_id = ${wanted}
    union all
    select distinct x.campaign_id, 'campaign', null, null::integer, null::integer, e.name from e
    join letters.release x on ${of} where x.campaign_id = ${wanted}
    union all
    select x.print_file_id, 'print-file', x.name, null, null, e.name from e
    join letters.print_file x on ${of} where x.print_file_id = ${wanted}
    union all
    select x.certificate_id, 'certificate', null, null, null, e.name from e
    join letters.certificate x on ${of} where x.certificate_id = ${wanted}
    union all
    select s.staff_id, 'staff', s.name, null, null, null from municipalities.staff s
    where s.municipality_id = ${municipalityId} and s.staff_id = ${wanted}`.execute(db)
  return new Map(rows.map((row) => [row.id, objectFrom(row)]))
}

function objectFrom({ kind, name, number, version, election }: Row): AuditObject {
  return {
    kind,
    ...(name !== null && { name }),
    ...(number !== null && { listNumber: number }),
    ...(version !== null && { version }),
    ...(election !== null && { election }),
  }
}

/** What events name by the code that people know: elections, and polling places of the election of the event. */
export async function namesBehind(
  db: Db,
  municipalityId: MunicipalityId,
): Promise<{
  readonly elections: ReadonlyMap<string, string>
  readonly places: ReadonlyMap<string, string>
}> {
  const { rows } = await sql<{ code: string; name: string }>`
    select code, name from elections.election where municipality_id = ${municipalityId}`.execute(db)
  const { rows: places } = await sql<{ place: string; name: string }>`
    select distinct on (p.place_code) p.place_code as place, p.name from elections.polling_place p
    join elections.election e on e.municipality_id = p.municipality_id and e.election_id = p.election_id
    where p.municipality_id = ${municipalityId} order by p.place_code, e.polling_day desc`.execute(db)
  return {
    elections: new Map(rows.map(({ code, name }) => [code, name])),
    places: new Map(places.map(({ place, name }) => [place, name])),
  }
}
