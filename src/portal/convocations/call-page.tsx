import { dayInBelgium, longDate, momentText } from '../../platform/dates.ts'
import { Button, ButtonLink, Form } from '../../platform/http/components/index.ts'
import { showPage } from '../frame.tsx'
import type { Language } from '../language.ts'
import { paths } from '../paths.ts'
import type { Portal } from '../portal.ts'
import { TrainingLink } from '../training/training-link.tsx'
import { CallFacts, stateOf, titleOf } from './convocations.tsx'
import { Documents, takeBackIn } from './documents.tsx'
import { mayChangeAccount } from './may-change-account.ts'
import { Messages } from './messages.tsx'
import { isReleased, type MyConvocation } from './my-convocation.ts'
import { type Texts, texts } from './texts.ts'
import type { MyCallCase } from './with-my-call.ts'

/** One call: what it means, until when an excuse is in time, how it stands, and what can be done. */
export function showCall(portal: Portal, call: MyCallCase) {
  const { mine, election, municipality } = call
  const { language } = portal
  const words = texts[language]
  return showPage(
    portal,
    {
      title: titleOf(mine, words),
      caption: election.name,
      municipality,
    },
    <>
      <section class="portal-card">
        <CallFacts {...{ mine, language }} />
      </section>
      <h2>{stateTitleOf(mine, words)}</h2>
      <p>
        <strong>{stateOf(mine, words)}</strong>
      </p>
      <OpenBureau {...{ portal, call }} />
      <Excuse {...{ portal, call }} />
      {mayAnswer(portal, call) && <Choices {...{ portal, call }} />}
      {mayExplain(call) && <Explain {...{ portal, call }} />}
      <TrainingLink {...{ call, language }} />
      {mine.hasServed && <Statement {...{ portal, call }} />}
      {mayChangeAccount(portal, call) && <Account {...{ portal, call }} />}
      {!mine.hasServed && !mine.away && !mine.isOver && !isReleased(mine) && <Duty {...words.duty} />}
      <Messages messages={call.messages} language={language} />
    </>,
  )
}

function stateTitleOf(mine: MyConvocation, words: Texts): string {
  if (mine.hasServed || mine.away || mine.isOver) return words.served.stateTitle
  return isReleased(mine) ? words.released.stateTitle : words.stateTitle
}

function Duty({ title, lines }: Texts['duty']) {
  return (
    <>
      <h2>{title}</h2>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
    </>
  )
}

/** On the day itself, for who chairs: the way to the page where the code on paper is typed. */
function OpenBureau({ portal: { deps, language }, call: { mine, municipality } }: Parts) {
  if (mine.role !== 'CHAIR' || isReleased(mine) || dayInBelgium(deps.clock.now()) !== mine.day) return null
  return (
    <ButtonLink href={paths.openBureau({ municipality: municipality.slug })}>
      {texts[language].openBureau}
    </ButtonLink>
  )
}

/** The account, which can still be changed after polling day, as when a payment bounced. */
function Account({ portal, call: { mine } }: Parts) {
  const { title, change } = texts[portal.language].account
  return (
    <>
      <h2>{title}</h2>
      <ButtonLink kind="secondary" href={paths.changeAccount({ call: mine.assignmentId })}>
        {change}
      </ButtonLink>
    </>
  )
}

function Statement({ portal, call: { mine } }: Parts) {
  const words = texts[portal.language].served
  return (
    <>
      <h2>{words.statement}</h2>
      <p>{words.what}</p>
      <ButtonLink kind="secondary" href={paths.serviceStatement({ call: mine.assignmentId })}>
        {words.download}
      </ButtonLink>
    </>
  )
}

/** A request, or a reason given afterwards, that nobody decided on: documents can still be added. */
export function isRequestOpen({ mine, excuse }: Pick<MyCallCase, 'mine' | 'excuse'>): boolean {
  return excuse?.outcome === null && (mine.reply === 'EXCUSE_PENDING' || excuse.isAfter) && !isReleased(mine)
}

interface Parts {
  readonly portal: Portal
  readonly call: MyCallCase
}

