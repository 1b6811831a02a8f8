import {
  loadBureauRules,
  type ShownVolunteer,
  showVolunteer,
  type VolunteerContact,
} from '../../../bureaus/index.ts'
import { longDate, momentText } from '../../../platform/dates.ts'
import {
  Button,
  type Fact,
  type FieldErrors,
  Form,
  Inset,
  SummaryList,
  TextField,
} from '../../../platform/http/components/index.ts'
import { isId, type VolunteerId } from '../../../platform/ids.ts'
import { type ElectionDesk, may } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { showPage } from '../../show-page.tsx'
import { fullName } from '../bureau-text.ts'
import { texts as bureauTexts } from '../texts.nl.ts'
import { texts } from './texts.nl.ts'

/** Which offer an address names; nothing when it is none. */
export function volunteerOf({ context }: ElectionDesk): VolunteerId | undefined {
  const asked = context.req.param('volunteer') ?? ''
  return isId(asked) ? (asked as string as VolunteerId) : undefined
}

/** One offer, what the rules say of it, and what the clerk can do. How to reach somebody is for who decides on it. */
export async function showOne(desk: ElectionDesk, errors: FieldErrors = {}) {
  const { deps, election, staff } = desk
  const volunteerId = volunteerOf(desk)
  const found = volunteerId && (await showVolunteer(deps, { election, by: staff.staffId, volunteerId }))
  if (!found) return notFoundPage(desk)
  const { volunteer } = found
  const keeps = may(desk, 'bureaus.manage')
  const trail = [
    { href: paths.bureaus({ election: election.code }), text: bureauTexts.title },
    { href: paths.volunteers({ election: election.code }), text: texts.title },
  ]
  return showPage(
    desk,
    { title: texts.one.title, caption: election.name, trail, errors },
    <>
      <SummaryList facts={factsOf(volunteer, keeps ? found.contact : {})} />
      <Rules {...{ desk, volunteer }} />
      {keeps && <Deeds {...{ desk, volunteer, errors }} />}
    </>,
  )
}

function factsOf(one: ShownVolunteer, contact: VolunteerContact): Fact[] {
  const { facts, yes, no, notOnList, channels } = texts.one
  const state = one.isUsed ? 'USED' : one.state
  const known: readonly (readonly [string, string | number | null | undefined])[] = [
    [facts.who, fullName(one)],
    [facts.birthDate, longDate(one.birthDate, 'nl')],
    [facts.list, one.voter ? fullName(one.voter) : notOnList],
    [facts.section, one.section],
    [facts.state, texts.files[state]],
    [facts.reason, one.state === 'REFUSED' ? one.reason : undefined],
    [facts.asked, `${momentText(one.appliedAt, 'nl')}, ${channels[one.channel]}`],
    [facts.functions, one.functions.map((each) => texts.functions[each]).join(', ')],
    [facts.wish, contact.wish],
    [facts.satBefore, one.satBefore ? yes : no],
    [facts.training, one.training.map((each) => texts.training[each]).join(', ') || no],
    [facts.email, contact.email],
    [facts.phone, contact.phone],
  ]
  return known.flatMap(([name, value]) => (value == null ? [] : [{ name, value }]))
}

function Rules({ desk, volunteer }: { readonly desk: ElectionDesk; readonly volunteer: ShownVolunteer }) {
  const { rules, fine, ages } = texts.one
  const { fromAge } = loadBureauRules(desk.election.ruleset).volunteers
  const lines = [
    ...volunteer.whyNot.map((code) => texts.whyNot[code]),
    ...volunteer.remarks.map((code) => texts.remarks[code]),
  ]
  return (
    <>
      <h2>{rules}</h2>
      <p>{ages(fromAge.value)}</p>
      {volunteer.whyNot.length === 0 && <p>{fine}</p>}
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
    </>
  )
}

interface DeedsProps {
  readonly desk: ElectionDesk
  readonly volunteer: ShownVolunteer
  readonly errors: FieldErrors
}

function Deeds({ desk, volunteer, errors }: DeedsProps) {
  const { state, isUsed, hasEmail, volunteerId, whyNot } = volunteer
  const address = { election: desk.election.code, volunteer: volunteerId }
  const { confirm, decide } = texts
  if (state === 'NEW')
    return (
      <>
        <h2>{confirm.title}</h2>
        <Inset>{hasEmail ? confirm.byMail : confirm.byPhone}</Inset>
        {!hasEmail && (
          <Form csrf={desk.csrf} action={paths.confirmVolunteer(address)}>
            <Button>{confirm.button}</Button>
          </Form>
        )}
      </>
    )
  if (isUsed || (state !== 'CONFIRMED' && state !== 'ACCEPTED')) return null
  return (
    <>
      <h2>{decide.title}</h2>
      {state === 'CONFIRMED' && whyNot.length === 0 && (
        <Form csrf={desk.csrf} action={paths.decideVolunteer(address)}>
          <Button name="besluit" value="ja">
            {decide.accept}
          </Button>
        </Form>
      )}
      <Form csrf={desk.csrf} action={paths.decideVolunteer(address)}>
        <TextField
          {...{ name: 'waarom', label: decide.reason, hint: decide.reasonHint, maxlength: 500 }}
          {...{ value: desk.form.text('waarom'), error: errors.waarom }}
        />
        <Button kind="secondary" name="besluit" value="nee">
          {decide.refuse}
        </Button>
      </Form>
    </>
  )
}
