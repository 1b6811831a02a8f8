import { readSettings } from '../../municipalities/index.ts'
import { basedOn, changeForm, goOn } from './change-form.tsx'
import { showChange } from './confirm-change.tsx'
import { draftOf, errorsOf } from './municipality-fields.ts'
import type { MunicipalityDesk } from './with-municipality.ts'

/** The settings of a municipality in a form; nothing changes before it was shown what. */
export function showChangeForm(desk: MunicipalityDesk) {
  return changeForm(desk, draftOf(desk.form, desk.about.current.document))
}

export async function changeByForm(desk: MunicipalityDesk) {
  const draft = draftOf(desk.form, desk.about.current.document)
  if (desk.form.text(goOn.name) === goOn.value) return changeForm(desk, draft)
  const read = readSettings(draft.document)
  if (!read.ok) return changeForm(desk, draft, errorsOf(read.faults, draft))
  return showChange(desk, read.settings, basedOn(desk))
}
