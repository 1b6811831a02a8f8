import {
  isOpen,
  isUnderWay,
  type LetterRun,
  latestRun,
  latestSample,
  type Release,
  releasesOf,
  type SampleContents,
  wasOpenedBy,
} from '../../letters/index.ts'
import { staffNameOf } from '../../municipalities/index.ts'
import {
  Button,
  ButtonLink,
  CodeGroups,
  Details,
  type FieldErrors,
  Form,
  Inset,
  Table,
  TextArea,
  Warning,
} from '../../platform/http/components/index.ts'
import { type ElectionDesk, inOwnScope, may } from '../desk.ts'
import { momentText } from '../home/day-texts.ts'
import { paths } from '../paths.ts'
import { DecideForm } from './decide-form.tsx'
import { showLettersPage } from './letters-frame.tsx'
import { texts } from './release-texts.nl.ts'
import { HeldBack, Releasing } from './releasing.tsx'
import { WhatLeaves } from './what-leaves.tsx'

interface NamedRelease extends Release {
  readonly asker: string
  readonly decider: string
}

export interface ReleaseFacts {
  readonly sample:
    | { readonly code: string; readonly contents: SampleContents; readonly isOpened: boolean }
    | undefined
  /** Newest first. */
  readonly releases: readonly NamedRelease[]
  /** What a worker does with the letters, or did last. */
  readonly run: LetterRun | undefined
}

/** How the release stands, for whoever looks: to ask, to wait, or to decide. */
export async function showRelease(desk: ElectionDesk, errors: FieldErrors = {}, status?: 409) {
  const facts = await factsOf(desk)
  const [newest] = facts.releases
  return showLettersPage(
    desk,
    { title: texts.title, part: 'release', errors, ...(status && { status }) },
    <>
      {isOpen(newest) && newest ? (
        <Requested desk={desk} facts={facts} request={newest} errors={errors} />
      ) : (
        <NotRequested desk={desk} facts={facts} newest={newest} />
      )}
      <History releases={facts.releases} />
    </>,
  )
}

function factsOf(desk: ElectionDesk): Promise<ReleaseFacts> {
  const { municipalityId, electionId } = desk.election
  const { staffId } = desk.staff
  return inOwnScope(desk, async (db) => {
    const nameOf = async (id: string | null) => (id && (await staffNameOf(db, municipalityId, id))) || '–'
    const run = await latestRun(db, municipalityId, electionId)
    const sample = await latestSample(db, municipalityId, electionId)
    const releases: NamedRelease[] = []
    for (const one of await releasesOf(db, municipalityId, electionId))
      releases.push({
        ...one,
        asker: await nameOf(one.requestedBy),
        decider: await nameOf(one.decidedBy ?? (one.state === 'refused' ? one.requestedBy : null)),
      })
    if (!sample) return { sample: undefined, releases, run }
    const { sampleSha256 } = sample
    const isOpened = await wasOpenedBy(db, municipalityId, electionId, { sampleSha256, staffId })
    const contents = sample.contents as SampleContents
    return { sample: { code: sampleSha256.toString('hex'), contents, isOpened }, releases, run }
  })
}

interface NotRequestedProps {
  readonly desk: ElectionDesk
  readonly facts: ReleaseFacts
  readonly newest: NamedRelease | undefined
}

function NotRequested({ desk, facts: { sample }, newest }: NotRequestedProps) {
  const at = { election: desk.election.code }
  if (!sample)
    return (
      <>
        <p>{texts.noSample}</p>
        <ButtonLink href={paths.proof(at)}>{texts.toProof}</ButtonLink>
      </>
    )
  const isOfNewest = newest?.sampleSha256.toString('hex') === sample.code
  if (newest?.state === 'released' && isOfNewest) return <Released release={newest} />
  return (
    <>
      {newest?.state === 'refused' && <RefusedBefore release={newest} />}
      <WhatLeaves desk={desk} sample={sample} />
      {sample.isOpened ? <AskForm desk={desk} code={sample.code} /> : <NotOpened election={at.election} />}
    </>
  )
}

function RefusedBefore({ release }: { release: NamedRelease }) {
  const { decider, decidedAt, decidedBy, refusalReason } = release
  const say = decidedBy ? texts.refusedBefore : texts.takenBack
  return (
    <Inset>
      <p>{say(decider, momentText(decidedAt!), refusalReason ?? '')}</p>
      <p>{texts.next}</p>
    </Inset>
  )
}

