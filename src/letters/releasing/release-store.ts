import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type {
  CampaignId,
  ElectionId,
  MunicipalityId,
  ReleaseId,
  SampleId,
  StaffId,
} from '../../platform/ids.ts'
import type { Authority } from './release-authority.ts'

export interface Sample {
  readonly sampleId: SampleId
  readonly sampleSha256: Buffer
  readonly contents: unknown
}

export interface Release {
  readonly releaseId: ReleaseId
  readonly sampleId: SampleId
  readonly sampleSha256: Buffer
  /** `approved`: decided, and a worker carries it out. */
  readonly state: 'requested' | 'approved' | 'released' | 'refused'
  readonly requestedBy: StaffId
  readonly requestedAt: Date
  readonly decidedBy: StaffId | null
  readonly decidedAt: Date | null
  readonly letterCount: number | null
  readonly campaignId: CampaignId | null
  readonly refusalReason: string | null
  /** Why the same sample was asked for again after it was refused. */
  readonly askedAgainBecause: string | null
  /** Nothing leaves until somebody lets a wave go, or all of it. */
  readonly hold: boolean
  /** Its letters leave with the electronic seal of the municipality. */
  readonly sealed: boolean
  /** By what somebody decided who did not do it by the own right. */
  readonly authority: Authority | null
}

/** Asked for, or approved and not carried out yet: what it is about stays as it is meanwhile. */
export function isOpen(release: Pick<Release, 'state'> | undefined): boolean {
  return release?.state === 'requested' || release?.state === 'approved'
}

/** Those of this sample that the second person refused; what the first took back is none. */
export function refusalsOf<Known extends Pick<Release, 'state' | 'decidedBy' | 'sampleSha256'>>(
  releases: readonly Known[],
  sampleSha256: Uint8Array,
): Known[] {
  return releases.filter(
    (one) => one.state === 'refused' && one.decidedBy !== null && one.sampleSha256.equals(sampleSha256),
  )
}

export async function insertSample(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  sample: Sample & { by: string },
): Promise<void> {
  await sql`insert into letters.sample (municipality_id, election_id, sample_id, sample_sha256, contents, taken_by)
    values (${municipalityId}, ${electionId}, ${sample.sampleId}, ${sample.sampleSha256},
            ${JSON.stringify(sample.contents)}::jsonb, ${sample.by})`.execute(db)
}

