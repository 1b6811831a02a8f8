import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { ListKind, MemberList } from './member-list.ts'

const columns = sql`
  l.kind, l.version, l.state, l.reopened_why as "reopenedWhy", l.decision, l.decided_on as "decidedOn",
  encode(l.content_sha256, 'hex') as "contentSha256", l.people, l.sent_to as "sentTo", l.sent_on as "sentOn",
  l.sent_to_number as "sentToNumber", l.opened_at as "openedAt"`

type Row = { readonly [Field in keyof MemberList]-?: Exclude<MemberList[Field], undefined> | null }

function listFrom(row: Row): MemberList {
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== null),
  ) as unknown as MemberList
}

/** All versions of a list, the newest first. */
export async function memberLists(
  db: Db,
  { municipalityId, electionId }: OfElection,
  kind: ListKind,
): Promise<MemberList[]> {
  const { rows } = await sql<Row>`
    select ${columns} from bureaus.member_list l
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.kind = ${kind}
    order by l.version desc`.execute(db)
  return rows.map(listFrom)
}

/** The newest version, made when there is none. Whoever changes a list, or takes the next person of it, waits here. */
export async function lockMemberList(db: Db, election: OfElection, kind: ListKind): Promise<MemberList> {
  const { municipalityId, electionId } = election
  await sql`
    insert into bureaus.member_list (municipality_id, election_id, kind, version, state)
    values (${municipalityId}, ${electionId}, ${kind}, 1, 'DRAFT') on conflict do nothing`.execute(db)
  // The first version is never taken away, so it is the lock of all of them.
  await sql`select from bureaus.member_list l
            where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.kind = ${kind}
              and l.version = 1 for update`.execute(db)
  return (await memberLists(db, election, kind))[0]!
}

export interface Adoption {
  readonly decision: string
  readonly decidedOn: string
  readonly contentSha256: Buffer
  readonly people: number
  readonly by: string
}

export async function writeAdoption(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { kind, version }: MemberList,
  { decision, decidedOn, contentSha256, people, by }: Adoption,
): Promise<void> {
  await sql`
    update bureaus.member_list l set state = 'ADOPTED', decision = ${decision}, decided_on = ${decidedOn},
      content_sha256 = ${contentSha256}, people = ${people}, adopted_by = ${by}
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.kind = ${kind}
      and l.version = ${version}`.execute(db)
}

export interface Sending {
  readonly sentTo: string
  readonly sentToNumber?: string | undefined
  readonly sentOn: string
  readonly by: string
}

export async function writeSending(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { kind, version }: MemberList,
  { sentTo, sentToNumber, sentOn, by }: Sending,
): Promise<void> {
  await sql`
    update bureaus.member_list l set state = 'SENT', sent_to = ${sentTo}, sent_on = ${sentOn}, sent_by = ${by},
      sent_to_number = ${sentToNumber ?? null}
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.kind = ${kind}
      and l.version = ${version}`.execute(db)
}

export async function insertNextVersion(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { kind, version }: MemberList,
  why: string,
): Promise<void> {
  await sql`
    insert into bureaus.member_list (municipality_id, election_id, kind, version, state, reopened_why)
    values (${municipalityId}, ${electionId}, ${kind}, ${version + 1}, 'DRAFT', ${why})`.execute(db)
}

/** Who got it opened it; the first time stays. */
export async function markListOpened(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { kind, version }: Pick<MemberList, 'kind' | 'version'>,
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`
    update bureaus.member_list l set opened_at = ${at}, opened_by = ${by}
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.kind = ${kind}
      and l.version = ${version} and l.opened_at is null`.execute(db)
}
