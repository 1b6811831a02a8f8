import { type AttemptOnTimeline, showTimeline, type Timeline } from '../../delivery/index.ts'
import { type LetterRow, showLetters } from '../../letters/index.ts'
import {
  Button,
  type FieldErrors,
  Form,
  SummaryList,
  Table,
  TextField,
} from '../../platform/http/components/index.ts'
import type { DocumentId } from '../../platform/ids.ts'
import type { ElectionDesk } from '../desk.ts'
import { momentText } from '../home/day-texts.ts'
import { paths } from '../paths.ts'
import { texts as voterTexts } from '../voters/search-texts.nl.ts'
import { showDeliveryPage } from './delivery-page.tsx'
import { texts } from './letter-texts.nl.ts'
import { reasonText, todoOf } from './reason-texts.nl.ts'
import { texts as common } from './texts.nl.ts'
import { campaignsOf } from './with-campaign.ts'

const answers = voterTexts.voter.outcomes

interface Found {
  readonly letter: LetterRow
  readonly timeline: Timeline | undefined
}

/** What happened to the letter of one voter, by the number on the list, which is typed and in no address. */
export function showOneLetter(desk: ElectionDesk, errors: FieldErrors = {}, found: readonly Found[] = []) {
  return showDeliveryPage(
    desk,
    { title: texts.title, errors },
    <>
      <p class="desk-text">{texts.lead}</p>
      <Form csrf={desk.csrf} action={paths.oneLetter({ election: desk.election.code })}>
        <TextField
          name="nummer"
          label={texts.label}
          inputmode="numeric"
          width={10}
          value={desk.form.text('nummer')}
          error={errors.nummer}
        />
        <Button>{texts.button}</Button>
      </Form>
      {found.map((one) => (
        <OneLetter {...one} />
      ))}
    </>,
  )
}

export async function findOneLetter(desk: ElectionDesk) {
  const typed = desk.form.text('nummer')
  if (!/^[1-9]\d{0,6}$/.test(typed)) return showOneLetter(desk, { nummer: texts.notANumber })
  const by = desk.staff.staffId
  const letters = await showLetters(desk.deps, { election: desk.election, listNumber: Number(typed), by })
  if (letters.length === 0) return showOneLetter(desk, { nummer: texts.unknown })
  const campaigns = await campaignsOf(desk)
  const found: Found[] = []
  for (const letter of letters) {
    let timeline: Timeline | undefined
    const documentId = letter.letter_id as string as DocumentId
    for (const { municipalityId, campaignId } of campaigns)
      timeline ??= await showTimeline(desk.deps, { municipalityId, campaignId, documentId, by })
    found.push({ letter, timeline })
  }
  return showOneLetter(desk, {}, found)
}

function OneLetter({ letter, timeline }: Found) {
  const heading = texts.version(letter.version, texts.letterStates[letter.state])
  if (!timeline)
    return (
      <>
        <h2>{heading}</h2>
        <p>{texts.notHandedOver}</p>
      </>
    )
  const { state, reason, finishedAt, openedAt, receipt, documentSha256, mailboxKey, seenReadAt } = timeline
  const fact = (name: string, value: string | false | null | undefined) => (value ? [{ name, value }] : [])
  return (
    <>
      <h2>{heading}</h2>
      <SummaryList
        facts={[
          { name: texts.outcome, value: <strong>{common.outcomes[state]}</strong> },
          ...fact(texts.because, reason && `${reasonText(reason).means} (${reason})`),
          ...fact(texts.todo, reason && todoOf({ state, reason })),
          { name: texts.released, value: momentText(openedAt) },
          ...fact(texts.finished, finishedAt && momentText(finishedAt)),
          ...fact(texts.next, state === 'waiting' && momentText(timeline.nextAttemptAt)),
          { name: texts.read, value: seenReadAt ? momentText(seenReadAt) : texts.notSeenRead },
          { name: texts.receipt, value: receipt ?? texts.noReceipt },
          { name: texts.key, value: <code>{mailboxKey}</code> },
          { name: texts.sha256, value: <code class="breaks">{documentSha256.toString('hex')}</code> },
        ]}
      />
      <Attempts attempts={timeline.timeline} />
    </>
  )
}

function Attempts({ attempts }: { attempts: readonly AttemptOnTimeline[] }) {
  return (
    <Table
      caption={texts.attempts}
      rows={attempts}
      empty={texts.noAttempts}
      columns={[
        { heading: texts.attempt, isNumber: true, cell: ({ attempt }) => attempt },
        { heading: texts.started, cell: ({ startedAt }) => momentText(startedAt) },
        {
          heading: texts.answered,
          cell: ({ answeredAt }) => (answeredAt ? momentText(answeredAt) : texts.noAnswer),
        },
        {
          heading: texts.answer,
          cell: ({ outcome, httpStatus, code, detail }) =>
            [answers[outcome ?? ''] ?? outcome, httpStatus && `HTTP ${httpStatus}`, code, detail]
              .filter(Boolean)
              .join(', ') || texts.noAnswer,
        },
        { heading: texts.route, cell: ({ route }) => route ?? '–' },
        {
          heading: texts.request,
          cell: ({ traceId, partyTraceId }) => (
            <>
              <code>{traceId}</code>
              {partyTraceId && (
                <>
                  <br />
                  {texts.theirs} <code>{partyTraceId}</code>
                </>
              )}
            </>
          ),
        },
      ]}
    />
  )
}
