import { type ListKind, outcomes } from '../../../bureaus/index.ts'
import { dayInBelgium, longDate, momentText } from '../../../platform/dates.ts'
import {
  type Column,
  countText,
  type Fact,
  type FieldErrors,
  FilterForm,
  Pages,
  SummaryList,
  Table,
  Tag,
  TextField,
} from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import type { TypedForm } from '../../../platform/http/typed-form.ts'
import { type ElectionDesk, inOwnScope } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { showPage } from '../../show-page.tsx'
import { texts as bureauTexts } from '../texts.nl.ts'
import { Deeds } from './deeds.tsx'
import { DroppedOutOfB, HandedFiles, LastDay } from './handing-over.tsx'
import {
  type ListNow,
  type ListsFacts,
  listsFacts,
  type RoleAcceptance,
  type SectionNow,
} from './lists-facts.ts'
import { texts } from './texts.nl.ts'

/** Of which list a form was sent, and what is wrong in it: both lists have the same fields. */
export interface ListTrouble {
  readonly kind: ListKind
  readonly errors: FieldErrors
  readonly form: TypedForm
}

/** How lists A and B stand: what is there, what is needed, and what comes next. */
export function showLists(desk: ElectionDesk) {
  return listsPage(desk)
}

export async function listsPage(desk: ElectionDesk, trouble?: ListTrouble) {
  const { election, context } = desk
  const typed = context.req.query('komt') ?? ''
  const percent =
    /^\d{1,3}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 100 ? Number(typed) : undefined
  const facts = await inOwnScope(desk, (db) =>
    listsFacts(db, election, { today: dayInBelgium(desk.deps.clock.now()), typed: percent }),
  )
  const trail = [{ href: paths.bureaus({ election: election.code }), text: bureauTexts.title }]
  const deeds = (kind: ListKind) => (
    <Deeds
      {...{ desk, kind, list: facts.lists[kind].list, trouble: trouble?.kind === kind ? trouble : undefined }}
      receivers={facts.receivers}
    />
  )
  return showPage(
    desk,
    { title: texts.title, caption: election.name, trail, errors: trouble?.errors ?? {} },
    <>
      <p class="desk-lead">{texts.lead}</p>
      <LastDay {...{ desk, facts }} />
      <Needed {...{ election: election.code, typed, acceptance: facts.acceptance }} />
      <h2>{texts.names.A}</h2>
      <SummaryList facts={factsOfA(election.code, facts)} />
      <WhyNot facts={facts} />
      <Links election={election.code} />
      <HandedFiles {...{ desk, list: facts.lists.A.list }} />
      {deeds('A')}
      <h2>{texts.names.B}</h2>
      <SummaryList facts={factsOfB(election.code, facts)} />
      <Sections
        {...{
          election: election.code,
          sections: facts.sections,
          percent: typed,
          from: context.req.query('vanaf'),
        }}
      />
      <DroppedOutOfB dropped={facts.dropped} />
      <HandedFiles {...{ desk, list: facts.lists.B.list }} />
      {deeds('B')}
    </>,
  )
}

interface NeededProps {
  readonly election: string
  readonly typed: string
  readonly acceptance: readonly RoleAcceptance[]
}

/** From what follows how many names are needed: what was measured by role, or what somebody types instead. */
function Needed({ election, typed, acceptance }: NeededProps) {
  const { label, button, why, percent, noSeats } = texts.needed
  return (
    <>
      <p>{why}</p>
      <Table
        {...{ caption: texts.measured.caption, rows: [...acceptance], empty: noSeats }}
        columns={measuredColumns}
      />
      <FilterForm {...{ label, button, clear: paths.memberLists({ election }) }}>
        <TextField
          {...{ name: 'komt', label: percent, hint: texts.measured.hint, value: typed }}
          {...{ width: 4, inputmode: 'numeric', maxlength: 3 }}
        />
      </FilterForm>
    </>
  )
}

const measuredColumns: readonly Column<RoleAcceptance>[] = [
  { heading: texts.measured.role, isRowHeading: true, cell: ({ role }) => bureauTexts.roles[role] },
  { heading: texts.measured.percent, isNumber: true, cell: ({ rate }) => countText(Math.round(rate * 100)) },
  { heading: texts.measured.from, cell: (one) => fromText(one) },
  ...outcomes.map((outcome) => ({
    heading: texts.measured.outcomes[outcome],
    isNumber: true,
    cell: ({ counts }: RoleAcceptance) => (counts ? countText(counts[outcome]) : ''),
  })),
]

const fromText = ({ from, mark }: RoleAcceptance) =>
  mark ? `${texts.measured.sources[from]} (${texts.measured.marks[mark]})` : texts.measured.sources[from]

function factsOfA(election: string, { lists, listA, seatsA, neededA }: ListsFacts): Fact[] {
  const { facts, needed } = texts
  return [
    ...factsOfList(election, 'A', lists.A),
    { name: facts.people, value: countText(listA.people) },
    { name: facts.callable, value: countText(listA.callable) },
    {
      name: facts.needed,
      value:
        seatsA === 0 ? (
          needed.noSeats
        ) : (
          <>
            {needed.A(neededA, seatsA)} <Enough there={listA.callable} needed={neededA} />
          </>
        ),
    },
    { name: facts.candidates, value: countText(listA.candidates) },
  ]
}

