import {
  authorityOver,
  type BrokenGlass,
  brokenGlassesOf,
  deputiesFor,
  glanceAtRelease,
  type HeldBack,
  isOpen,
  type LetterRun,
  latestRun,
  latestSample,
  type Release,
  type Replacing,
  releasesOf,
  replacing,
  type SampleContents,
  type TakenSample,
  wasOpenedBy,
} from '../../letters/index.ts'
import { staffNameOf } from '../../municipalities/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'

export interface NamedRelease extends Release {
  readonly asker: string
  readonly decider: string
  /** Whom the one who decided stood in for. */
  readonly absent: string
}

/** By what whoever looks may decide on the request, or why not. */
export type Standing =
  | { readonly is: 'own-right' | 'same-person' | 'right-missing' }
  | { readonly is: 'deputy'; readonly absent: string }
  | { readonly is: 'broken-glass'; readonly until: Date }

export interface NamedGlass extends BrokenGlass {
  readonly name: string
}

export interface Request extends NamedRelease {
  readonly standing: Standing
  /** Names of those who may decide as a deputy now. */
  readonly deputies: readonly string[]
  readonly glasses: readonly NamedGlass[]
}

export interface ReleaseFacts {
  readonly sample:
    | {
        readonly code: string
        readonly contents: SampleContents
        readonly isOpened: boolean
        /** Of a correction: which released letters the new ones replace. */
        readonly replaces: Replacing | undefined
        /** Why these letters can't be released as things are now; each page says so before somebody decides. */
        readonly heldBack: HeldBack | undefined
      }
    | undefined
  /** The one that waits for a second person, or that a worker carries out. */
  readonly request: Request | undefined
  /** Newest first. */
  readonly releases: readonly NamedRelease[]
  /** What a worker does with the letters, or did last. */
  readonly run: LetterRun | undefined
}

/** How the release stands, for whoever looks. */
export function releaseFacts(desk: ElectionDesk): Promise<ReleaseFacts> {
  const { municipalityId, electionId } = desk.election
  const { staffId } = desk.staff
  return inOwnScope(desk, async (db) => {
    const sample = await latestSample(db, municipalityId, electionId)
    const releases = await namedReleases(db, desk)
    const run = await latestRun(db, municipalityId, electionId)
    if (!sample) return { sample: undefined, run, ...releases }
    const { sampleSha256 } = sample
    const isOpened = await wasOpenedBy(db, municipalityId, electionId, { sampleSha256, staffId })
    const contents = sample.contents as SampleContents
    const wasReleased = releases.releases.some(({ state }) => state === 'released')
    const replaces = wasReleased ? await replacing(db, municipalityId, electionId) : undefined
    const code = sampleSha256.toString('hex')
    const heldBack = await whyHeldBack(db, desk, sample, releases.releases[0])
    return { sample: { code, contents, isOpened, replaces, heldBack }, run, ...releases }
  })
}

/** Why a sample can't be released as things are now; not asked of one that was released, or that a worker is busy with. */
export async function whyHeldBack(
  db: Db,
  { election }: Pick<ElectionDesk, 'election'>,
  sample: Pick<TakenSample, 'sampleSha256'> & { readonly contents: unknown },
  newest: Pick<Release, 'state' | 'sampleSha256'> | undefined,
): Promise<HeldBack | undefined> {
  const isDecided = newest?.state === 'approved' || newest?.state === 'released'
  if (isDecided && newest.sampleSha256.equals(sample.sampleSha256)) return undefined
  const glance = await glanceAtRelease(db, election, sample)
  return glance.ok ? undefined : glance.because
}

/** What was asked and decided, without the sample. */
export async function namedReleases(
  db: Db,
  desk: ElectionDesk,
): Promise<Pick<ReleaseFacts, 'request' | 'releases'>> {
  const { municipalityId, electionId } = desk.election
  const releases: NamedRelease[] = []
  for (const one of await releasesOf(db, municipalityId, electionId))
    releases.push(await withNames(db, desk, one))
  const [newest] = releases
  return {
    request: newest && isOpen(newest) ? await requestFacts(db, desk, newest) : undefined,
    releases,
  }
}

async function withNames(db: Db, { election }: ElectionDesk, one: Release): Promise<NamedRelease> {
  const nameOf = nameIn(db, election)
  return {
    ...one,
    asker: await nameOf(one.requestedBy),
    decider: await nameOf(one.decidedBy ?? (one.state === 'refused' ? one.requestedBy : null)),
    absent: await nameOf(one.authority?.for ?? null),
  }
}

async function requestFacts(db: Db, desk: ElectionDesk, newest: NamedRelease): Promise<Request> {
  const { municipalityId, electionId } = desk.election
  const now = desk.deps.clock.now()
  const nameOf = nameIn(db, desk.election)
  const request = { ...newest, electionId }
  const broken = await brokenGlassesOf(db, municipalityId, request)
  const may = await authorityOver(db, desk.staff, request, now)
  const own = broken.find(({ brokenBy }) => brokenBy === desk.staff.staffId)
  const standing = async (): Promise<Standing> => {
    if (!may.ok) return { is: may.because }
    if (!may.authority) return { is: 'own-right' }
    if (may.authority.as === 'deputy')
      return { is: 'deputy', absent: await nameOf(may.authority.for ?? null) }
    return { is: 'broken-glass', until: own!.until }
  }
  const deputies: string[] = []
  for (const { deputy } of await deputiesFor(db, municipalityId, newest.requestedBy, now))
    deputies.push(await nameOf(deputy))
  const glasses: NamedGlass[] = []
  for (const glass of broken) glasses.push({ ...glass, name: await nameOf(glass.brokenBy) })
  return { ...newest, standing: await standing(), deputies: [...new Set(deputies)], glasses }
}

function nameIn(db: Db, { municipalityId }: ElectionDesk['election']) {
  return async (id: string | null) => (id && (await staffNameOf(db, municipalityId, id))) || '–'
}
