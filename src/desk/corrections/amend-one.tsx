import type { Child } from 'hono/jsx'
import { Button, type FieldErrors, Form, SummaryList } from '../../platform/http/components/index.ts'
import type { Path } from '../../platform/http/path.ts'
import type { MutationCells } from '../../voters/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'
import { type Amending, amendAsSeen, decisionFrom, lookAhead } from './amend.ts'
import { BeforeDeed } from './before-deed.tsx'
import { BackToVoter, showCorrectionsPage, showNobody } from './corrections-frame.tsx'
import { DecisionFields, decisionFacts } from './decision-fields.tsx'
import { doneCode } from './done-code.ts'
import { nameVoter, type Opened, openToAmend } from './open-to-amend.ts'
import { texts } from './texts.nl.ts'

type ElectionPath = Path<`/loket/verkiezing/:election/${string}`>

/** What sets one kind of amendment of a voter apart; `amendOne` makes its pages. */
interface Kind {
  readonly kind: 'strike' | 'correct'
  /** Where it is filled in and looked at, and where it is done. */
  readonly page: ElectionPath
  readonly deed: ElectionPath
  /** What is asked beside the voter and the decision. */
  readonly cellsOf?: (desk: ElectionDesk, opened: Opened) => MutationCells
  /** Above the form. */
  readonly before: (opened: Opened) => Child
  /** In the form, above the decision. */
  readonly fields?: (desk: ElectionDesk, opened: Opened, errors: FieldErrors) => Promise<Child>
  /** What is about to be done, before the deed. */
  readonly summary: (desk: ElectionDesk, opened: Opened) => Child
}

/** The two pages of an amendment: fill it in, look at what it would do, and do that and nothing else. */
export function amendOne(of: Kind) {
  const asked = (desk: ElectionDesk, opened: Opened) => ({
    cells: {
      ...{ kind: of.kind, ...nameVoter(opened.voter), ...decisionFrom(desk) },
      ...of.cellsOf?.(desk, opened),
    },
    letters: opened.letters,
  })
  return {
    async show(desk: ElectionDesk) {
      const opened = await openToAmend(desk)
      if (!opened) return showNobody(desk, texts[of.kind].title)
      if (desk.form.text('stap') !== 'kijk') return fillPage(desk, of, opened)
      const look = await lookAhead(desk, asked(desk, opened))
      return look.ok ? lookPage(desk, of, { opened, look }) : fillPage(desk, of, opened, look.errors)
    },
    /** When it would do something else by now, that is shown instead. */
    async carryOut(desk: ElectionDesk) {
      const opened = await openToAmend(desk)
      if (!opened) return showNobody(desk, texts[of.kind].title)
      const done = await amendAsSeen(desk, asked(desk, opened))
      if (!done.ok) return fillPage(desk, of, opened, done.errors)
      if (done.ok === 'changed') return lookPage(desk, of, { opened, look: done.now, isChanged: true })
      const { code } = desk.election
      return seeOther(desk, paths.corrections({ election: code }), doneCode(of.kind, done.fate))
    },
  }
}

async function fillPage(desk: ElectionDesk, of: Kind, opened: Opened, errors: FieldErrors = {}) {
  return showCorrectionsPage(
    desk,
    { title: texts[of.kind].title, errors },
    <>
      {of.before(opened)}
      <Form csrf={desk.csrf} action={of.page({ election: desk.election.code })}>
        <input type="hidden" name="kiezer" value={opened.voter.voterId} />
        <input type="hidden" name="reden" value={desk.form.text('reden')} />
        <input type="hidden" name="stap" value="kijk" />
        {await of.fields?.(desk, opened, errors)}
        <DecisionFields desk={desk} kind={of.kind} errors={errors} />
        <Button>{texts.look}</Button>
      </Form>
      <BackToVoter desk={desk} />
    </>,
  )
}

interface Looked {
  readonly opened: Opened
  readonly look: Extract<Amending, { ok: true }>
  readonly isChanged?: boolean
}

function lookPage(desk: ElectionDesk, of: Kind, { opened, look, isChanged = false }: Looked) {
  const at = { election: desk.election.code }
  const ways = { deed: of.deed(at), back: of.page(at) }
  return showCorrectionsPage(
    desk,
    { title: texts[of.kind].lookTitle, ...(isChanged && { status: 409 as const }) },
    <BeforeDeed {...{ desk, look, kind: of.kind, ...ways, isChanged }}>
      {of.summary(desk, opened)}
      <SummaryList facts={decisionFacts(desk)} />
    </BeforeDeed>,
  )
}
