import { loadBureauRules, type RouteStep, type ShownAbsences, sendingMeans } from '../../../bureaus/index.ts'
import { dayInBelgium, longDate } from '../../../platform/dates.ts'
import {
  Button,
  DateField,
  type FieldErrors,
  Form,
  Radios,
  SummaryList,
  Table,
  Tag,
  Warning,
} from '../../../platform/http/components/index.ts'
import { type ElectionDesk, may } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { typedDate, typedDateOf } from '../../typed-day.ts'
import { texts } from './texts.nl.ts'

const words = texts.sending
const day = (text: string) => longDate(text, 'nl')

export interface SentProps {
  readonly desk: ElectionDesk
  readonly errors: FieldErrors
  readonly shown: ShownAbsences
}

/** Each who has to get the file, who has it, who is late, and who has to hear what changed since. */
export function OnTheRoute({
  route,
  reports,
  withdrawals,
}: Pick<ShownAbsences, 'route' | 'reports' | 'withdrawals'>) {
  const stale = route.filter(({ added, gone }) => added.length + gone.length > 0)
  // Who got the same file has to hear the same: that is said once.
  const alike = Map.groupBy(stale, ({ last }) => last!.version)
  return (
    <>
      <h2>{words.title}</h2>
      <SummaryList
        facts={route.map((step) => ({
          name: capital(texts.addressees[step.addressee]),
          value: <State {...step} />,
        }))}
      />
      {[...alike.values()].map((steps) => {
        const { added, gone, last } = steps[0]!
        return (
          <>
            <Warning>
              {words.mustHear(steps.map(({ addressee }) => texts.addressees[addressee]))}.{' '}
              {words.mustHearHow(reports[0]!.version > last!.version)}{' '}
              {withdrawals.length > 0 && words.orByLetter}
            </Warning>
            <Changes {...{ label: words.added, titles: added }} />
            <Changes {...{ label: words.gone, titles: gone.filter((title) => !isNamedIn(added, title)) }} />
          </>
        )
      })}
    </>
  )
}

/** Also as somebody of whom the file now says something else in front of the name. */
function isNamedIn(added: readonly string[], title: string): boolean {
  return added.some((one) => one === title || one.endsWith(`: ${title}`))
}

function State({ last, isOverdue, added, gone }: RouteStep) {
  if (!last) return <Tag colour={isOverdue ? 'red' : 'grey'}>{isOverdue ? words.overdue : words.notSent}</Tag>
  return (
    <>
      {words.sent(last.version, day(last.sentOn))}{' '}
      {added.length + gone.length > 0 && <Tag colour="yellow">{words.changed}</Tag>}
    </>
  )
}

function Changes({ label, titles }: { label: string; titles: readonly string[] }) {
  if (titles.length === 0) return null
  return (
    <>
      <p>{label}:</p>
      <ul class="govuk-list govuk-list--bullet">
        {titles.map((title) => (
          <li>{title}</li>
        ))}
      </ul>
    </>
  )
}

export function SentFiles({ shown: { sent } }: SentProps) {
  const { columns } = words
  return (
    <>
      <h2>{words.sentTitle}</h2>
      <Table
        {...{ caption: words.sentTitle, hideCaption: true, empty: words.sentEmpty, rows: sent }}
        columns={[
          { heading: columns.what, isRowHeading: true, cell: ({ version }) => words.file(version) },
          { heading: columns.whom, cell: ({ addressee }) => texts.addressees[addressee] },
          { heading: columns.when, cell: ({ sentOn }) => day(sentOn) },
          { heading: columns.how, cell: ({ means }) => words.means[means] },
          {
            heading: columns.digest,
            cell: ({ pdfSha256 }) => <code>{pdfSha256.toString('hex').replaceAll(/(.{16})/g, '$1 ')}</code>,
          },
        ]}
      />
    </>
  )
}

/** Of the last file that was made; who has it already is not offered. */
export function SendForm({ desk, errors, shown }: SentProps) {
  const { election, csrf, form } = desk
  const [report] = shown.reports
  if (!report || !may(desk, 'bureaus.manage')) return null
  const open = shown.route.filter(({ last }) => !last || last.version < report.version)
  if (open.length === 0) return null
  return (
    <>
      <h2>{words.note}</h2>
      <p>{words.noteLead(report.version)}</p>
      <Form
        id="verzending"
        csrf={csrf}
        action={paths.sendAbsences({ election: election.code, number: shown.bureau.number })}
      >
        <input type="hidden" name="dossier" value={report.version} />
        <Radios
          {...{ name: 'aan', label: words.whom, error: errors.aan, value: form.text('aan') }}
          choices={open.map(({ addressee }) => ({ value: addressee, label: texts.addressees[addressee] }))}
        />
        <HowAndWhen {...{ desk, errors, isTyped: form.has('dossier') }} />
        <Button>{words.button}</Button>
      </Form>
    </>
  )
}

interface HowAndWhenProps {
  readonly desk: ElectionDesk
  readonly errors: FieldErrors
  /** The form was sent: what was typed stays, and no day is filled in. */
  readonly isTyped: boolean
}

/** How something left, with what the law says of it, and on which day. */
export function HowAndWhen({ desk: { election, form, deps }, errors, isTyped }: HowAndWhenProps) {
  const { means } = loadBureauRules(election.ruleset).absence
  const typed = typedDate((name) => form.text(name), 'op')
  return (
    <>
      <Radios
        {...{ name: 'hoe', label: words.how, error: errors.hoe, value: form.text('hoe') }}
        hint={means ? words.law(words.means[means.value], means.source, means.mark) : words.noLaw}
        choices={sendingMeans.map((value) => ({ value, label: words.means[value] }))}
      />
      <DateField
        {...{ name: 'op', label: words.day, error: errors.op }}
        value={isTyped ? typed : typedDateOf(dayInBelgium(deps.clock.now()))}
      />
    </>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
