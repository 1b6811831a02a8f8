import { getSections } from '../../elections/index.ts'
import {
  Button,
  type FieldErrors,
  Form,
  Inset,
  SummaryList,
  Table,
} from '../../platform/http/components/index.ts'
import {
  addressForOthers,
  correctionOf,
  type ValueColumn,
  valueColumns,
  valuesOf,
} from '../../voters/index.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'
import { type Amending, amendAsSeen, decisionFrom, lookAhead } from './amend.ts'
import { BeforeDeed } from './before-deed.tsx'
import { BackToVoter, showCorrectionsPage, showNobody } from './corrections-frame.tsx'
import { DecisionFields, decisionFacts } from './decision-fields.tsx'
import { doneCode } from './done-code.ts'
import { fullName, nameVoter, type Opened, openToAmend } from './open-to-amend.ts'
import { texts } from './texts.nl.ts'
import { ValueFields, valuesFrom, valueText } from './value-fields.tsx'

const said = texts.correct

/** What the list says of the voter, to be typed otherwise; and then what that would do. */
export async function showCorrect(desk: ElectionDesk) {
  const opened = await openToAmend(desk)
  if (!opened) return showNobody(desk, said.title)
  if (desk.form.text('stap') !== 'kijk') return fillPage(desk, opened)
  const look = await lookAhead(desk, askedOf(desk, opened))
  return look.ok ? lookPage(desk, opened, look) : fillPage(desk, opened, look.errors)
}

/** Corrects the voter, when that does what was shown. */
export async function correct(desk: ElectionDesk) {
  const opened = await openToAmend(desk)
  if (!opened) return showNobody(desk, said.title)
  const done = await amendAsSeen(desk, askedOf(desk, opened))
  if (!done.ok) return fillPage(desk, opened, done.errors)
  if (done.ok === 'changed') return lookPage(desk, opened, done.now, true)
  return seeOther(desk, paths.corrections({ election: desk.election.code }), doneCode('correct', done.fate))
}

function changesOf(desk: ElectionDesk, { voter }: Opened) {
  const before = valuesOf(voter)
  return correctionOf(before, valuesFrom(desk, before))
}

function askedOf(desk: ElectionDesk, opened: Opened) {
  const { voter, letters } = opened
  const cells = { kind: 'correct', ...nameVoter(voter), ...decisionFrom(desk), ...changesOf(desk, opened) }
  return { cells, letters }
}

async function fillPage(desk: ElectionDesk, opened: Opened, errors: FieldErrors = {}) {
  const { voter } = opened
  const { municipalityId, electionId, code } = desk.election
  const sections = await inOwnScope(desk, (db) => getSections(db, municipalityId, electionId))
  return showCorrectionsPage(
    desk,
    { title: said.title, errors },
    <>
      <p class="desk-lead">{said.lead(fullName(voter))}</p>
      {!addressForOthers(voter) && <Inset>{said.protected}</Inset>}
      <Form csrf={desk.csrf} action={paths.voterCorrect({ election: code })}>
        <input type="hidden" name="kiezer" value={voter.voterId} />
        <input type="hidden" name="reden" value={desk.form.text('reden')} />
        <input type="hidden" name="stap" value="kijk" />
        <ValueFields {...{ desk, sections, errors }} before={valuesOf(voter)} />
        <DecisionFields desk={desk} kind="correct" errors={errors} />
        <Button>{texts.look}</Button>
      </Form>
      <BackToVoter desk={desk} />
    </>,
  )
}

function lookPage(
  desk: ElectionDesk,
  opened: Opened,
  look: Extract<Amending, { ok: true }>,
  isChanged = false,
) {
  const at = { election: desk.election.code }
  const ways = { deed: paths.voterCorrectNow(at), back: paths.voterCorrect(at) }
  return showCorrectionsPage(
    desk,
    { title: said.lookTitle, ...(isChanged && { status: 409 as const }) },
    <BeforeDeed {...{ desk, look, kind: 'correct', ...ways, isChanged }}>
      <Changes desk={desk} opened={opened} />
      <SummaryList facts={decisionFacts(desk)} />
    </BeforeDeed>,
  )
}

/** What stood there beside what will stand there. What the address was of a voter whose address is protected is not shown. */
function Changes({ desk, opened }: { desk: ElectionDesk; opened: Opened }) {
  const changes = changesOf(desk, opened)
  const [before, after] = [valuesOf(opened.voter), valuesFrom(desk, valuesOf(opened.voter))]
  const shown = (name: ValueColumn, value: string) => valueText(name, value) || said.empty
  return (
    <Table
      caption={said.changes(fullName(opened.voter))}
      columns={[
        { heading: said.what, isRowHeading: true, cell: (name) => texts.values.columns[name] },
        { heading: said.was, cell: (name) => shown(name, before[name]) },
        { heading: said.becomes, cell: (name) => shown(name, after[name]) },
      ]}
      rows={valueColumns.filter((name) => name in changes)}
      empty=""
    />
  )
}
