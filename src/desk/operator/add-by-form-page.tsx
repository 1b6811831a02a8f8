import { type AlreadyThere, addMunicipality, readSettings } from '../../municipalities/index.ts'
import {
  Button,
  ButtonGroup,
  type FieldErrors,
  FileText,
  Form,
  Inset,
} from '../../platform/http/components/index.ts'
import type { Desk } from '../desk.ts'
import { paths } from '../paths.ts'
import { seeOther, showPage } from '../show-page.tsx'
import { type Draft, documentField, draftOf, errorsOf } from './municipality-fields.ts'
import { fileTextOf, sendFile } from './municipality-file.ts'
import { MunicipalityForm } from './municipality-form.tsx'
import { texts } from './texts.nl.ts'

/** Name of the button that was pressed; any other than these shows the file. */
const pressed = { name: 'knop', add: 'voeg-toe', download: 'bewaar', edit: 'verder' } as const

/** A new municipality by a form that makes its file: the file is seen first, and can be kept. */
export function showAddByForm(desk: Desk) {
  return formPage(desk, draftOf(desk.form, {}))
}

/** Shows the file, gives it to keep, or adds the municipality, by the button that was pressed. */
export async function addByForm(desk: Desk) {
  const draft = draftOf(desk.form, {})
  const read = readSettings(draft.document)
  if (!read.ok) return formPage(desk, draft, errorsOf(read.faults, draft))
  const button = desk.form.text(pressed.name)
  if (button === pressed.download) return sendFile(desk, read.settings)
  if (button !== pressed.add) return formPage(desk, draft)
  const { staffId, municipalityId } = desk.staff
  const added = await addMunicipality(desk.deps, {
    ...{ document: read.settings, by: staffId, operator: municipalityId },
  })
  if (added.ok)
    return seeOther(desk, paths.municipality({ nisCode: added.settings.nisCode }), 'municipality-added')
  if (added.because === 'already-there') return formPage(desk, draft, takenError(added))
  throw new Error('a file that was right a moment ago is not any more')
}

/** At the field that another municipality has already. */
export function takenError({ field }: AlreadyThere): FieldErrors {
  return { [field]: texts.taken[field] }
}

function formPage(desk: Desk, draft: Draft, errors: FieldErrors = {}) {
  const { title, lead, toFile, show, showHint } = texts.addByForm
  const read = draft.isTyped ? readSettings(draft.document) : undefined
  const isReady = read?.ok && Object.keys(errors).length === 0
  return showPage(
    desk,
    { title, errors, trail: [{ href: paths.operator(), text: texts.municipalities.title }] },
    <>
      {isReady && desk.form.text(pressed.name) !== pressed.edit && (
        <Ready desk={desk} file={fileTextOf(read.settings)} />
      )}
      <p class="desk-lead">{lead}</p>
      <p>
        <a href={paths.addMunicipality()}>{toFile}</a>
      </p>
      <MunicipalityForm {...{ desk, draft, errors, action: paths.addByForm() }}>
        <Button kind={isReady ? 'secondary' : 'primary'}>{show}</Button>
        <p class="quiet">{showHint}</p>
      </MunicipalityForm>
    </>,
  )
}

/** The file as it is, which adds the municipality or goes along to where files are kept. */
function Ready({ desk, file }: { desk: Desk; file: string }) {
  const { ready, readyText, caption, add, download } = texts.addByForm
  return (
    <section>
      <h2>{ready}</h2>
      <Inset>{readyText}</Inset>
      <FileText caption={caption}>{file}</FileText>
      <ButtonGroup>
        <Carrying desk={desk} file={file} button={{ value: pressed.add, text: add }} />
        <Carrying desk={desk} file={file} button={{ value: pressed.download, text: download }} isSecond />
      </ButtonGroup>
    </section>
  )
}

interface CarryingProps {
  readonly desk: Desk
  readonly file: string
  readonly button: { readonly value: string; readonly text: string }
  readonly isSecond?: boolean
}

/** A form of its own for each button: after the file was kept the page is still there, and goes on. */
function Carrying({ desk, file, button, isSecond = false }: CarryingProps) {
  return (
    <Form csrf={desk.csrf} action={paths.addByForm()}>
      <input type="hidden" name={documentField} value={file} />
      <Button kind={isSecond ? 'secondary' : 'primary'} name={pressed.name} value={button.value}>
        {button.text}
      </Button>
    </Form>
  )
}
