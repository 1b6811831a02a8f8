import { heldByRelease, changeMunicipality as storeChange } from '../../letters/index.ts'
import { differences, type MunicipalitySettings, readSettings } from '../../municipalities/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import {
  Button,
  ButtonGroup,
  type FieldErrors,
  Form,
  Inset,
  Warning,
} from '../../platform/http/components/index.ts'
import { paths } from '../paths.ts'
import { seeOther, showPage } from '../show-page.tsx'
import { takenError } from './add-by-form-page.tsx'
import { basedOn, changeForm, goOn } from './change-form.tsx'
import { consequencesOf } from './consequences.ts'
import { SettingsDifferences } from './differences-table.tsx'
import { documentField, draftFrom, draftOf, errorsOf } from './municipality-fields.ts'
import { fileTextOf } from './municipality-file.ts'
import { texts } from './texts.nl.ts'
import { type MunicipalityDesk, placeOf } from './with-municipality.ts'

/**
 * What would change, in words, before anything does. What released letters hold back goes back to the form, with the
 * reason. `version`: the one that was looked at when the change was made.
 */
export async function showChange(
  desk: MunicipalityDesk,
  settings: MunicipalitySettings,
  version: number,
  refusal?: string,
) {
  const { about, deps } = desk
  const changed = differences(about.current.document, settings)
  if (changed.length === 0) return seeOther(desk, paths.municipality(placeOf(desk)), 'municipality-same')
  const held = await deps.database.inScope(staffOf(about.municipalityId), (db) =>
    heldByRelease(db, about.municipalityId, changed),
  )
  if (held.length > 0) return changeForm(desk, draftFrom(settings), heldErrors(held))
  const { title, caption, lead, confirm, goOn: goOnText, means } = texts.confirm
  return showPage(
    desk,
    {
      ...{ title, caption: about.current.document.name, ...(refusal && { status: 409 as const }) },
      trail: [
        { href: paths.operator(), text: texts.municipalities.title },
        { href: paths.municipality(placeOf(desk)), text: about.current.document.name },
      ],
    },
    <>
      {refusal && <Warning>{refusal}</Warning>}
      <p class="desk-lead">{lead}</p>
      <SettingsDifferences caption={caption} changed={changed} />
      <h2>{means}</h2>
      <ul>
        {consequencesOf(changed).map((consequence) => (
          <li>{consequence}</li>
        ))}
      </ul>
      <Inset>{texts.confirm.stays}</Inset>
      <ButtonGroup>
        <Carrying desk={desk} settings={settings} version={version} to={paths.confirmChange(placeOf(desk))}>
          <Button>{confirm}</Button>
        </Carrying>
        <Carrying
          desk={desk}
          settings={settings}
          version={version}
          to={paths.changeMunicipality(placeOf(desk))}
        >
          <Button kind="secondary" name={goOn.name} value={goOn.value}>
            {goOnText}
          </Button>
        </Carrying>
      </ButtonGroup>
    </>,
  )
}

interface CarryingProps {
  readonly desk: MunicipalityDesk
  readonly settings: MunicipalitySettings
  readonly version: number
  readonly to: string
  readonly children: ReturnType<typeof Button>
}

/** A form that carries the whole file along, so that nothing is kept in between and nothing is lost. */
function Carrying({ desk, settings, version, to, children }: CarryingProps) {
  return (
    <Form csrf={desk.csrf} action={to}>
      <input type="hidden" name={documentField} value={fileTextOf(settings)} />
      <input type="hidden" name="versie" value={String(version)} />
      {children}
    </Form>
  )
}

/** Back from a login that the change asked for: what was shown before it, to carry out now. */
export function showKeptChange(desk: MunicipalityDesk) {
  const { isTyped, document } = draftOf(desk.form, desk.about.current.document)
  const read = isTyped ? readSettings(document) : undefined
  if (read?.ok) return showChange(desk, read.settings, basedOn(desk))
  return seeOther(desk, paths.changeMunicipality(placeOf(desk)))
}

/** Carries out what was shown. */
export async function confirmChange(desk: MunicipalityDesk) {
  const { about, deps, staff } = desk
  const draft = draftOf(desk.form, about.current.document)
  const read = readSettings(draft.document)
  if (!read.ok) return changeForm(desk, draft, errorsOf(read.faults, draft))
  const changed = await storeChange(deps, {
    ...{ municipalityId: about.municipalityId, document: read.settings, basedOn: basedOn(desk) },
    ...{ by: staff.staffId, operator: staff.municipalityId },
  })
  if (changed.ok)
    return seeOther(
      desk,
      paths.municipality({ nisCode: changed.settings.nisCode }),
      changed.changed ? 'municipality-changed' : 'municipality-same',
    )
  if (changed.because === 'held-by-release') return changeForm(desk, draft, heldErrors(changed.fields))
  if (changed.because === 'already-there') return changeForm(desk, draft, takenError(changed))
  if (changed.because === 'changed-meanwhile')
    return showChange(desk, read.settings, about.current.version, texts.confirm.changedMeanwhile)
  return changeForm(desk, draft, { nisCode: texts.confirm.otherMunicipality })
}

function heldErrors(fields: readonly (keyof typeof texts.held)[]): FieldErrors {
  return Object.fromEntries(fields.map((field) => [field, texts.held[field]]))
}
