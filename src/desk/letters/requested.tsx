import { isUnderWay, refusalsOf } from '../../letters/index.ts'
import {
  Button,
  ButtonLink,
  Details,
  type FieldErrors,
  Form,
  Inset,
  TextArea,
  Warning,
} from '../../platform/http/components/index.ts'
import { type ElectionDesk, may } from '../desk.ts'
import { momentText } from '../home/day-texts.ts'
import { paths } from '../paths.ts'
import { DecideForm } from './decide-form.tsx'
import { NoLongerHolds } from './no-longer-holds.tsx'
import { NotOpened } from './not-opened.tsx'
import type { NamedRelease, ReleaseFacts, Request } from './release-facts.ts'
import { texts } from './release-texts.nl.ts'
import { HeldBack, Releasing } from './releasing.tsx'
import { glassText, standInText } from './stand-in.ts'
import { WhatLeaves } from './what-leaves.tsx'

interface RequestedProps {
  readonly desk: ElectionDesk
  readonly sample: ReleaseFacts['sample']
  readonly run: ReleaseFacts['run']
  readonly request: Request
  /** All there were, to tell what was refused before. */
  readonly releases: readonly NamedRelease[]
  readonly errors: FieldErrors
}

/** A request that waits: for who asked, for who may decide by whatever right, and for who may not. */
export function Requested({ desk, sample, run, request, releases, errors }: RequestedProps) {
  const isOwn = request.requestedBy === desk.staff.staffId
  const { standing } = request
  const mayDecide = standing.is !== 'same-person' && standing.is !== 'right-missing'
  const { waiting } = texts
  if (request.state === 'approved')
    return (
      <>
        <Glasses request={request} />
        <Releasing desk={desk} run={run} decider={request.decider} decidedAt={request.decidedAt!} />
        {standInText(request) && <p>{standInText(request)}</p>}
        {sample && <WhatLeaves desk={desk} sample={sample} />}
        {!(run && isUnderWay(run)) && (isOwn || mayDecide) && (
          <RefuseForm desk={desk} isOwn={isOwn} errors={errors} />
        )}
      </>
    )
  const asked = momentText(request.requestedAt)
  return (
    <>
      <Glasses request={request} />
      <HeldBack run={run} />
      <Inset>{isOwn ? waiting.own(asked) : waiting.other(request.asker, asked)}</Inset>
      <AskedAgain request={request} releases={releases} />
      {sample && <WhatLeaves desk={desk} sample={sample} />}
      {isOwn && <p>{waiting.say}</p>}
      {!isOwn && standing.is === 'right-missing' && <p>{waiting.noRight}</p>}
      {!isOwn && standing.is === 'same-person' && <p>{waiting.tooNear}</p>}
      {sample?.heldBack && <NoLongerHolds desk={desk} heldBack={sample.heldBack} isRequested />}
      {mayDecide && sample && !sample.heldBack && !sample.isOpened && (
        <NotOpened election={desk.election.code} />
      )}
      {mayDecide && sample?.isOpened && !sample.heldBack && (
        <DecideForm {...{ desk, sample, standing, errors }} />
      )}
      {(isOwn || mayDecide) && <RefuseForm desk={desk} isOwn={isOwn} errors={errors} />}
      <AbsentReleaser desk={desk} request={request} isOwn={isOwn} mayDecide={mayDecide} />
    </>
  )
}

/** What a second person said of these very letters before, and why they are asked for again all the same. */
function AskedAgain({ request, releases }: Pick<RequestedProps, 'request' | 'releases'>) {
  const { askedAgainBecause, asker, sampleSha256 } = request
  if (!askedAgainBecause) return null
  return (
    <section>
      <h2>{texts.again.title}</h2>
      <p>{texts.again.same}</p>
      <ul>
        {refusalsOf(releases, sampleSha256).map(({ decider, decidedAt, refusalReason }) => (
          <li>{texts.refusedBefore(decider, momentText(decidedAt!), refusalReason ?? '')}</li>
        ))}
        <li>
          <strong>{texts.again.because(asker, askedAgainBecause)}</strong>
        </li>
      </ul>
    </section>
  )
}

/** Who broke the glass for this request: everybody sees it, until it is decided and then on the overview. */
function Glasses({ request: { glasses } }: { request: Request }) {
  if (glasses.length === 0) return null
  return (
    <>
      {glasses.map((glass) => (
        <Warning>{glassText(glass)}</Warning>
      ))}
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

interface AbsentProps {
  readonly desk: ElectionDesk
  readonly request: Request
  readonly isOwn: boolean
  readonly mayDecide: boolean
}

/** What to do when nobody who may release is there: a deputy, another role, and at last the glass. */
function AbsentReleaser({ desk, request: { deputies }, isOwn, mayDecide }: AbsentProps) {
  const { summary, text, deputies: who, noDeputy, link, role, glass, toGlass } = texts.absent
  const mayBreak = !isOwn && !mayDecide && deputies.length === 0 && may(desk, 'staff.manage')
  return (
    <Details summary={summary}>
      <p>{text}</p>
      <p>
        {deputies.length > 0 ? who(deputies.join(', ')) : noDeputy} <a href={paths.deputies()}>{link}</a>
      </p>
      <p>{role}</p>
      <p>{glass}</p>
      {mayBreak && (
        <ButtonLink kind="secondary" href={paths.breakGlass({ election: desk.election.code })}>
          {toGlass}
        </ButtonLink>
      )}
    </Details>
  )
}
