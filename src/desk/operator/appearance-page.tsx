import { text } from 'node:stream/consumers'
import { type MunicipalitySettings, readSettings } from '../../municipalities/index.ts'
import {
  Beside,
  Button,
  ButtonGroup,
  Checkboxes,
  type FieldErrors,
  FileField,
  Form,
  TextField,
} from '../../platform/http/components/index.ts'
import { readUpload } from '../../platform/http/read-upload.ts'
import { wholeTheme } from '../../platform/http/theme-route.ts'
import type { TypedForm } from '../../platform/http/typed-form.ts'
import { flanders } from '../../platform/theme.ts'
import { isOurToken } from '../cookies.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { armsOnPage, LookSample } from './appearance-sample.tsx'
import { showChange } from './confirm-change.tsx'
import { formTexts } from './form-texts.nl.ts'
import { draftFrom, errorsOf } from './municipality-fields.ts'
import { maxFileBytes } from './municipality-file.ts'
import { texts } from './texts.nl.ts'
import { type MunicipalityDesk, placeOf } from './with-municipality.ts'

const button = { name: 'knop', save: 'bewaar' } as const
const without = { name: 'zonder', value: 'wapen' } as const

/** What stands in the form: colours as they were typed, arms as they are or as they were uploaded. */
interface Look {
  readonly colour: string
  readonly line: string
  readonly arms: string | undefined
}

/** The arms and colours of a municipality; the page itself shows them before they are saved. */
export function showAppearance(desk: MunicipalityDesk) {
  const { theme, arms } = desk.about.current.document
  return lookPage(desk, { colour: theme?.colour ?? '', line: theme?.line ?? '', arms })
}

export async function changeAppearance(desk: MunicipalityDesk) {
  const upload = await readUpload(desk.context, {
    ...{ field: 'file', maxBytes: maxFileBytes, isOurToken: isOurToken(desk), receive: text },
  })
  const { arms } = desk.about.current.document
  if (!upload.ok && upload.because !== 'no-file')
    return lookPage(desk, { colour: '', line: '', arms }, { file: texts.upload[upload.because] })
  const look = lookOf(upload.form, upload.ok ? upload.received : undefined)
  const { read, errors } = judged(desk, look)
  if (!read.ok) return lookPage(desk, look, errors)
  if (upload.form.text(button.name) !== button.save) return lookPage(desk, look)
  return showChange(desk, read.settings, Number(upload.form.text('versie')) || desk.about.current.version)
}

function lookOf(form: TypedForm, uploaded: string | undefined): Look {
  const typed = (name: string) => form.text(name).toLowerCase()
  const arms = form.text(without.name) === without.value ? undefined : uploaded || form.text('arms')
  return { colour: typed('theme.colour'), line: typed('theme.line'), arms: arms || undefined }
}

/** The file with this look in it, through its own check and no other. What is wrong with the arms is told at the file. */
function judged({ about }: MunicipalityDesk, { colour, line, arms }: Look) {
  const { theme: _theme, arms: _arms, ...rest } = about.current.document
  const theme = colour || line ? { theme: { colour, ...(line && { line }) } } : {}
  const document: MunicipalitySettings = { ...rest, ...theme, ...(arms !== undefined && { arms }) }
  const read = readSettings(document)
  const { arms: ofArms, ...others } = read.ok
    ? ({} as FieldErrors)
    : errorsOf(read.faults, draftFrom(document))
  return { read, errors: { ...others, ...(ofArms && { file: ofArms }) } }
}

async function lookPage(desk: MunicipalityDesk, look: Look, errors: FieldErrors = {}) {
  const { document } = desk.about.current
  const { title, lead, preview, now } = texts.appearance
  const { read } = judged(desk, look)
  const shown = read.ok ? read.settings : document
  return showPage(
    desk,
    {
      ...{ title, caption: document.name, errors, theme: wholeTheme(shown.theme) ?? flanders },
      trail: [
        { href: paths.operator(), text: texts.municipalities.title },
        { href: paths.municipality(placeOf(desk)), text: document.name },
      ],
    },
    <>
      <p class="desk-lead">{lead}</p>
      <Beside
        form={<LookForm desk={desk} look={look} errors={errors} />}
        result={
          <section>
            <h2>{shown === document ? now : preview}</h2>
            <LookSample settings={shown} arms={await armsOnPage(desk, shown)} />
          </section>
        }
      />
    </>,
  )
}

interface FormProps {
  readonly desk: MunicipalityDesk
  readonly look: Look
  readonly errors: FieldErrors
}

/** The button that shows stands first, so that Enter in a field saves nothing. */
function LookForm({ desk, look, errors }: FormProps) {
  const { fields: said } = formTexts
  const { file, fileHint, noArms, noArmsText, show, save, saveHint } = texts.appearance
  const path = paths.appearance(placeOf(desk))
  return (
    <Form csrf={desk.csrf} action={path} upload>
      <input type="hidden" name="versie" value={String(desk.about.current.version)} />
      <input type="hidden" name="arms" value={look.arms ?? ''} />
      <TextField
        {...{ name: 'theme.colour', label: said.colour, hint: said.colourHint, width: 10 }}
        {...{ value: look.colour, error: errors['theme.colour'] }}
      />
      <TextField
        {...{ name: 'theme.line', label: said.line, hint: said.lineHint, width: 10 }}
        {...{ value: look.line, error: errors['theme.line'] }}
      />
      <FileField
        {...{ name: 'file', label: file, hint: fileHint, accept: '.svg,image/svg+xml', error: errors.file }}
      />
      {look.arms !== undefined && (
        <Checkboxes
          {...{ name: without.name, label: noArms, choices: [{ value: without.value, label: noArmsText }] }}
        />
      )}
      <ButtonGroup>
        <Button kind="secondary" name={button.name} value="toon">
          {show}
        </Button>
        <Button name={button.name} value={button.save}>
          {save}
        </Button>
      </ButtonGroup>
      <p class="quiet">{saveHint}</p>
    </Form>
  )
}
