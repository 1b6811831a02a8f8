import { doLettersFit } from '../../letters/index.ts'
import {
  changeTexts,
  keepForm,
  type OwnTexts,
  ownTextsOf,
  type SettingsVersion,
  selectSettingsVersions,
  settingsVersion,
  textDifferences,
  textsByPath,
  withOwnTexts,
} from '../../municipalities/index.ts'
import { Beside, type FieldErrors, FieldSet, Form, Inset } from '../../platform/http/components/index.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'
import { LetterChoice } from './letter-choice.tsx'
import { texts } from './own-texts.nl.ts'
import { errorsOf, typedTexts, wholeForm } from './own-texts-fields.ts'
import { pressed, TextsButtons, TextsFields } from './own-texts-form.tsx'
import { Differences, showTextsPage } from './own-texts-frame.tsx'
import { Meaning, meaningFacts } from './own-texts-meaning.tsx'
import { askedLetter, Example, exampleWith, newestOfPerson } from './own-texts-preview.tsx'
import { texts as letterTexts } from './texts.nl.ts'

/** Where the browser goes when the letter was asked; on a page that has no such place it stays at the top. */
const previewId = 'voorbeeld'
const formId = 'teksten-formulier'

/** The texts that stand in the form: typed, or taken over from an earlier version, or those of now. */
interface Shown {
  readonly current: SettingsVersion
  readonly draft: OwnTexts
  readonly isTyped: boolean
  readonly takenFrom?: number
  /** The version that saving starts from: the one on the screen when typing began. */
  readonly basedOn: number
}

/** What the municipality says of itself on the letter, to change and to see, beside each other. */
export async function showOwnTexts(desk: ElectionDesk) {
  const current = await inOwnScope(desk, (db) => settingsVersion(db, desk.staff.municipalityId))
  if (!desk.form.isEmpty) return textsPage(desk, typedShown(desk, current))
  const taken = await takenVersion(desk)
  if (taken)
    return textsPage(desk, {
      ...{ current, draft: ownTextsOf(taken.document), isTyped: false, takenFrom: taken.version },
      basedOn: current.version,
    })
  return textsPage(desk, {
    ...{ current, draft: ownTextsOf(current.document), isTyped: false, basedOn: current.version },
  })
}

/** Saves as a new version, or shows the letter with what was typed, by the button that was pressed. */
export async function changeOwnTexts(desk: ElectionDesk) {
  const { deps, staff, form, election } = desk
  const current = await inOwnScope(desk, (db) => settingsVersion(db, staff.municipalityId))
  const shown = typedShown(desk, current)
  if (form.text(pressed.name) !== pressed.save) return textsPage(desk, shown)
  if (!(await fits(desk, shown)))
    return textsPage(desk, shown, { [wholeForm]: texts.refused['does-not-fit'] })
  const changed = await changeTexts(deps, { staff, texts: shown.draft, basedOn: shown.basedOn })
  if (changed.ok)
    return seeOther(
      desk,
      paths.ownTexts({ election: election.code }),
      changed.changed ? 'texts-changed' : 'texts-same',
    )
  if (changed.because === 'not-valid') return textsPage(desk, shown)
  const again = await inOwnScope(desk, (db) => settingsVersion(db, staff.municipalityId))
  const seenNow = { ...typedShown(desk, again), basedOn: again.version }
  return textsPage(desk, seenNow, { [wholeForm]: texts.refused[changed.because] }, 409)
}

/** What no check of the file can know: whether all of it together has room on the letters of this election. */
async function fits({ deps, election }: ElectionDesk, { current, draft }: Shown): Promise<boolean> {
  const typed = withOwnTexts(current.document, draft)
  if (!typed.ok || textDifferences(current.document, draft).length === 0) return true
  return doLettersFit(deps, { election, settings: typed.settings })
}

const typedShown = ({ form }: ElectionDesk, current: SettingsVersion): Shown => ({
  ...{ current, draft: typedTexts(form, current.document), isTyped: true },
  basedOn: Number(form.text('versie')) || 0,
})

async function takenVersion(desk: ElectionDesk): Promise<SettingsVersion | undefined> {
  const version = Number(desk.context.req.query('versie'))
  if (!Number.isInteger(version) || version < 1 || version > 1_000_000) return undefined
  const [found] = await inOwnScope(desk, (db) =>
    selectSettingsVersions(db, desk.staff.municipalityId, { before: version + 1, limit: 1 }),
  )
  return found?.version === version ? found : undefined
}