function Enough({ there, needed }: { there: number; needed: number }) {
  return there >= needed ? (
    <Tag colour="green">{texts.needed.enough}</Tag>
  ) : (
    <Tag colour="yellow">{texts.needed.tooFew(needed - there)}</Tag>
  )
}

function factsOfB(election: string, { lists, sections = [] }: ListsFacts): Fact[] {
  const { facts } = texts
  const places = sections.reduce((sum, one) => sum + one.places, 0)
  const people = sections.reduce((sum, one) => sum + one.people, 0)
  return [
    ...factsOfList(election, 'B', lists.B),
    { name: facts.people, value: countText(places) },
    { name: facts.queue, value: countText(people - places) },
    { name: facts.sections, value: countText(sections.length) },
  ]
}

const colours = { DRAFT: 'grey', ADOPTED: 'blue', SENT: 'green' } as const

/** What the college decided of it, and to whom it went. */
function factsOfList(election: string, kind: ListKind, { list, documents }: ListNow): Fact[] {
  const { facts, states, on } = texts
  const state = list?.state ?? 'DRAFT'
  const shown = (
    <>
      <Tag colour={colours[state]}>{states[state]}</Tag> {list && facts.version(list.version)}
    </>
  )
  return [
    { name: facts.state, value: shown },
    ...(list?.reopenedWhy ? [{ name: facts.reopened, value: list.reopenedWhy }] : []),
    ...(list?.decision
      ? [
          {
            name: facts.decision,
            value: (
              <>
                {on(list.decision, longDate(list.decidedOn!, 'nl'))}
                {documents.has(list.version) && (
                  <p>
                    <a href={paths.listDocument({ election, kind, version: list.version })}>
                      {facts.document}
                    </a>
                  </p>
                )}
              </>
            ),
          },
          { name: facts.hash, value: <code>{list.contentSha256}</code> },
        ]
      : []),
    ...(list?.sentTo ? [{ name: facts.sent, value: on(list.sentTo, longDate(list.sentOn!, 'nl')) }] : []),
    ...(list?.sentToNumber
      ? [
          {
            name: facts.opened,
            value: list.openedAt ? momentText(list.openedAt, 'nl') : facts.notOpened,
          },
        ]
      : []),
  ]
}

function WhyNot({ facts: { listA } }: { facts: ListsFacts }) {
  const { caption, columns, codes } = texts.whyNot
  const rows = Object.entries(listA.whyNot) as [keyof typeof codes, number][]
  if (rows.length === 0) return null
  return (
    <Table
      {...{ caption, rows, empty: '' }}
      columns={[
        { heading: columns.why, isRowHeading: true, cell: ([code]) => codes[code] },
        { heading: columns.count, isNumber: true, cell: ([, count]) => countText(count) },
      ]}
    />
  )
}

function Links({ election }: { election: string }) {
  const { people, uploadA, uploadCandidates, volunteers } = texts.links
  return (
    <ul>
      <li>
        <a href={paths.listA({ election })}>{people}</a>
      </li>
      <li>
        <a href={paths.listFile({ election, what: 'list-a' })}>{uploadA}</a>
      </li>
      <li>
        <a href={paths.listFile({ election, what: 'candidates' })}>{uploadCandidates}</a>
      </li>
      <li>
        <a href={paths.volunteers({ election })}>{volunteers}</a>
      </li>
    </ul>
  )
}

/** A city has hundreds. */
const sectionsOnPage = 100

interface SectionsProps {
  readonly election: string
  readonly sections: ListsFacts['sections']
  /** As it was asked, for the next page. */
  readonly percent: string
  /** The section that the page before ended with. */
  readonly from: string | undefined
}

function Sections({ election, sections = [], percent, from }: SectionsProps) {
  const words = texts.sections
  const rest = sections.filter(({ section }) => section > (Number(from) || 0))
  const rows = rest.slice(0, sectionsOnPage)
  const here = withQuery(paths.memberLists({ election }), { komt: percent || undefined })
  const next = withQuery(paths.memberLists({ election }), {
    komt: percent || undefined,
    vanaf: rows.at(-1)?.section,
  })
  const columns: readonly Column<SectionNow>[] = [
    {
      heading: words.section,
      isRowHeading: true,
      cell: ({ section }) => <a href={paths.listB({ election, section })}>{section}</a>,
    },
    { heading: words.places, isNumber: true, cell: ({ places }) => countText(places) },
    { heading: words.needed, isNumber: true, cell: ({ needed }) => countText(needed) },
    { heading: words.queue, isNumber: true, cell: ({ places, people }) => countText(people - places) },
    { heading: words.state, cell: ({ places, needed }) => <Enough there={places} needed={needed} /> },
  ]
  return (
    <>
      <Table {...{ caption: words.caption, columns, rows, empty: texts.notDrawn }} />
      <Pages next={rest.length > rows.length ? next : undefined} first={from ? here : undefined} />
      <p>
        <a href={paths.draw({ election })}>{texts.links.draw}</a>
      </p>
    </>
  )
}
