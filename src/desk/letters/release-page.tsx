import { refusalsOf, wrongChecks } from '../../letters/index.ts'
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
import { ComesFirst } from '../comes-first.tsx'
import { type ElectionDesk, may } from '../desk.ts'
import { momentText } from '../home/day-texts.ts'
import { paths } from '../paths.ts'
import { showLettersPage } from './letters-frame.tsx'
import { NoLongerHolds } from './no-longer-holds.tsx'
import { NotOpened } from './not-opened.tsx'
import { type NamedRelease, type ReleaseFacts, releaseFacts } from './release-facts.ts'
import { texts } from './release-texts.nl.ts'
import { Requested } from './requested.tsx'
import { standInText } from './stand-in.ts'
import { WhatLeaves } from './what-leaves.tsx'

/** How the release stands, for whoever looks: to ask, to wait, or to decide. */
export async function showRelease(desk: ElectionDesk, errors: FieldErrors = {}, status?: 409) {
  const facts = await releaseFacts(desk)
  const { sample, run, request, releases } = facts
  return showLettersPage(
    desk,
    { title: texts.title, part: 'release', errors, ...(status && { status }) },
    <>
      {request ? (
        <Requested {...{ desk, sample, run, request, releases, errors }} />
      ) : (
        <NotRequested desk={desk} facts={facts} newest={releases[0]} errors={errors} />
      )}
      <History releases={releases} />
    </>,
  )
}

interface NotRequestedProps {
  readonly desk: ElectionDesk
  readonly facts: ReleaseFacts
  readonly newest: NamedRelease | undefined
  readonly errors: FieldErrors
}

function NotRequested({ desk, facts: { sample, releases }, newest, errors }: NotRequestedProps) {
  const at = { election: desk.election.code }
  if (!sample)
    return (
      <>
        <p>{texts.noSample}</p>
        <ButtonLink href={paths.proof(at)}>{texts.toProof}</ButtonLink>
      </>
    )
  const isOfNewest = newest?.sampleSha256.toString('hex') === sample.code
  if (newest?.state === 'released' && isOfNewest) return <Released release={newest} election={at.election} />
  return (
    <>
      {newest?.state === 'refused' && <RefusedBefore release={newest} />}
      <WhatLeaves desk={desk} sample={sample} />
      {wrongChecks(sample.contents.checks ?? []).length > 0 ? (
        <ComesFirst desk={desk} step="proof">
          {texts.because['checks-failed']}
        </ComesFirst>
      ) : sample.heldBack ? (
        <NoLongerHolds desk={desk} heldBack={sample.heldBack} />
      ) : sample.isOpened ? (
        <AskForm
          desk={desk}
          code={sample.code}
          wasRefused={refusalsOf(releases, Buffer.from(sample.code, 'hex')).length > 0}
          errors={errors}
        />
      ) : (
        <NotOpened election={at.election} />
      )}
    </>
  )
}

function RefusedBefore({ release }: { release: NamedRelease }) {
  const { decider, decidedAt, decidedBy, refusalReason } = release
  const say = decidedBy ? texts.refusedBefore : texts.takenBack
  const standIn = standInText(release)
  return (
    <Inset>
      <p>{say(decider, momentText(decidedAt!), refusalReason ?? '')}</p>
      {standIn && <p>{standIn}</p>}
      <p>{texts.next}</p>
    </Inset>
  )
}

interface AskProps {
  readonly desk: ElectionDesk
  readonly code: string
  /** The second person refused these very letters. */
  readonly wasRefused: boolean
  readonly errors: FieldErrors
}

function AskForm({ desk, code, wasRefused, errors }: AskProps) {
  if (!may(desk, 'letters.request-release')) return <p>{texts.ask.noRight}</p>
  return (
    <section>
      <h2>{texts.ask.title}</h2>
      <p>{texts.ask.text}</p>
      <p>{texts.undo}</p>
      <Form csrf={desk.csrf} action={paths.requestRelease({ election: desk.election.code })}>
        <input type="hidden" name="proef" value={code} />
        {wasRefused && (
          <TextArea
            name="opnieuw"
            label={texts.again.label}
            hint={texts.again.hint}
            error={errors.opnieuw}
            value={desk.form.text('opnieuw')}
            rows={3}
            maxlength={500}
          />
        )}
        <Button>{texts.ask.button}</Button>
      </Form>
    </section>
  )
}

function Released({ release, election }: { release: NamedRelease; election: string }) {
  const { hold, letterCount, asker, decider, decidedAt, sampleSha256 } = release
  const standIn = standInText(release)
  return (
    <section>
      <h2>{texts.released.title(letterCount ?? 0)}</h2>
      <p>{texts.released.by(asker, decider, momentText(decidedAt!))}</p>
      <p>{hold ? texts.released.held : texts.released.atOnce}</p>
      <ButtonLink href={paths.deliveries({ election })}>{texts.released.toDelivery}</ButtonLink>
      {standIn && <Inset>{standIn}</Inset>}
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
          {
            heading: head.decided,
            cell: (one) => [one.decider, standInText(one)].filter(Boolean).join('. '),
          },
          { heading: head.code, cell: ({ sampleSha256 }) => sampleSha256.toString('hex').slice(0, 12) },
        ]}
      />
    </Details>
  )
}