async function textsPage(desk: ElectionDesk, shown: Shown, refusal: FieldErrors = {}, refusedAs?: 409) {
  const { current, draft, isTyped, takenFrom } = shown
  const isChanged = isTyped || takenFrom !== undefined
  const checked = withOwnTexts(current.document, draft)
  const errors = { ...refusal, ...(!checked.ok && isChanged && errorsOf(checked.faults, current.document)) }
  const byPath = textsByPath(draft)
  const valueAt = (path: string) => (isTyped ? desk.form.text(path) : (byPath.get(path) ?? ''))
  const differences = textDifferences(current.document, draft)
  const letter = await askedLetter(desk)
  const example = await exampleOf(desk, shown, { letter, checked })
  const status = example ? refusedAs : 409
  const { title, lead, changes } = texts
  return showTextsPage(
    desk,
    { title, view: 'texts', errors, ...(status && { status }) },
    <>
      <p class="desk-lead">{lead}</p>
      {takenFrom && <Inset>{texts.from(takenFrom)}</Inset>}
      <Meaning desk={desk} facts={await meaningFacts(desk, current.version)} />
      {isChanged && (
        <section>
          <h2>{changes.title}</h2>
          <Differences
            caption={changes.title}
            differences={differences}
            headings={changes}
            empty={changes.none}
          />
        </section>
      )}
      <div id={wholeForm}>
        <Beside
          form={<TextsForm desk={desk} shown={shown} letter={letter} errors={errors} valueAt={valueAt} />}
          result={
            <>
              <section
                {...(isTyped && checked.ok && !status && { id: previewId })}
                data-preview-of={formId}
                data-preview-says={checked.ok ? texts.preview.refreshed : texts.preview.faulty}
              >
                <h2>{texts.preview.title}</h2>
                {example ?? <div class="empty">{texts.preview.overtaken}</div>}
              </section>
              <p
                role="status"
                class="govuk-visually-hidden"
                data-preview-said
                data-failed={texts.preview.failed}
              />
            </>
          }
        />
      </div>
    </>,
  )
}

type Letter = Awaited<ReturnType<typeof askedLetter>>

interface FormProps {
  readonly desk: ElectionDesk
  readonly shown: Shown
  readonly letter: Letter
  readonly errors: FieldErrors
  readonly valueAt: (path: string) => string
}

function TextsForm({ desk, shown, letter, errors, valueAt }: FormProps) {
  return (
    <Form
      id={formId}
      csrf={desk.csrf}
      action={`${paths.ownTexts({ election: desk.election.code })}#${previewId}`}
    >
      <input type="hidden" name="versie" value={String(shown.basedOn)} />
      <TextsFields desk={desk} errors={errors} valueAt={valueAt} />
      {letter && (
        <FieldSet id="welke-brief" label={texts.preview.which}>
          <LetterChoice {...letter} />
        </FieldSet>
      )}
      <TextsButtons />
    </Form>
  )
}

/**
 * The letter with what stands in the form; nothing when this person asked a newer one meanwhile. What was typed is kept, sealed, for as long as
 * its pictures need it.
 */
async function exampleOf(
  desk: ElectionDesk,
  { current, draft, isTyped, takenFrom }: Shown,
  { letter, checked }: { letter: Letter; checked: ReturnType<typeof withOwnTexts> },
) {
  if (!letter) return <div class="empty">{letterTexts.preview.noPlaces}</div>
  if (!checked.ok) return <Faulty errors={errorsOf(checked.faults, current.document)} />
  const make = () => exampleWith(desk, checked.settings, letter.asked)
  const example = isTyped ? await newestOfPerson(desk, 'preview', make) : await make()
  if (!example) return undefined
  const fields = Object.fromEntries([...textsByPath(draft)].map(([path, text]) => [path, [text]]))
  const kept = isTyped || takenFrom ? await keepForm(desk.deps, { ...desk.staff, fields }) : undefined
  return <Example desk={desk} asked={letter.asked} example={example} kept={kept} />
}

/** In the place of the letter, while somebody types: what is wrong and where, so that they need not press a button to know. */
function Faulty({ errors }: { errors: FieldErrors }) {
  return (
    <div class="empty">
      <p>{texts.preview.faulty}</p>
      <ul>
        {Object.entries(errors).map(([field, sentence]) => (
          <li>
            <a href={`#${field}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
