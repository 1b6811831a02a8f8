import {
  Button,
  countText,
  type FieldErrors,
  Form,
  SummaryList,
} from '../../platform/http/components/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'
import { type Amending, amendAsSeen, decisionFrom, lookAhead } from './amend.ts'
import { BeforeDeed } from './before-deed.tsx'
import { BackToVoter, showCorrectionsPage, showNobody } from './corrections-frame.tsx'
import { DecisionFields, decisionFacts } from './decision-fields.tsx'
import { doneCode } from './done-code.ts'
import { fullName, nameVoter, type Opened, openToAmend } from './open-to-amend.ts'
import { texts } from './texts.nl.ts'

const said = texts.strike

/** On what the strike rests, and then what it would do. */
export async function showStrike(desk: ElectionDesk) {
  const opened = await openToAmend(desk)
  if (!opened) return showNobody(desk, said.title)
  if (desk.form.text('stap') !== 'kijk') return fillPage(desk, opened)
  const look = await lookAhead(desk, askedOf(desk, opened))
  return look.ok ? lookPage(desk, opened, look) : fillPage(desk, opened, look.errors)
}

/** Strikes the voter, when that does what was shown. */
export async function strike(desk: ElectionDesk) {
  const opened = await openToAmend(desk)
  if (!opened) return showNobody(desk, said.title)
  const done = await amendAsSeen(desk, askedOf(desk, opened))
  if (!done.ok) return fillPage(desk, opened, done.errors)
  if (done.ok === 'changed') return lookPage(desk, opened, done.now, true)
  return seeOther(desk, paths.corrections({ election: desk.election.code }), doneCode('strike', done.fate))
}

function askedOf(desk: ElectionDesk, { voter, letters }: Opened) {
  return { cells: { kind: 'strike', ...nameVoter(voter), ...decisionFrom(desk) }, letters }
}

function WhoItIs({ opened: { voter } }: { opened: Opened }) {
  const { name, listNumber, section } = texts.who
  return (
    <SummaryList
      facts={[
        { name, value: fullName(voter) },
        { name: listNumber, value: countText(voter.listNumber) },
        { name: section, value: String(voter.section) },
      ]}
    />
  )
}

function fillPage(desk: ElectionDesk, opened: Opened, errors: FieldErrors = {}) {
  return showCorrectionsPage(
    desk,
    { title: said.title, errors },
    <>
      <p class="desk-lead">{said.lead}</p>
      <WhoItIs opened={opened} />
      <Form csrf={desk.csrf} action={paths.voterStrike({ election: desk.election.code })}>
        <input type="hidden" name="kiezer" value={opened.voter.voterId} />
        <input type="hidden" name="reden" value={desk.form.text('reden')} />
        <input type="hidden" name="stap" value="kijk" />
        <DecisionFields desk={desk} kind="strike" errors={errors} />
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
  const ways = { deed: paths.voterStrikeNow(at), back: paths.voterStrike(at) }
  return showCorrectionsPage(
    desk,
    { title: said.lookTitle, ...(isChanged && { status: 409 as const }) },
    <BeforeDeed {...{ desk, look, kind: 'strike', ...ways, isChanged }}>
      <WhoItIs opened={opened} />
      <SummaryList facts={decisionFacts(desk)} />
    </BeforeDeed>,
  )
}
