import { listElections } from '../../elections/index.ts'
import { examineLookUp, findUnusualLookUp, type UnusualLookUp } from '../../oversight/index.ts'
import {
  Button,
  type FieldErrors,
  Form,
  SummaryList,
  TextArea,
} from '../../platform/http/components/index.ts'
import type { VoterId } from '../../platform/ids.ts'
import { isId } from '../../platform/ids.ts'
import { currentList, getVoter } from '../../voters/index.ts'
import { type Desk, inOwnScope } from '../desk.ts'
import { paths } from '../paths.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { seeOther, showPage } from '../show-page.tsx'
import { ruleText } from './rule-text.ts'
import { shortMoment } from './short-moment.ts'
import { texts } from './texts.nl.ts'

/** One look-up that stood out: which rule, what to ask, and what somebody found. */
export async function showLookUp(desk: Desk, errors: FieldErrors = {}) {
  const lookUp = await asked(desk)
  if (!lookUp) return notFoundPage(desk)
  const { at, name, actor, rule, examined } = lookUp
  const { columns, unusual } = texts
  const ledger = await ledgerOf(desk, lookUp)
  return showPage(
    desk,
    {
      title: unusual.oneTitle,
      errors,
      trail: [
        { href: paths.audit(), text: texts.log.title },
        { href: paths.unusualLookUps(), text: unusual.title },
      ],
    },
    <>
      <SummaryList
        facts={[
          { name: columns.when, value: shortMoment(at) },
          { name: columns.who, value: name ?? texts.actor(actor) },
          { name: columns.why, value: ruleText(lookUp) },
        ]}
      />
      {ledger && (
        <p>
          <a href={ledger}>{unusual.toLedger}</a>
        </p>
      )}
      <h2>{unusual.toDo}</h2>
      <ol>
        {texts.rules[rule].toDo.map((line) => (
          <li>{line}</li>
        ))}
      </ol>
      {examined ? (
        <SummaryList
          facts={[
            { name: unusual.examined, value: `${examined.by}, ${shortMoment(examined.at)}` },
            { name: unusual.conclusion, value: examined.conclusion },
          ]}
        />
      ) : (
        <Conclusion desk={desk} lookUp={lookUp} error={errors.conclusion} />
      )}
    </>,
  )
}

interface ConclusionProps {
  readonly desk: Desk
  readonly lookUp: UnusualLookUp
  readonly error: string | undefined
}

function Conclusion({ desk, lookUp, error }: ConclusionProps) {
  const { conclusion, conclusionHint, finish, own } = texts.unusual
  if (lookUp.actor === desk.staff.staffId) return <p>{own}</p>
  return (
    <Form csrf={desk.csrf}>
      <TextArea
        {...{ name: 'conclusion', label: conclusion, hint: conclusionHint, error, maxlength: 500 }}
        value={desk.form.text('conclusion')}
      />
      <Button>{finish}</Button>
    </Form>
  )
}

export async function examine(desk: Desk) {
  const lookUp = await asked(desk)
  if (!lookUp) return notFoundPage(desk)
  const { municipalityId, staffId: by } = desk.staff
  const conclusion = desk.form.text('conclusion').slice(0, 500)
  const { eventId } = lookUp
  const examined = await examineLookUp(desk.deps, { municipalityId, eventId, conclusion, by })
  if (!examined.ok) return showLookUp(desk, { conclusion: texts.because[examined.because] })
  return seeOther(desk, paths.unusualLookUps(), 'look-up-examined')
}

function asked(desk: Desk): Promise<UnusualLookUp | undefined> {
  const eventId = Number(desk.context.req.param('lookUp'))
  const { municipalityId } = desk.staff
  return Number.isSafeInteger(eventId)
    ? inOwnScope(desk, (db) => findUnusualLookUp(db, municipalityId, eventId))
    : Promise.resolve(undefined)
}

/** Where the ledger of the voter is, if it was a voter of a list that is in use. */
function ledgerOf(desk: Desk, { subject }: UnusualLookUp): Promise<string | undefined> {
  const { municipalityId } = desk.staff
  return inOwnScope(desk, async (db) => {
    if (!subject || !isId(subject)) return undefined
    for (const { electionId, code } of await listElections(db, municipalityId)) {
      const list = await currentList(db, municipalityId, electionId)
      const voter = list && (await getVoter(db, municipalityId, electionId, list.listId, subject as VoterId))
      if (voter) return paths.ledgerOfVoter({ election: code, voter: subject })
    }
    return undefined
  })
}
