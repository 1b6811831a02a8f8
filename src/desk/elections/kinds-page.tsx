import { text } from 'node:stream/consumers'
import {
  type Election,
  heldAssemblies,
  listElections,
  listRulesets,
  loadRuleset,
  previewElection,
  type Ruleset,
} from '../../elections/index.ts'
import { dayInBelgium, longDate } from '../../platform/dates.ts'
import { parseJson } from '../../platform/document.ts'
import { Button, type FieldErrors, FileField, Form, Tag } from '../../platform/http/components/index.ts'
import { readUpload } from '../../platform/http/read-upload.ts'
import { isOurToken } from '../cookies.ts'
import { type Desk, inOwnScope } from '../desk.ts'
import { texts as homeTexts } from '../home/texts.nl.ts'
import { type ToldFault, toldOfNoJson } from '../operator/fault-texts.nl.ts'
import { FileFaults } from '../operator/file-faults.tsx'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { takenErrors } from './election-errors.ts'
import { hoursText } from './election-form.tsx'
import { nameInElection, toldOfElection } from './file-faults.ts'
import { showPreview } from './preview-page.tsx'
import { texts } from './texts.nl.ts'

export const maxFileBytes = 2_000_000

interface Trouble {
  readonly errors?: FieldErrors
  readonly faults?: readonly ToldFault[]
}

/** The kinds of elections that can still be held, each with what its law says; or the file of one. */
export async function showKinds(desk: Desk, { errors = {}, faults = [] }: Trouble = {}) {
  const { title, lead, kinds, byFile, byFileLead } = texts.add
  const { municipalityId } = desk.staff
  const known = await inOwnScope(desk, (db) => listElections(db, municipalityId))
  const today = dayInBelgium(desk.deps.clock.now())
  return showPage(
    desk,
    { title, errors, trail: [{ href: paths.start(), text: homeTexts.start.title }] },
    <>
      <FileFaults faults={faults} nameOf={nameInElection} />
      <p class="desk-lead">{lead}</p>
      <h2>{kinds}</h2>
      <ul class="cards">
        {rulesetsFrom(today).map((ruleset) => (
          <Kind ruleset={ruleset} known={known} />
        ))}
      </ul>
      <h2>{byFile}</h2>
      <p>{byFileLead}</p>
      <ElectionFileForm csrf={desk.csrf} error={errors.file} button={texts.file.show} />
    </>,
  )
}

/** Those of which polling day is not over. */
export function rulesetsFrom(today: string): Ruleset[] {
  return listRulesets()
    .map((id) => loadRuleset(id)!)
    .filter(({ validity, expectedPollingDay: day }) => (day?.value ?? validity.until ?? today) >= today)
}

function Kind({ ruleset, known }: { ruleset: Ruleset; known: readonly Election[] }) {
  const { id, name, regime, expectedPollingDay: expected, hours } = ruleset
  const { day, anyDay, elects, hours: open, isThere } = texts.add
  const what = heldAssemblies({ ruleset, settings: {} }).map(({ code }) => texts.assemblies[code])
  const there = known.find((one) => one.ruleset.regime === regime && one.pollingDay === expected?.value)
  return (
    <li>
      <h3>
        <a href={paths.addElectionOf({ ruleset: id })}>{name}</a>
      </h3>
      <p>{expected ? day(longDate(expected.value, 'nl')) : anyDay}</p>
      <p>{elects(what.join(', '))}</p>
      <p>{open(hoursText(hours.PAPER.value), hoursText(hours.DIGITAL.value))}</p>
      {there && (
        <p>
          <Tag colour="grey">{isThere}</Tag>
        </p>
      )}
    </li>
  )
}

export function ElectionFileForm({
  csrf,
  error,
  button,
}: {
  csrf: string
  error: string | undefined
  button: string
}) {
  const { file, hint } = texts.file
  return (
    <Form csrf={csrf} upload>
      <FileField {...{ name: 'file', label: file, hint, accept: '.json,application/json', error }} />
      <Button kind="secondary">{button}</Button>
    </Form>
  )
}

/** The file is checked and shown; it is added by the page that shows it. */
export async function receiveElection(desk: Desk) {
  const read = await receivedDocument(desk)
  if (!read.ok) return showKinds(desk, read.trouble)
  const { municipalityId } = desk.staff
  const looked = await previewElection(desk.deps, { municipalityId, document: read.document })
  if (!looked.ok)
    return showKinds(
      desk,
      'faults' in looked
        ? faultsTrouble(toldOfElection(read.document, looked.faults))
        : { errors: { file: Object.values(takenErrors(looked))[0]! } },
    )
  const { election, document } = looked
  return showPreview(desk, {
    ...{ election, document, action: paths.addElectionOf({ ruleset: document.rulesetId }) },
    trail: [
      { href: paths.start(), text: homeTexts.start.title },
      { href: paths.addElection(), text: texts.add.title },
    ],
  })
}

/** The JSON file that came in, or what is wrong with it before anybody looks at what it says. */
export async function receivedDocument(
  desk: Desk,
): Promise<{ ok: true; document: unknown } | { ok: false; trouble: Trouble }> {
  const upload = await readUpload(desk.context, {
    ...{ field: 'file', maxBytes: maxFileBytes, isOurToken: isOurToken(desk), receive: text },
  })
  if (!upload.ok) return { ok: false, trouble: { errors: { file: texts.upload[upload.because] } } }
  const sent = upload.received.replace(/^\ufeff/, '')
  const read = parseJson(sent)
  if (read.ok) return read
  const [{ wrong } = { wrong: '' }] = read.faults
  return { ok: false, trouble: faultsTrouble([toldOfNoJson(sent, wrong, texts.file.ofElection)]) }
}

export function faultsTrouble(faults: readonly ToldFault[]): Trouble {
  return { errors: { file: texts.file.refused(faults.length) }, faults }
}
