import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { DrawId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { KeptDraw } from './kept-draw.ts'

/** Commits, draws and withdrawals of an election go one after the other: held until the transaction ends. */
export async function lockDraws(db: Db, { municipalityId, electionId }: OfElection): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`draws ${municipalityId} ${electionId}`}, 0))`.execute(
    db,
  )
}

type DrawRow = { readonly [Field in keyof KeptDraw]-?: Exclude<KeptDraw[Field], undefined> | null }

/** All draws of an election, the newest first; at most the first of them counts. */
export async function drawsOf(db: Db, { municipalityId, electionId }: OfElection): Promise<KeptDraw[]> {
  const { rows } = await sql<DrawRow>`
    select d.draw_id as "drawId", d.state, d.frozen, d.commitment, d.known_at as "knownAt",
      d.committed_at as "committedAt", d.committed_by as "committedBy", d.two_people as "twoPeople",
      d.public_value as "publicValue", d.dice, d.seed, d.drawn_at as "drawnAt", d.drawn_by as "drawnBy",
      d.withdrawn_why as "withdrawnWhy", d.withdrawn_at as "withdrawnAt"
    from bureaus.draw d
    where d.municipality_id = ${municipalityId} and d.election_id = ${electionId}
    order by d.draw_id desc`.execute(db)
  return rows.map(
    (row) =>
      Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as KeptDraw,
  )
}

/** The draw that counts: committed or drawn. */
export async function currentDraw(db: Db, election: OfElection): Promise<KeptDraw | undefined> {
  return (await drawsOf(db, election)).find(({ state }) => state !== 'WITHDRAWN')
}

export async function insertDraw(
  db: Db,
  { municipalityId, electionId }: OfElection,
  draw: KeptDraw,
): Promise<void> {
  await sql`
    insert into bureaus.draw (municipality_id, election_id, draw_id, state, frozen, commitment, known_at, committed_at,
      committed_by, two_people)
    values (${municipalityId}, ${electionId}, ${draw.drawId}, ${draw.state}, ${JSON.stringify(draw.frozen)}::jsonb,
      ${draw.commitment}, ${draw.knownAt}, ${draw.committedAt}, ${draw.committedBy}, ${draw.twoPeople})`.execute(
    db,
  )
}

/** Somebody out of whom is drawn. */
export interface PoolPerson {
  readonly pseudonym: Buffer
  readonly nrnIndex: Buffer
}

export async function insertPool(
  db: Db,
  { municipalityId, electionId }: OfElection,
  drawId: DrawId,
  unit: string,
  people: readonly PoolPerson[],
): Promise<void> {
  await sql`
    insert into bureaus.drawn_person (municipality_id, election_id, draw_id, unit, pseudonym, nrn_index)
    select ${municipalityId}, ${electionId}, ${drawId}, ${unit}, one.pseudonym, one.nrn_index
    from unnest(${people.map((one) => one.pseudonym)}::bytea[], ${people.map((one) => one.nrnIndex)}::bytea[])
      as one (pseudonym, nrn_index)`.execute(db)
}

/** Puts everybody of every unit in the order of `drawOrder`, made by the database: a large town does not fit in memory here. */
export async function rankPeople(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { drawId, frozen }: KeptDraw,
  seed: string,
): Promise<void> {
  await sql`
    update bureaus.drawn_person p set rank = ordered.rank
    from (select o.unit, o.pseudonym, row_number() over (
            partition by o.unit
            order by sha256(convert_to(${`${seed}/${frozen.drawId}/`} || o.unit || '/' || encode(o.pseudonym, 'hex'), 'UTF8'))
          ) as rank
          from bureaus.drawn_person o
          where o.municipality_id = ${municipalityId} and o.election_id = ${electionId} and o.draw_id = ${drawId}) as ordered
    where p.municipality_id = ${municipalityId} and p.election_id = ${electionId} and p.draw_id = ${drawId}
      and p.unit = ordered.unit and p.pseudonym = ordered.pseudonym`.execute(db)
}

export async function writeDrawn(
  db: Db,
  { municipalityId, electionId }: OfElection,
  {
    drawId,
    publicValue,
    dice,
    seed,
    drawnAt,
    drawnBy,
  }: Pick<KeptDraw, 'drawId' | 'publicValue' | 'dice' | 'seed' | 'drawnAt' | 'drawnBy'>,
): Promise<void> {
  await sql`
    update bureaus.draw d set state = 'DRAWN', public_value = ${publicValue}, dice = ${dice}::integer[], seed = ${seed},
      drawn_at = ${drawnAt}, drawn_by = ${drawnBy}
    where d.municipality_id = ${municipalityId} and d.election_id = ${electionId} and d.draw_id = ${drawId}`.execute(
    db,
  )
}

/** The draw stays as withdrawn, with its commitment; the people out of whom would have been drawn go. */
export async function writeWithdrawal(
  db: Db,
  { municipalityId, electionId }: OfElection,
  drawId: DrawId,
  { why, at }: { readonly why: string; readonly at: Date },
): Promise<void> {
  await sql`
    update bureaus.draw d set state = 'WITHDRAWN', withdrawn_why = ${why}, withdrawn_at = ${at}
    where d.municipality_id = ${municipalityId} and d.election_id = ${electionId} and d.draw_id = ${drawId}`.execute(
    db,
  )
  await sql`
    delete from bureaus.drawn_person p
    where p.municipality_id = ${municipalityId} and p.election_id = ${electionId} and p.draw_id = ${drawId}`.execute(
    db,
  )
}

/** The pseudonyms of one unit, as hexadecimal digits: as the pool was frozen, or as they were drawn. */
export async function pseudonymsOf(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { drawId, unit }: { readonly drawId: DrawId; readonly unit: string },
  as: 'frozen' | 'drawn',
): Promise<string[]> {
  const { rows } = await sql<{ person: string }>`
    select encode(p.pseudonym, 'hex') as person from bureaus.drawn_person p
    where p.municipality_id = ${municipalityId} and p.election_id = ${electionId} and p.draw_id = ${drawId}
      and p.unit = ${unit}
    order by ${as === 'drawn' ? sql`p.rank` : sql`p.pseudonym`}`.execute(db)
  return rows.map(({ person }) => person)
}
