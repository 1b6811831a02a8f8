import { callers, type DeedKind, deedFields, noteDeed, readDeed } from '../../../bureaus/index.ts'
import { Button, type FieldErrors, Form, Radios, TextField } from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import { newId } from '../../../platform/ids.ts'
import { paths } from '../../paths.ts'
import { seeOther, showPage } from '../../show-page.tsx'
import { bureauName } from '../bureau-text.ts'
import { texts as bureauTexts } from '../texts.nl.ts'
import { addressOf } from './access-part.tsx'
import { DeedFields } from './phoned-fields.tsx'
import { page, refusals, unread, phoned as words } from './texts.nl.ts'
import type { DayDesk } from './with-day.ts'

const kinds = Object.keys(words.choices) as DeedKind[]

/** What somebody of a bureau phones: first which deed, then its form. The id of the form makes that sent twice it counts once. */
export function showPhoned(desk: DayDesk, errors: FieldErrors = {}) {
  const { election, day, csrf, form, context } = desk
  const here = paths.phonedDeed(addressOf(desk))
  const asked = form.text('kind') || context.req.query('wat')
  const kind = kinds.find((one) => one === asked)
  const trail = [
    { href: paths.bureaus({ election: election.code }), text: bureauTexts.title },
    { href: paths.bureauDay(addressOf(desk)), text: page.title(bureauName(day.bureau)) },
  ]
  return showPage(
    desk,
    { title: kind ? words.choices[kind] : words.title, caption: bureauName(day.bureau), trail, errors },
    kind ? (
      <Form csrf={csrf} action={withQuery(here, { wat: kind })}>
        <input type="hidden" name="id" value={form.text('id') || newId<string>()} />
        <input type="hidden" name="kind" value={kind} />
        <Radios
          {...{ name: 'beller', label: words.caller, hint: words.callerHint, error: errors.beller }}
          value={form.text('beller') || undefined}
          choices={callers.map((value) => ({ value, label: words.callers[value] }))}
        />
        <TextField
          {...{ name: 'hour', label: words.hour, hint: words.hourHint, error: errors.hour, width: 5 }}
          value={form.text('hour')}
        />
        <DeedFields {...{ desk, kind, errors }} />
        <Button>{words.save}</Button>
        <p>
          <a href={here}>{words.other}</a>
        </p>
      </Form>
    ) : (
      <>
        <p class="desk-lead">{words.lead}</p>
        <h2>{words.which}</h2>
        <ul>
          {kinds.map((one) => (
            <li>
              <a href={withQuery(here, { wat: one })}>{words.choices[one]}</a>
            </li>
          ))}
        </ul>
      </>
    ),
  )
}

/** In the power of the chair when the chair phoned, else of the municipality: the states know what only a chair decides. */
export async function notePhoned(desk: DayDesk): Promise<Response> {
  const { deps, election, day, form, staff } = desk
  const phonedBy = callers.find((one) => one === form.text('beller'))
  if (!phonedBy) return showPhoned(desk, { beller: words.callerMissing })
  const typed = Object.fromEntries(deedFields.map((name) => [name, form.text(name)]))
  const { at: _, ...fields } = typed
  const read = readDeed(fields, election, deps.clock.now())
  if (!read.ok) return showPhoned(desk, { [read.because]: unread[read.because] })
  const noted = await noteDeed(deps, {
    ...{ election, bureauId: day.bureau.bureauId, deed: read.deed, by: staff.staffId, phonedBy },
    authority: phonedBy === 'CHAIR' ? 'chair' : 'municipality',
  })
  const refusedFor = noted.ok ? noted.noted.refusedFor : noted.because
  if (!refusedFor) return seeOther(desk, paths.bureauDay(addressOf(desk)), 'phoned-noted')
  // What was refused is kept with why: what is typed anew is another deed.
  const again = { ...desk, form: form.without('id') }
  const field = refusedFor === 'not-on-polling-day' || refusedFor === 'in-the-future' ? 'hour' : 'beller'
  return showPhoned(again, { [field]: refusals[refusedFor] })
}
