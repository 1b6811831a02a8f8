import {
  type Corrections,
  correctionsOf,
  isOpen,
  isUnderWay,
  type LetterRun,
  latestRun,
  latestSample,
  type RunKind,
  releasesOf,
} from '../../letters/index.ts'
import { ButtonLink, type FieldErrors, Inset } from '../../platform/http/components/index.ts'
import { currentList } from '../../voters/index.ts'
import { ComesFirst } from '../comes-first.tsx'
import { type ElectionDesk, inOwnScope, may } from '../desk.ts'
import { RunStatus } from '../letters/run-status.tsx'
import { paths } from '../paths.ts'
import { AddLink } from './amend-links.tsx'
import { showCorrectionsPage } from './corrections-frame.tsx'
import { Outdated, Replacing, Waiting } from './overview-parts.tsx'
import { texts } from './overview-texts.nl.ts'
import { Steps } from './steps.tsx'
import { TakeBackForm } from './take-back-form.tsx'

export interface CorrectionsFacts extends Corrections {
  /** What a worker does with the letters now. */
  readonly running: RunKind | undefined
  /** Taking back, under way or the last thing that was done. */
  readonly takingBack: LetterRun | undefined
  readonly isRequested: boolean
  /** There is a sample that was not released. */
  readonly isSampled: boolean
}

/** Which letters are out of date and why, who waits for one, and how far the new ones are. */
export async function showCorrections(desk: ElectionDesk, errors: FieldErrors = {}, status?: 409) {
  const facts = await factsOf(desk)
  return showCorrectionsPage(
    desk,
    { title: texts.title, errors, ...(status && { status }) },
    <>
      <p class="desk-lead">{texts.lead}</p>
      {facts ? (
        <Overview desk={desk} facts={facts} errors={errors} />
      ) : (
        <ComesFirst desk={desk} step="list">
          {texts.notClosed}
        </ComesFirst>
      )}
    </>,
  )
}

/** How the corrections stand; nothing before the list is closed. */
export function factsOf(desk: ElectionDesk): Promise<CorrectionsFacts | undefined> {
  const { election } = desk
  const { municipalityId, electionId } = election
  return inOwnScope(desk, async (db) => {
    const list = await currentList(db, municipalityId, electionId)
    if (list?.state !== 'closed') return undefined
    const run: LetterRun | undefined = await latestRun(db, municipalityId, electionId)
    const sample = await latestSample(db, municipalityId, electionId)
    const releases = await releasesOf(db, municipalityId, electionId)
    const isReleased = releases.some(
      ({ state, sampleSha256 }) => state === 'released' && sample && sampleSha256.equals(sample.sampleSha256),
    )
    return {
      ...(await correctionsOf(db, election, list.listId)),
      running: run && isUnderWay(run) ? run.kind : undefined,
      takingBack: run?.kind === 'withdraw' ? run : undefined,
      isRequested: isOpen(releases[0]),
      isSampled: sample !== undefined && !isReleased,
    }
  })
}

interface OverviewProps {
  readonly desk: ElectionDesk
  readonly facts: CorrectionsFacts
  readonly errors: FieldErrors
}

function Overview({ desk, facts, errors }: OverviewProps) {
  const { outdated, waiting, replacing } = facts
  const isAllRight = outdated.length + waiting.length + replacing.length === 0
  return (
    <>
      {isAllRight && <Inset>{texts.nothing}</Inset>}
      <RunStatus desk={desk} run={facts.takingBack} />
      <Steps desk={desk} facts={facts} />
      <Outdated desk={desk} groups={outdated} />
      {outdated.length > 0 && <TakeBackForm desk={desk} facts={facts} errors={errors} />}
      <Waiting groups={waiting} />
      <Replacing desk={desk} groups={replacing} />
      <Amend desk={desk} />
    </>
  )
}

function Amend({ desk }: { desk: ElectionDesk }) {
  if (!may(desk, 'voters.amend')) return null
  return (
    <section>
      <h2>{texts.one}</h2>
      <p>{texts.oneHelp}</p>
      <ButtonLink kind="secondary" href={paths.voterSearch({ election: desk.election.code })}>
        {texts.search}
      </ButtonLink>
      <AddLink desk={desk} />
      <h2>{texts.many}</h2>
      <p>{texts.manyHelp}</p>
      <ButtonLink kind="secondary" href={paths.amendByFile({ election: desk.election.code })}>
        {texts.byFile}
      </ButtonLink>
    </section>
  )
}
