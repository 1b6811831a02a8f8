import { longDate } from '../../platform/dates.ts'
import {
  Button,
  type Column,
  Details,
  type FieldErrors,
  Form,
  Inset,
  Table,
  Tag,
  type TagColour,
} from '../../platform/http/components/index.ts'
import { type Desk, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { DeputyForm } from './deputy-form.tsx'
import { type DeputyState, type KnownPeople, knownPeople, type ShownDeputy } from './known-people.ts'
import { texts } from './texts.nl.ts'

/** Who releases, who stands in for them and when, and the form that names a deputy. */
export async function showDeputies(desk: Desk, errors: FieldErrors = {}) {
  const people = await knownPeople(desk)
  const isPast = ({ state }: ShownDeputy) => state === 'over' || state === 'ended'
  const current = people.deputies.filter((one) => !isPast(one))
  const words = texts.deputies
  return showPage(
    desk,
    { title: texts.title, errors },
    <>
      <p class="desk-lead">{texts.lead}</p>
      <p>{texts.never}</p>
      <h2>{texts.releasers.title}</h2>
      <Releasers people={people} />
      <h2>{words.title}</h2>
      <Table
        hideCaption
        caption={words.title}
        rows={current}
        columns={[...columns, endColumn(desk)]}
        empty={words.empty}
      />
      {current.some(({ state }) => state === 'idle') && <Inset>{texts.idle}</Inset>}
      <h2>{texts.name.title}</h2>
      <DeputyForm {...{ desk, people, errors }} />
      <Details summary={words.pastTitle}>
        <Table
          hideCaption
          caption={words.pastTitle}
          rows={people.deputies.filter(isPast)}
          columns={columns}
          empty={words.pastEmpty}
        />
      </Details>
    </>,
  )
}

function Releasers({ people: { releasers, deputies, labelOf } }: { people: KnownPeople }) {
  const words = texts.releasers
  const standingInFor = (absent: string) =>
    deputies
      .filter((one) => one.absent === absent && one.state === 'now')
      .map(({ deputyName }) => deputyName)
      .join(', ')
  return (
    <>
      <Table
        hideCaption
        caption={words.title}
        rows={releasers}
        columns={[
          { heading: words.name, isRowHeading: true, cell: labelOf },
          { heading: words.now, cell: ({ staffId }) => standingInFor(staffId) || words.nobody },
        ]}
        empty={words.empty}
      />
      {releasers.length > 0 && <p class="quiet">{words.note}</p>}
    </>
  )
}

const colours: Readonly<Record<DeputyState, TagColour>> = {
  ...{ now: 'green', later: 'blue', over: 'grey', ended: 'grey', idle: 'yellow' },
}

const columns: readonly Column<ShownDeputy>[] = [
  { heading: texts.deputies.who, isRowHeading: true, cell: ({ deputyName }) => deputyName },
  { heading: texts.deputies.absent, cell: ({ absentName }) => absentName },
  {
    heading: texts.deputies.period,
    cell: ({ from, until }) => (
      <span class="breaks">{texts.deputies.until(longDate(from, 'nl'), longDate(until, 'nl'))}</span>
    ),
  },
  { heading: texts.deputies.reason, cell: ({ reason }) => reason },
  { heading: texts.deputies.namedBy, cell: ({ namedByName }) => namedByName },
  {
    heading: texts.deputies.state,
    cell: ({ state }) => <Tag colour={colours[state]}>{texts.states[state]}</Tag>,
  },
]

function endColumn(desk: Desk): Column<ShownDeputy> {
  const { staffId } = desk.staff
  return {
    heading: texts.deputies.end,
    cell: ({ deputyId, deputy, absent, deputyName, absentName }) =>
      (may(desk, 'staff.manage') || deputy === staffId || absent === staffId) && (
        <Form csrf={desk.csrf} action={paths.endDeputy()}>
          <input type="hidden" name="vervanging" value={deputyId} />
          <Button kind="secondary">
            {texts.deputies.end}{' '}
            <span class="govuk-visually-hidden">{texts.deputies.endOf(deputyName, absentName)}</span>
          </Button>
        </Form>
      ),
  }
}