/** Until polling day is over, by who has the call and still has to come. */
export function mayAnswer({ deps }: Pick<Portal, 'deps'>, { mine }: MyCallCase): boolean {
  return (
    mine.isDelivered &&
    !isReleased(mine) &&
    !mine.hasServed &&
    !mine.away &&
    dayInBelgium(deps.clock.now()) <= mine.day
  )
}

/** When polling day is over, or who was absent or late is noted: by who gave no reason yet. */
export function mayExplain({ mine, excuse }: Pick<MyCallCase, 'mine' | 'excuse'>): boolean {
  const { away, isOver, isDelivered, hasServed, isExcusedAfter } = mine
  if (!isDelivered || isReleased(mine) || isExcusedAfter || (excuse && excuse.outcome === null)) return false
  return away ? true : isOver === true && !hasServed
}

function Explain({ portal, call: { mine } }: Parts) {
  const { why, lead, button } = texts[portal.language].away
  return (
    <>
      <h2>{why}</h2>
      <p>{lead}</p>
      <ButtonLink kind="secondary" href={paths.askExcuse({ call: mine.assignmentId })}>
        {button}
      </ButtonLink>
    </>
  )
}

function Choices({ portal, call: { mine, contact } }: Parts) {
  const words = texts[portal.language]
  const address = { call: mine.assignmentId }
  const isPending = mine.reply === 'EXCUSE_PENDING'
  // The municipality can have noted a telephone number of who did not answer yet.
  const isSilent = mine.reply === 'NONE' || mine.reply === 'NO_REPLY'
  return (
    <>
      {!isPending && (
        <>
          <ButtonLink href={paths.answerCall(address)}>
            {contact && !isSilent ? words.answer.change : words.answer.button}
          </ButtonLink>
          <h2>{words.excuse.title}</h2>
          <p>{words.excuse.noDecline}</p>
          <p>{untilText(mine.excuseUntil, portal, words)}</p>
          <ButtonLink kind="secondary" href={paths.askExcuse(address)}>
            {words.excuse.button}
          </ButtonLink>
        </>
      )}
    </>
  )
}

/** Until when it is in time; later it can be asked as well. */
export function untilText(until: Date | undefined, { deps, language }: Portal, { excuse }: Texts): string {
  if (!until) return excuse.late
  const text = momentOrDay(until, language)
  return deps.clock.now() < until ? excuse.until(text) : `${excuse.was(text)} ${excuse.late}`
}

/** The end of a whole day is said as that day. */
function momentOrDay(until: Date, language: Language): string {
  const lastMoment = new Date(until.getTime() - 1)
  return dayInBelgium(lastMoment) === dayInBelgium(until)
    ? momentText(until, language)
    : longDate(dayInBelgium(lastMoment), language)
}

function Excuse({ portal, call }: Parts) {
  const { excuse, mine, documents } = call
  if (!excuse) return null
  const words = texts[portal.language].asked
  const address = { call: mine.assignmentId }
  const isOpen = isRequestOpen(call)
  return (
    <>
      <p>{words.on(momentText(excuse.askedAt, portal.language))}</p>
      {!excuse.inTime && <p>{words.tooLate}</p>}
      {excuse.outcomeReason && (
        <p>
          {words.reason} {excuse.outcomeReason}
        </p>
      )}
      {isOpen && excuse.moreAsked && (
        <p>
          <strong>{words.more}</strong> {excuse.moreAsked}
        </p>
      )}
      {isOpen && excuse.moreAddedAt && <p>{words.moreAdded}</p>}
      {(isOpen || documents.length > 0) && (
        <Documents
          {...{
            documents,
            language: portal.language,
            takeBackFor: isOpen ? takeBackIn(portal, call) : undefined,
          }}
        />
      )}
      {isOpen && <ButtonLink href={paths.addEvidence(address)}>{words.add}</ButtonLink>}
      {isOpen && !excuse.isAfter && (
        <>
          <p>{words.takeBackHint}</p>
          <Form csrf={portal.csrf} action={paths.withdrawExcuse(address)}>
            <Button kind="secondary">{words.takeBack}</Button>
          </Form>
        </>
      )}
    </>
  )
}