function AskForm({ desk, code }: { desk: ElectionDesk; code: string }) {
  if (!may(desk, 'letters.request-release')) return <p>{texts.ask.noRight}</p>
  return (
    <section>
      <h2>{texts.ask.title}</h2>
      <p>{texts.ask.text}</p>
      <p>{texts.undo}</p>
      <Form csrf={desk.csrf} action={paths.requestRelease({ election: desk.election.code })}>
        <input type="hidden" name="proef" value={code} />
        <Button>{texts.ask.button}</Button>
      </Form>
    </section>
  )
}

function NotOpened({ election }: { election: string }) {
  return (
    <>
      <p>{texts.notOpenedYet}</p>
      <ButtonLink href={paths.proof({ election })}>{texts.openProof}</ButtonLink>
    </>
  )
}

interface RequestedProps {
  readonly desk: ElectionDesk
  readonly facts: ReleaseFacts
  readonly request: NamedRelease
  readonly errors: FieldErrors
}

function Requested({ desk, facts: { sample, run }, request, errors }: RequestedProps) {
  const isOwn = request.requestedBy === desk.staff.staffId
  const mayRelease = may(desk, 'letters.release')
  const { waiting } = texts
  if (request.state === 'approved')
    return (
      <>
        <Releasing desk={desk} run={run} decider={request.decider} decidedAt={request.decidedAt!} />
        {sample && <WhatLeaves desk={desk} sample={sample} />}
        {!(run && isUnderWay(run)) && (isOwn || mayRelease) && (
          <RefuseForm desk={desk} isOwn={isOwn} errors={errors} />
        )}
      </>
    )
  const asked = momentText(request.requestedAt)
  return (
    <>
      <Inset>{isOwn ? waiting.own(asked) : waiting.other(request.asker, asked)}</Inset>
      <HeldBack run={run} />
      {sample && <WhatLeaves desk={desk} sample={sample} />}
      {isOwn && <p>{waiting.say}</p>}
      {!isOwn && !mayRelease && <p>{waiting.noRight}</p>}
      {!isOwn && mayRelease && sample && !sample.isOpened && <NotOpened election={desk.election.code} />}
      {!isOwn && mayRelease && sample?.isOpened && <DecideForm desk={desk} sample={sample} errors={errors} />}
      {(isOwn || mayRelease) && <RefuseForm desk={desk} isOwn={isOwn} errors={errors} />}
      <AbsentReleaser />
    </>
  )
}

function RefuseForm({ desk, isOwn, errors }: { desk: ElectionDesk; isOwn: boolean; errors: FieldErrors }) {
  const { title, own, reason, ownReason, hint, button, ownButton } = texts.refuse
  return (
    <section>
      <h2>{isOwn ? own : title}</h2>
      <Form csrf={desk.csrf} action={paths.refuseRelease({ election: desk.election.code })}>
        <TextArea
          name="reason"
          label={isOwn ? ownReason : reason}
          hint={isOwn ? undefined : hint}
          error={errors.reason}
          value={desk.form.text('reason')}
          rows={3}
          maxlength={500}
        />
        <Button kind="secondary">{isOwn ? ownButton : button}</Button>
      </Form>
    </section>
  )
}

/** Where it stands what to do when nobody who may release is there. */
function AbsentReleaser() {
  return (
    <Details summary={texts.absent.summary}>
      <p>{texts.absent.text}</p>
    </Details>
  )
}

function Released({ release }: { release: NamedRelease }) {
  const { letterCount, asker, decider, decidedAt, sampleSha256 } = release
  return (
    <section>
      <h2>{texts.released.title(letterCount ?? 0)}</h2>
      <p>{texts.released.by(asker, decider, momentText(decidedAt!))}</p>
      <p>
        <CodeGroups code={sampleSha256.toString('hex')} />
      </p>
      <Warning>{texts.noUndo}</Warning>
    </section>
  )
}

function History({ releases }: { releases: readonly NamedRelease[] }) {
  if (releases.length === 0) return null
  const { head, states } = texts
  return (
    <Details summary={texts.history}>
      <Table
        caption={texts.history}
        hideCaption
        empty=""
        rows={releases}
        columns={[
          { heading: head.when, isRowHeading: true, cell: ({ requestedAt }) => momentText(requestedAt) },
          { heading: head.state, cell: ({ state }) => states[state] },
          { heading: head.asked, cell: ({ asker }) => asker },
          { heading: head.decided, cell: ({ decider }) => decider },
          { heading: head.code, cell: ({ sampleSha256 }) => sampleSha256.toString('hex').slice(0, 12) },
        ]}
      />
    </Details>
  )
}
