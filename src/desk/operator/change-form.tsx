import { Button, type FieldErrors } from '../../platform/http/components/index.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import type { Draft } from './municipality-fields.ts'
import { MunicipalityForm } from './municipality-form.tsx'
import { texts } from './texts.nl.ts'
import { type MunicipalityDesk, placeOf } from './with-municipality.ts'

/** Name of the button that goes on with the form; any other shows what changes. */
export const goOn = { name: 'knop', value: 'verder' } as const

/** The version that was on the screen when typing began. */
export function basedOn({ form, about }: MunicipalityDesk): number {
  return Number(form.text('versie')) || about.current.version
}

/** The form again, with what was typed and what is wrong with it. */
export function changeForm(desk: MunicipalityDesk, draft: Draft, errors: FieldErrors = {}, status?: 409) {
  const { document } = desk.about.current
  const { title, lead, show, showHint } = texts.change
  return showPage(
    desk,
    {
      ...{ title, caption: document.name, errors, ...(status && { status }) },
      trail: [
        { href: paths.operator(), text: texts.municipalities.title },
        { href: paths.municipality(placeOf(desk)), text: document.name },
      ],
    },
    <>
      <p class="desk-lead">{lead}</p>
      <MunicipalityForm
        {...{ desk, draft, errors, basedOn: basedOn(desk), action: paths.changeMunicipality(placeOf(desk)) }}
      >
        <Button>{show}</Button>
        <p class="quiet">{showHint}</p>
      </MunicipalityForm>
    </>,
  )
}
