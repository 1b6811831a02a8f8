import { getSections } from '../../elections/index.ts'
import { Button, type FieldErrors, Form, Select } from '../../platform/http/components/index.ts'
import { mostEmergencySections, openEmergencyList } from '../../voters/index.ts'
import { ComesFirst } from '../comes-first.tsx'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { hasVotersList } from '../has-list.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { emergencyPages } from './emergency-print.tsx'
import { texts } from './texts.nl.ts'

/** What the list for a counter without network is, where to keep it, and which sections to show. */
export async function showEmergency(desk: ElectionDesk, errors: FieldErrors = {}) {
  const { election, csrf, form } = desk
  const { municipalityId, electionId } = election
  const sections = await inOwnScope(desk, (db) => getSections(db, municipalityId, electionId))
  const hasList = await hasVotersList(desk)
  const words = texts.emergency
  const choices = sections.map(({ section, place, room }) => ({
    value: String(section),
    label: words.option(section, place.name, room),
  }))
  const last = choices[Math.min(choices.length, mostEmergencySections) - 1]
  return showPage(
    desk,
    {
      ...{ title: words.title, caption: election.name, errors },
      trail: [{ href: paths.duplicates({ election: election.code }), text: texts.counter.title }],
    },
    <>
      <p class="desk-lead">{words.lead}</p>
      <p>{words.contents}</p>
      <h2>{words.keepTitle}</h2>
      <ul>
        {words.keep.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      {choices.length === 0 ? (
        <p>{words.noSections}</p>
      ) : !hasList ? (
        <ComesFirst desk={desk} step="list">
          {words.because['no-list']}
        </ComesFirst>
      ) : (
        <Form csrf={csrf} newWindow>
          <Select
            {...{ name: 'van', label: words.from, choices, error: errors.van }}
            value={form.text('van') || choices[0]?.value}
          />
          <Select
            {...{ name: 'tot', label: words.until, choices, hint: words.untilHint(mostEmergencySections) }}
            value={form.text('tot') || last?.value}
          />
          <Button>{words.button}</Button>
          <p>{words.opens}</p>
        </Form>
      )}
    </>,
  )
}

/** The list itself, to print: sent as it is read. */
export async function printEmergency(desk: ElectionDesk) {
  const { election, form, deps, staff, context } = desk
  const [from, until] = [sectionTyped(form.text('van')), sectionTyped(form.text('tot'))]
  const opened = await openEmergencyList(deps, { election, from, until, by: staff.staffId })
  if (!opened.ok) {
    const { because } = texts.emergency
    const said = because[opened.because]
    return showEmergency(desk, { van: typeof said === 'string' ? said : said(mostEmergencySections) })
  }
  const pages = emergencyPages(desk, opened)
  return context.body(ReadableStream.from(pages) as ReadableStream<Uint8Array<ArrayBuffer>>, 200, {
    'Content-Type': 'text/html; charset=utf-8',
  })
}

function sectionTyped(typed: string): number {
  return /^\d{1,6}$/.test(typed) ? Number(typed) : 0
}
