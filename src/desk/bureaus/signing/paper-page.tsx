import { buffer } from 'node:stream/consumers'
import {
  designateOnPaper,
  isSameDigest,
  mostBytes,
  type PaperRefusal,
  type ProposedSeat,
  proposalsDigest,
  proposalsOf,
} from '../../../bureaus/index.ts'
import {
  Button,
  ButtonLink,
  Checkboxes,
  DateField,
  type FieldErrors,
  FileField,
  FilterForm,
  Form,
  Pages,
  TextField,
} from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import { readUpload } from '../../../platform/http/read-upload.ts'
import { type AssignmentId, isId } from '../../../platform/ids.ts'
import { isOurToken } from '../../cookies.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFromOurPagePage } from '../../refusal-pages.tsx'
import { seeOther, showPage } from '../../show-page.tsx'
import { dayOf, typedDate } from '../../typed-day.ts'
import { bureauName, fullName, seatName } from '../bureau-text.ts'
import { LastDay } from '../decide.tsx'
import { proposeTexts, remarksText } from '../propose-texts.nl.ts'
import { because, texts as bureaus } from '../texts.nl.ts'
import { texts } from './texts.nl.ts'

/** With the other fields fewer than an upload may have. */
const onPage = 80
const words = texts.page

/** What a page of the list is asked by: of one bureau or all, from after the last of the page before. */
export function askedOf({ election, context, staff }: ElectionDesk) {
  const number = context.req.query('bureau')?.trim().toUpperCase() || undefined
  const from = context.req.query('vanaf')
  const after = from && isId(from) ? from : undefined
  return { election, number, after, most: onPage, by: staff.staffId }
}

/** A clerk prints the list for a magistrate, and writes down what was signed on it, with the sheet. */
export async function showPaper(desk: ElectionDesk, errors: FieldErrors = {}) {
  const { election, deps } = desk
  const asked = askedOf(desk)
  const { number, after } = asked
  const { proposals, all, hasMore } = await proposalsOf(deps, asked)
  const here = paths.designatedOnPaper({ election: election.code })
  const last = proposals.at(-1)?.assignment.assignmentId
  const query = { bureau: number, vanaf: after }
  return showPage(
    desk,
    {
      ...{ title: words.title, caption: election.name, errors },
      trail: [{ href: paths.bureaus({ election: election.code }), text: bureaus.title }],
    },
    <>
      <p class="desk-lead">{words.lead}</p>
      {all > 0 && <LastDay desk={desk} />}
      <FilterForm label={words.of.label} button={words.of.button} clear={here}>
        <TextField
          {...{ name: 'bureau', label: words.of.field, value: number ?? '', width: 5, maxlength: 8 }}
        />
      </FilterForm>
      {proposals.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <>
          <Print {...{ desk, proposals, query }} />
          <p>{bureaus.proposals.of1(proposals.length, all)}</p>
          <Record {...{ desk, proposals, query, errors }} />
        </>
      )}
      <Pages
        next={hasMore ? withQuery(here, { bureau: number, vanaf: last }) : undefined}
        first={after === undefined ? undefined : withQuery(here, { bureau: number })}
      />
    </>,
  )
}

interface ListProps {
  readonly desk: ElectionDesk
  readonly proposals: readonly ProposedSeat[]
  readonly query: Readonly<Record<string, string | undefined>>
}

function Print({ desk: { election }, proposals, query }: ListProps) {
  const { title, lead, button, digest } = words.print
  return (
    <>
      <h2>{title}</h2>
      <p>{lead}</p>
      <ButtonLink kind="secondary" href={withQuery(paths.signingSheet({ election: election.code }), query)}>
        {button}
      </ButtonLink>
      <p>
        {digest} <code>{proposalsDigest(election, proposals)}</code>
      </p>
    </>
  )
}

