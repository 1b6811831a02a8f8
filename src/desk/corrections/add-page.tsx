import { getSections } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { Button, type FieldErrors, Form, Inset, SummaryList } from '../../platform/http/components/index.ts'
import { currentList, valueColumns } from '../../voters/index.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'
import { type Amending, amendAsSeen, decisionFrom, lookAhead } from './amend.ts'
import { BeforeDeed } from './before-deed.tsx'
import { showCorrectionsPage } from './corrections-frame.tsx'
import { DecisionFields, decisionFacts } from './decision-fields.tsx'
import { texts } from './texts.nl.ts'
import { ValueFields, valuesFrom, valueText } from './value-fields.tsx'

const said = texts.add

/** Who comes on the list, and on what that rests; and then what it would do. */
export async function showAdd(desk: ElectionDesk) {
  if (desk.form.text('stap') !== 'kijk') return fillPage(desk)
  await noteCheck(desk)
  const look = await lookAhead(desk, askedOf(desk))
  return look.ok ? lookPage(desk, look) : fillPage(desk, look.errors)
}

/** Puts the voter on the list, when that does what was shown. */
export async function add(desk: ElectionDesk) {
  const done = await amendAsSeen(desk, askedOf(desk))
  if (!done.ok) return fillPage(desk, done.errors)
  if (done.ok === 'changed') return lookPage(desk, done.now, true)
  return seeOther(desk, paths.corrections({ election: desk.election.code }), 'voter-added')
}

/** The answer says whether somebody is on the list: that it was asked is written down, as any search is. */
function noteCheck(desk: ElectionDesk) {
  const { election, staff } = desk
  const { municipalityId, electionId } = election
  const event = {
    municipalityId,
    actor: staff.staffId,
    action: 'voters.addition-checked',
    subject: electionId,
  }
  return inOwnScope(desk, (db) => recordAudit(db, { ...event, details: {} }))
}

function askedOf(desk: ElectionDesk) {
  return { cells: { kind: 'add', ...valuesFrom(desk, {}), ...decisionFrom(desk) }, letters: [] }
}

async function fillPage(desk: ElectionDesk, errors: FieldErrors = {}) {
  const { municipalityId, electionId, code } = desk.election
  const { list, sections } = await inOwnScope(desk, async (db) => ({
    list: await currentList(db, municipalityId, electionId),
    sections: await getSections(db, municipalityId, electionId),
  }))
  if (list?.state !== 'closed')
    return showCorrectionsPage(desk, { title: said.title }, <Inset>{texts.refused['list-not-closed']}</Inset>)
  return showCorrectionsPage(
    desk,
    { title: said.title, errors },
    <>
      <p class="desk-lead">{said.lead}</p>
      <Form csrf={desk.csrf} action={paths.voterAdd({ election: code })}>
        <input type="hidden" name="stap" value="kijk" />
        <ValueFields {...{ desk, sections, errors }} before={{}} withNumber />
        <DecisionFields desk={desk} kind="add" errors={errors} />
        <Button>{texts.look}</Button>
      </Form>
    </>,
  )
}

function lookPage(desk: ElectionDesk, look: Extract<Amending, { ok: true }>, isChanged = false) {
  const at = { election: desk.election.code }
  const values = valuesFrom(desk, {})
  const facts = valueColumns
    .filter((name) => values[name])
    .map((name) => ({ name: texts.values.columns[name], value: valueText(name, values[name]) }))
  return showCorrectionsPage(
    desk,
    { title: said.lookTitle, ...(isChanged && { status: 409 as const }) },
    <BeforeDeed
      {...{ desk, look, kind: 'add', isChanged }}
      deed={paths.voterAddNow(at)}
      back={paths.voterAdd(at)}
    >
      <SummaryList facts={facts} />
      <SummaryList facts={decisionFacts(desk)} />
    </BeforeDeed>,
  )
}