export async function latestSample(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<Sample | undefined> {
  const { rows } = await sql<Sample>`
    select s.sample_id as "sampleId", s.sample_sha256 as "sampleSha256", s.contents from letters.sample s
    where s.municipality_id = ${municipalityId} and s.election_id = ${electionId}
    order by s.taken_at desc, s.sample_id desc limit 1`.execute(db)
  return rows[0]
}

/**
 * What a new sample is held against: the one that was released last, and before anything was released, the last one
 * that was another.
 */
export async function sampleBefore(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  sampleSha256: Buffer,
): Promise<(Sample & { readonly takenAt: Date; readonly wasReleased: boolean }) | undefined> {
  const { rows } = await sql<Sample & { takenAt: Date; wasReleased: boolean }>`
    select s.sample_id as "sampleId", s.sample_sha256 as "sampleSha256", s.contents, s.taken_at as "takenAt",
      r.release_id is not null as "wasReleased"
    from letters.sample s
    left join letters.release r on r.municipality_id = s.municipality_id and r.election_id = s.election_id
      and r.sample_id = s.sample_id and r.state = 'released'
    where s.municipality_id = ${municipalityId} and s.election_id = ${electionId}
      and s.sample_sha256 <> ${sampleSha256}
    order by r.decided_at desc nulls last, s.taken_at desc, s.sample_id desc limit 1`.execute(db)
  return rows[0]
}

export async function insertReleaseRequest(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  request: {
    releaseId: ReleaseId
    sample: Sample
    requestedBy: StaffId
    askedAgainBecause?: string | undefined
  },
): Promise<void> {
  await sql`insert into letters.release (municipality_id, election_id, release_id, sample_id, sample_sha256, state, requested_by,
      asked_again_because)
    values (${municipalityId}, ${electionId}, ${request.releaseId}, ${request.sample.sampleId},
            ${request.sample.sampleSha256}, 'requested', ${request.requestedBy},
            ${request.askedAgainBecause ?? null})`.execute(db)
}

/** Who asks for a release of this election next, waits until this transaction is over: two who ask at once ask for one. */
export async function takeTurnToAsk(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<void> {
  const turn = `release ${municipalityId} ${electionId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`.execute(db)
}

/** The releases of an election, newest first. */
export async function releasesOf(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<Release[]> {
  const { rows } = await sql<Release>`
    select r.release_id as "releaseId", r.sample_id as "sampleId", r.sample_sha256 as "sampleSha256", r.state,
      r.requested_by as "requestedBy", r.requested_at as "requestedAt", r.decided_by as "decidedBy",
      r.decided_at as "decidedAt", r.letter_count as "letterCount", r.campaign_id as "campaignId",
      r.refusal_reason as "refusalReason", r.asked_again_because as "askedAgainBecause", r.hold, r.sealed,
      case when r.decided_as is not null then json_strip_nulls(json_build_object(
        'as', r.decided_as, 'for', r.decided_for, 'because', r.decided_because)) end as authority
    from letters.release r
    where r.municipality_id = ${municipalityId} and r.election_id = ${electionId}
    order by r.requested_at desc, r.release_id desc`.execute(db)
  return rows
}

/** Takes the request that is open under lock, so that two people who decide at once do not both decide. */
export async function lockOpenRequest(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<Release | undefined> {
  await sql`select r.release_id from letters.release r
    where r.municipality_id = ${municipalityId} and r.election_id = ${electionId} and r.state in ('requested', 'approved')
    for update`.execute(db)
  return (await releasesOf(db, municipalityId, electionId)).find(isOpen)
}

export async function decideRelease(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  decision: {
    releaseId: ReleaseId
    state: 'approved' | 'released' | 'refused'
    decidedBy?: StaffId
    refusalReason?: string
    letterCount?: number
    campaignId?: CampaignId
    /** Absent: by the own right. */
    authority?: Authority | undefined
    hold?: boolean
    sealed?: boolean
  },
): Promise<void> {
  await sql`update letters.release r set state = ${decision.state}, decided_by = ${decision.decidedBy ?? null}, decided_at = case when r.state = 'approved' and ${decision.state} = 'released' then r.decided_at else now() end,
      refusal_reason = ${decision.refusalReason ?? null}, letter_count = ${decision.letterCount ?? null},
      campaign_id = ${decision.campaignId ?? null}, decided_as = ${decision.authority?.as ?? null},
      decided_for = ${decision.authority?.for ?? null}, decided_because = ${decision.authority?.because ?? null},
      hold = ${decision.hold ?? false}, sealed = ${decision.sealed ?? false}
    where r.municipality_id = ${municipalityId} and r.election_id = ${electionId}
      and r.release_id = ${decision.releaseId} and r.state in ('requested', 'approved')`.execute(db)
}

/** An approved request waits for a decision again. */
export async function giveBackRequest(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  releaseId: ReleaseId,
): Promise<void> {
  await sql`update letters.release r set state = 'requested', decided_by = null, decided_at = null, decided_as = null,
      decided_for = null, decided_because = null, hold = false
    where r.municipality_id = ${municipalityId} and r.election_id = ${electionId} and r.release_id = ${releaseId}
      and r.state = 'approved'`.execute(db)
}

/** Whether anything was ever released here, of which the data is still there. */
export async function hasReleases(db: Db, municipalityId: MunicipalityId): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from letters.release r
      where r.municipality_id = ${municipalityId} and r.state = 'released') as has`.execute(db)
  return rows[0]!.has
}