function Record({ desk, proposals, query, errors }: ListProps & { errors: FieldErrors }) {
  const { form, csrf, election } = desk
  const { record } = words
  const typed = (name: string) => ({ name, error: errors[name], value: form.text(name) })
  const ids = proposals.map(({ assignment: { assignmentId, version } }) => `${assignmentId} ${version}`)
  return (
    <>
      <h2>{record.title}</h2>
      <Form
        {...{ csrf, upload: true }}
        action={withQuery(paths.designatedOnPaper({ election: election.code }), query)}
      >
        <Checkboxes
          {...{ name: 'voordracht', label: record.whom, hint: record.whomHint, error: errors.voordracht }}
          values={form.has('wie') ? form.all('voordracht') : ids}
          choices={proposals.map(({ assignment, member, bureau, remarks, keptOut }, place) => ({
            value: ids[place]!,
            hint: told(remarksText(remarks, keptOut)),
            label: `${fullName(member)}, ${seatName(assignment).toLowerCase()}, ${bureauName(bureau)}`,
          }))}
        />
        <DateField
          {...{ name: 'getekend', label: record.day, error: errors.getekend }}
          value={typedDate((name) => form.text(name), 'getekend')}
        />
        <TextField {...{ ...typed('wie'), label: record.who, hint: record.whoHint, maxlength: 200 }} />
        <TextField
          {...{
            ...typed('kenmerk'),
            label: record.digest,
            hint: record.digestHint,
            width: 20,
            maxlength: 40,
          }}
        />
        {(errors.kenmerk === record.otherList || form.has('nagekeken')) && (
          <Checkboxes
            {...{ name: 'nagekeken', label: record.changed, values: form.all('nagekeken') }}
            choices={[{ value: 'ja', label: record.checked }]}
          />
        )}
        <FileField
          {...{ name: 'blad', label: record.file, hint: record.fileHint, error: errors.blad }}
          accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
          limit={{ bytes: mostBytes, tooLarge: record.tooLarge }}
        />
        <Button>{record.button}</Button>
      </Form>
    </>
  )
}

const told = (remark: string) => (remark ? `${proposeTexts.remark}: ${remark}` : undefined)

/** One sheet, for everybody who was ticked. */
export async function recordPaper(sent: ElectionDesk): Promise<Response> {
  const { record } = words
  const upload = await readUpload(sent.context, {
    ...{ field: 'blad', maxBytes: mostBytes, isOurToken: isOurToken(sent), receive: buffer },
  })
  if (!upload.ok && upload.because === 'not-from-our-page') return notFromOurPagePage(sent)
  if (!upload.ok && upload.because !== 'no-file')
    return showPaper(sent, { blad: upload.because === 'too-large' ? record.tooLarge : record.broken })
  const desk = { ...sent, form: upload.form }
  const { deps, election, form, staff } = desk
  const signedOn = dayOf(typedDate((name) => form.text(name), 'getekend'))
  const who = form.text('wie').slice(0, 200)
  const missing = {
    ...(!signedOn && { getekend: record.missing.day }),
    ...(!who && { wie: record.missing.who }),
    ...(!upload.ok && { blad: record.missing.file }),
    ...(!form.text('kenmerk') && { kenmerk: record.missing.digest }),
  }
  if (!upload.ok || !signedOn || !who || missing.kenmerk) return showPaper(desk, missing)
  if (!(await isOfThisList(desk))) return showPaper(desk, { kenmerk: record.otherList })
  const signed = await designateOnPaper(deps, {
    ...{ election, steps: chosen(desk), signedOn, sheet: upload.received, listMark: form.text('kenmerk') },
    ...{ reason: record.reason(who), by: staff.staffId },
  })
  if (!signed.ok) return showPaper(desk, { [fieldOf(signed.because)]: wordsFor(signed.because) })
  const done = signed.refused.length > 0 ? 'paper-recorded-partly' : 'paper-recorded'
  return seeOther(desk, paths.designatedOnPaper({ election: election.code }), done)
}

/** What is typed from the foot of the sheet is that of the list as it stands, or the clerk looked who is on it. */
async function isOfThisList(desk: ElectionDesk): Promise<boolean> {
  const typed = desk.form.text('kenmerk')
  if (desk.form.text('nagekeken') === 'ja') return true
  const { proposals } = await proposalsOf(desk.deps, askedOf(desk))
  return isSameDigest(typed, proposalsDigest(desk.election, proposals))
}

function chosen({ form }: ElectionDesk) {
  const named = form.all('voordracht').slice(0, onPage)
  return named.flatMap((typed) => {
    const [id = '', version] = typed.split(' ')
    return isId(id) ? [{ assignmentId: id as string as AssignmentId, version: Number(version) || 0 }] : []
  })
}

function fieldOf(code: PaperRefusal): string {
  if (code === 'in-the-future' || code === 'before-proposal') return 'getekend'
  if (code === 'mark-missing') return 'kenmerk'
  if (code === 'number-in-text') return 'wie'
  return code in words.record.refused && code !== 'nobody-chosen' ? 'blad' : 'voordracht'
}

function wordsFor(code: PaperRefusal): string {
  const { refused, future, before } = words.record
  if (code === 'before-proposal') return before
  if (code === 'in-the-future') return future
  return code in refused ? refused[code as keyof typeof refused] : because[code as keyof typeof because]
}
