import {
  askRun,
  compareSamples,
  isOpen,
  isUnderWay,
  type LetterRun,
  latestRun,
  openProof,
  reasonWords,
  releasesOf,
  type TakenSample,
  word,
  wrongChecks,
} from '../../letters/index.ts'
import {
  Button,
  ButtonLink,
  CodeGroups,
  type FieldErrors,
  Form,
  Pages,
  Table,
} from '../../platform/http/components/index.ts'
import { withQuery } from '../../platform/http/path.ts'
import { ComesFirst } from '../comes-first.tsx'
import { type ElectionDesk, inOwnScope, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'
import { beforeSample } from './before-sample.ts'
import { showLettersPage } from './letters-frame.tsx'
import { NoLongerHolds } from './no-longer-holds.tsx'
import { ProofChecks } from './proof-checks.tsx'
import { ProofDifference } from './proof-difference.tsx'
import { whyHeldBack } from './release-facts.ts'
import { RunStatus } from './run-status.tsx'
import { texts } from './texts.nl.ts'

/**
 * The sample that would be released: what was checked, what is different, and its letters. That this person opened it is
 * written down, because without it they can't ask for or decide on the release.
 */
export async function showProof(desk: ElectionDesk, errors: FieldErrors = {}, status?: 409) {
  const { election, deps } = desk
  const { municipalityId, electionId } = election
  const { run, newest } = await inOwnScope(desk, async (db) => ({
    run: await latestRun(db, municipalityId, electionId),
    newest: (await releasesOf(db, municipalityId, electionId))[0],
  }))
  const isRequested = isOpen(newest)
  const before = isBusyOrAsked(run, isRequested) ? undefined : await beforeSample(desk)
  const sample = await openProof(deps, desk)
  const isBusy = run !== undefined && isUnderWay(run)
  const isWhole = sample?.contents.checks !== undefined
  const heldBack =
    isWhole && !isBusy && (await inOwnScope(desk, (db) => whyHeldBack(db, desk, sample, newest)))
  return showLettersPage(
    desk,
    { title: texts.proof.title, part: 'proof', errors, ...(status && { status }) },
    <>
      {run && (isBusy || run.kind === 'sample') && <RunStatus desk={desk} run={run} />}
      {heldBack && heldBack !== 'checks-failed' && <NoLongerHolds {...{ desk, heldBack, isRequested }} />}
      {isWhole ? (
        <Proof desk={desk} sample={sample} difference={await differenceOf(desk, sample)} />
      ) : (
        <div class="empty">
          <p>
            <strong>{texts.proof.none}</strong>
          </p>
          <p>{noneHelp(desk, { before, run, isRequested })}</p>
        </div>
      )}
      {!isBusy && !isRequested && may(desk, 'letters.compose') && (
        <TakeSampleOrBefore desk={desk} isFirst={!sample} before={before} />
      )}
      {isWhole && <SampleTable desk={desk} letters={sample.contents.letters} />}
    </>,
  )
}

function differenceOf({ deps, election }: ElectionDesk, { sampleSha256, contents }: TakenSample) {
  return compareSamples(deps, { election, sampleSha256, plates: contents.plates })
}

interface Standing {
  readonly before: Before
  readonly run: LetterRun | undefined
  readonly isRequested: boolean
}

/** What has to happen before there is a proof. */
function noneHelp(desk: ElectionDesk, { before, run, isRequested }: Standing): string {
  const { canTake, canBeTaken, isTaken, noneHelp: first } = texts.proof
  if (run?.kind === 'sample' && isUnderWay(run)) return isTaken
  if (before === 'all-released') return texts.proof.before[before]
  if (before || isBusyOrAsked(run, isRequested)) return first
  return may(desk, 'letters.compose') ? canTake : canBeTaken
}

interface ProofProps {
  readonly desk: ElectionDesk
  readonly sample: TakenSample
  readonly difference: Awaited<ReturnType<typeof differenceOf>>
}

function Proof({ desk, sample, difference }: ProofProps) {
  const { contents, sampleSha256 } = sample
  const { letters, coverage, checks } = contents
  const at = { election: desk.election.code }
  return (
    <>
      <p class="desk-lead">{texts.proof.lead(letters.length, coverage.composed)}</p>
      {may(desk, 'voters.read') && (
        <ButtonLink href={paths.proofLetter({ ...at, place: 1 })}>{texts.proof.start}</ButtonLink>
      )}
      <h2>{texts.proof.code}</h2>
      <p>
        <CodeGroups code={sampleSha256.toString('hex')} />
      </p>
      <p class="quiet">{texts.proof.codeHint}</p>
      <ProofChecks election={desk.election} checks={checks} />
      <ProofDifference election={desk.election} difference={difference} />
      {wrongChecks(checks).length === 0 && (
        <ButtonLink href={paths.release(at)}>{texts.proof.next}</ButtonLink>
      )}
    </>
  )
}

const rowsPerPage = 100

/** Of an address that says after which place: 0, or a place of a letter with others behind it. */
function placeBefore({ context }: ElectionDesk, letters: number): number {
  const asked = context.req.query('na') ?? ''
  return /^[1-9]\d{0,6}$/.test(asked) && Number(asked) < letters ? Number(asked) : 0
}

/** Hundreds of them for a town: after everything that one can press, and some at a time. */
function SampleTable({ desk, letters }: { desk: ElectionDesk; letters: TakenSample['contents']['letters'] }) {
  const { place, number, why, head, letter } = texts.proof
  const at = { election: desk.election.code }
  const after = placeBefore(desk, letters.length)
  const rows = letters
    .slice(after, after + rowsPerPage)
    .map((letter, index) => ({ ...letter, place: after + index + 1 }))
  const last = after + rows.length
  const listAt = (na?: number) => `${withQuery(paths.proof(at), { na })}#brieven`
  const mayLook = may(desk, 'voters.read')
  return (
    <section id="brieven">
      <h2>{texts.proof.list}</h2>
      {rows.length < letters.length && <p>{texts.proof.shown(after + 1, last, letters.length)}</p>}
      <Table
        caption={texts.proof.list}
        hideCaption
        empty={texts.proof.none}
        rows={rows}
        columns={[
          {
            heading: place,
            isRowHeading: true,
            cell: (row) =>
              mayLook ? (
                <a href={paths.proofLetter({ ...at, place: row.place })}>
                  <span class="govuk-visually-hidden">{letter} </span>
                  {row.place}
                </a>
              ) : (
                row.place
              ),
          },
          { heading: head.where, isNumber: true, cell: ({ section }) => section },
          { heading: number, isNumber: true, cell: ({ listNumber }) => listNumber },
          { heading: head.voters, cell: ({ category }) => word(category) },
          { heading: head.language, cell: ({ language }) => word(language) },
          { heading: why, cell: (row) => row.why.map((reason) => reasonWords[reason]).join('; ') },
        ]}
      />
      <Pages
        next={last < letters.length ? listAt(last) : undefined}
        first={after > 0 ? listAt() : undefined}
      />
    </section>
  )
}

function isBusyOrAsked(run: LetterRun | undefined, isRequested: boolean): boolean {
  return isRequested || (run !== undefined && isUnderWay(run))
}

type Before = Awaited<ReturnType<typeof beforeSample>>

function TakeSampleOrBefore({
  desk,
  isFirst,
  before,
}: {
  desk: ElectionDesk
  isFirst: boolean
  before: Before
}) {
  if (!before) return <TakeSample desk={desk} isFirst={isFirst} />
  if (before === 'all-released') return isFirst ? null : <p>{texts.proof.before['all-released']}</p>
  return (
    <ComesFirst desk={desk} step={before === 'list-not-closed' ? 'list' : 'letters'}>
      {texts.proof.before[before]}
    </ComesFirst>
  )
}

function TakeSample({ desk, isFirst }: { desk: ElectionDesk; isFirst: boolean }) {
  return (
    <Form csrf={desk.csrf} action={paths.takeSample({ election: desk.election.code })}>
      {!isFirst && <p class="quiet">{texts.proof.takeAgainHint}</p>}
      <Button kind={isFirst ? 'primary' : 'secondary'}>
        {isFirst ? texts.proof.take : texts.proof.takeAgain}
      </Button>
    </Form>
  )
}

/** Asks for a sample. Asked twice it is one. */
export async function takeSample(desk: ElectionDesk) {
  const { election, staff } = desk
  const asked = await askRun(desk.deps, { election, staff, kind: 'sample' })
  if (!asked.ok && asked.because !== 'already-under-way')
    return showProof(desk, { stap: texts.asked[asked.because]! }, 409)
  return seeOther(desk, paths.proof({ election: election.code }), 'sample-asked')
}
