import { isDeepStrictEqual } from 'node:util'
import { type Election, type ElectionDocument, electionDocument } from '../../elections/index.ts'
import {
  Button,
  ButtonGroup,
  type Column,
  Form,
  Inset,
  type Link,
  SummaryList,
  Table,
} from '../../platform/http/components/index.ts'
import type { Desk, ElectionDesk } from '../desk.ts'
import { showPage } from '../show-page.tsx'
import { factsOf, LegalDays } from './election-facts.tsx'
import { texts } from './texts.nl.ts'

/** Where the whole file travels in a form, and what the button that was pressed asks. */
export const documentField = 'document'
export const pressed = { name: 'knop', confirm: 'doe', edit: 'verder' } as const

interface Preview {
  readonly election: Election
  readonly document: ElectionDocument
  /** The election as it is; absent: it is not there yet. */
  readonly before?: Election
  /** Where the form goes. */
  readonly action: string
  readonly trail: readonly Link[]
}

const { preview: said } = texts

/** What an election would be, with its calendar, before anything is written. */
export function showPreview(desk: Desk | ElectionDesk, preview: Preview) {
  const { election, before, trail } = preview
  const [title, lead] = before ? [said.changeTitle, said.nothingChanged] : [said.addTitle, said.nothingYet]
  return showPage(
    desk,
    { title, caption: election.name, trail },
    <>
      <Inset>{lead}</Inset>
      {before ? <Differences before={before} {...preview} /> : <SummaryList facts={factsOf(election)} />}
      <Decide desk={desk} {...preview} />
      <h2>{said.calendar}</h2>
      <p>{said.calendarLead}</p>
      <LegalDays election={election} now={desk.deps.clock.now()} />
    </>,
  )
}

interface Difference {
  readonly name: string
  readonly was: string
  readonly is: string
}

/** Fact by fact; what has no fact of its own, such as a text of the law, is one line. */
function differencesOf(before: Election, { election, document }: Preview): Difference[] {
  const [was, is] = [before, election].map(
    (one) => new Map(factsOf(one).map((fact) => [fact.name, fact.value])),
  )
  const names = [...new Set([...was!.keys(), ...is!.keys()])]
  const changed = names
    .map((name) => ({ name, was: was!.get(name) ?? '—', is: is!.get(name) ?? '—' }))
    .filter((one) => one.was !== one.is)
  if (changed.length > 0 || isSame(before, document)) return changed
  return [{ name: said.otherPart, was: said.otherWas, is: said.otherIs }]
}

/** Nothing would be written otherwise. */
export function isSame(before: Election, document: ElectionDocument): boolean {
  return isDeepStrictEqual(
    JSON.parse(JSON.stringify(electionDocument(before))),
    JSON.parse(JSON.stringify(document)),
  )
}

const columns: readonly Column<Difference>[] = [
  { heading: said.what, cell: ({ name }) => name, isRowHeading: true },
  { heading: said.was, cell: ({ was }) => was },
  { heading: said.is, cell: ({ is }) => is },
]

function Differences(preview: Preview & { before: Election }) {
  const rows = differencesOf(preview.before, preview)
  return <Table {...{ caption: said.differences, columns, rows, empty: '' }} />
}

/** Each button has a form of its own, which carries the whole file along: nothing is kept in between. */
function Decide({ desk, document, before, action }: Preview & { desk: Pick<Desk, 'csrf'> }) {
  const carried = JSON.stringify(document)
  const choices = [
    { value: pressed.confirm, text: before ? said.change : said.add, kind: 'primary' },
    { value: pressed.edit, text: said.edit, kind: 'secondary' },
  ] as const
  return (
    <ButtonGroup>
      {choices.map(({ value, text, kind }) => (
        <Form csrf={desk.csrf} action={action}>
          <input type="hidden" name={documentField} value={carried} />
          <Button {...{ kind, name: pressed.name, value }}>{text}</Button>
        </Form>
      ))}
    </ButtonGroup>
  )
}
