import {
  authoritiesOf,
  compositionFacts,
  keptUntil,
  type SentComposition,
  selectCompositions,
  sendComposition,
} from '../../../bureaus/index.ts'
import { longDate, momentText } from '../../../platform/dates.ts'
import {
  Button,
  type Column,
  countText,
  type FieldErrors,
  Form,
  Inset,
  SummaryList,
  Table,
} from '../../../platform/http/components/index.ts'
import { type ElectionDesk, inOwnScope, may } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { seeOther, showPage } from '../../show-page.tsx'
import { shareText } from '../area/reach-text.ts'
import { texts as bureauTexts } from '../texts.nl.ts'
import { texts } from './texts.nl.ts'

/** What was handed over of this election: all of it, or for who comes for a court or main bureau what it got. */
export async function showCompositions(desk: ElectionDesk, errors: FieldErrors = {}) {
  const { election, session, deps } = desk
  const { sent, authorities, now } = await inOwnScope(desk, async (db) => ({
    sent: await selectCompositions(db, election, session.authority),
    authorities: await authoritiesOf(db, election),
    now: may(desk, 'bureaus.manage') ? await compositionFacts(db, deps.vault, election) : undefined,
  }))
  const until = keptUntil(election)
  const nameOf = (number: string) =>
    authorities.find(({ enterpriseNumber }) => enterpriseNumber === number)?.name ?? number
  return showPage(
    desk,
    {
      ...{ title: texts.title, caption: election.name, errors },
      trail: [{ href: paths.bureaus({ election: election.code }), text: bureauTexts.title }],
    },
    <>
      <p class="desk-lead">{texts.lead}</p>
      {until && <Inset>{texts.keptUntil(longDate(until, 'nl'))}</Inset>}
      {now && <Now {...now} />}
      {now && now.people > 0 && <Send {...{ desk, authorities, sent }} />}
      <h2>{texts.sent.title}</h2>
      <Table
        caption={texts.sent.title}
        hideCaption
        empty={texts.sent.empty}
        rows={sent}
        columns={columnsFor(election.code, nameOf)}
      />
    </>,
  )
}

function Now({ people, bureaus, digest }: { people: number; bureaus: number; digest: string }) {
  const { title, facts, of, nobody } = texts.now
  return (
    <>
      <h2>{title}</h2>
      {people === 0 ? (
        <div class="empty">{nobody}</div>
      ) : (
        <SummaryList
          facts={[
            { name: facts.people, value: of(countText(people), countText(bureaus)) },
            { name: facts.digest, value: <code>{digest}</code> },
          ]}
        />
      )}
    </>
  )
}

interface SendProps {
  readonly desk: ElectionDesk
  readonly authorities: Awaited<ReturnType<typeof authoritiesOf>>
  readonly sent: readonly SentComposition[]
}

/** Who may get it, with what each got last, and a button for each. */
function Send({ desk, authorities, sent }: SendProps) {
  const words = texts.send
  const lastTo = (number: string) => sent.find(({ enterpriseNumber }) => enterpriseNumber === number)
  const columns: Column<SendProps['authorities'][number]>[] = [
    { heading: words.columns.who, isRowHeading: true, cell: ({ name }) => name },
    { heading: words.columns.what, cell: (granted) => shareText(desk.election, granted) },
    {
      heading: words.columns.last,
      cell: ({ enterpriseNumber }) => {
        const last = lastTo(enterpriseNumber)
        return last ? words.version(last.version, momentText(last.sentAt, 'nl')) : words.never
      },
    },
    { heading: words.columns.opened, cell: ({ enterpriseNumber }) => openedText(lastTo(enterpriseNumber)) },
    {
      heading: words.columns.deed,
      cell: ({ enterpriseNumber, name }) => (
        <Form csrf={desk.csrf} action={paths.compositions({ election: desk.election.code })}>
          <input type="hidden" name="aan" value={enterpriseNumber} />
          <Button kind="secondary">
            {words.button}
            <span class="govuk-visually-hidden"> {words.buttonTo(name)}</span>
          </Button>
        </Form>
      ),
    },
  ]
  return (
    <>
      <h2 id="aan">{words.title}</h2>
      <Table {...{ caption: words.caption, empty: words.none, rows: authorities, columns }} />
    </>
  )
}

export const openedText = (sent: SentComposition | undefined) =>
  sent ? (sent.openedAt ? momentText(sent.openedAt, 'nl') : texts.send.notOpened) : ''

function columnsFor(election: string, nameOf: (number: string) => string): Column<SentComposition>[] {
  const { columns, version } = texts.sent
  return [
    {
      heading: columns.version,
      isRowHeading: true,
      cell: (one) => (
        <a href={paths.composition({ election, composition: one.compositionId })}>
          {version(one.version)}
          <span class="govuk-visually-hidden"> {texts.send.buttonTo(nameOf(one.enterpriseNumber))}</span>
        </a>
      ),
    },
    { heading: columns.to, cell: ({ enterpriseNumber }) => nameOf(enterpriseNumber) },
    { heading: columns.sent, cell: ({ sentAt }) => momentText(sentAt, 'nl') },
    { heading: columns.people, isNumber: true, cell: ({ people }) => countText(people) },
    { heading: columns.opened, cell: openedText },
    { heading: columns.digest, cell: ({ digest }) => <code>{digest.slice(0, 16)}…</code> },
  ]
}

/** Hands it to the court or main bureau that was chosen. */
export async function send(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, form } = desk
  const asked = { election, enterpriseNumber: form.text('aan'), by: staff.staffId }
  const sent = await sendComposition(deps, asked)
  if (!sent.ok) return showCompositions(desk, { aan: texts.send.refused[sent.because] })
  return seeOther(desk, paths.compositions({ election: election.code }), 'composition-sent')
}
