import type { Context } from 'hono'
import type { Election } from '../../elections/index.ts'
import type { MunicipalitySettings } from '../../municipalities/index.ts'
import { Button, ErrorSummary, type FieldErrors, Form } from '../../platform/http/components/index.ts'
import { TypedForm } from '../../platform/http/typed-form.ts'
import { offersMail } from '../../platform/mail-settings.ts'
import { showPublicPage } from '../frame.tsx'
import { languageOf } from '../language.ts'
import { paths } from '../paths.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { texts as frameTexts } from '../texts.ts'
import { type AskedCall, askedCall } from './asked-call.ts'
import { FormFields } from './form-fields.tsx'
import { HowItIsKept } from './how-it-is-kept.tsx'
import { texts } from './texts.ts'

/** Where somebody offers to sit in a bureau. Nothing on it says who is a voter here. */
export async function showVolunteerForm(deps: PortalDeps, context: Context) {
  const { municipality, election } = await askedCall(deps, context)
  if (!municipality || !election) return closedPage(deps, context, { municipality })
  return formPage(deps, context, { municipality, election })
}

export function closedPage(deps: PortalDeps, context: Context, { municipality }: AskedCall) {
  const { title, text } = texts[languageOf(context, deps.config, municipality)].closed
  return showPublicPage(deps, context, { title, municipality }, <p>{text}</p>)
}

interface Shown {
  readonly municipality: MunicipalitySettings
  readonly election: Election
  readonly form?: TypedForm
  readonly errors?: FieldErrors
  readonly status?: 200 | 403 | 422 | 429
}

export function formPage(
  deps: PortalDeps,
  context: Context,
  { municipality, election, form = new TypedForm(), errors = {}, status = 200 }: Shown,
) {
  context.header('Cache-Control', 'no-store')
  const language = languageOf(context, deps.config, municipality)
  const words = texts[language]
  const frame = frameTexts[language]
  const title = status === 200 ? words.title : frame.wrong(words.title)
  const mailsLeave = offersMail(deps.config)
  return showPublicPage(
    deps,
    context,
    { title, caption: election.name, municipality, status },
    <>
      <ErrorSummary title={frame.notRightYet} errors={errors} />
      <p>{words.lead}</p>
      <p>{words.order}</p>
      <Form csrf="" action={paths.volunteer({ municipality: municipality.slug, election: election.code })}>
        <FormFields {...{ form, errors, words, mailsLeave, errorWord: frame.error }} />
        <HowItIsKept {...{ election, words }} />
        <Button>{words.send}</Button>
      </Form>
    </>,
  )
}

/** The same for everybody: whether they are a voter here, whether they offered before, whether a mail left. */
export function sentPage(deps: PortalDeps, context: Context, { municipality, election }: AskedCall) {
  context.header('Cache-Control', 'no-store')
  const { title, mail, phone, nothing } = texts[languageOf(context, deps.config, municipality)].sent
  return showPublicPage(
    deps,
    context,
    { title, caption: election?.name, municipality },
    <>
      {offersMail(deps.config) && <p>{mail}</p>}
      <p>{phone}</p>
      <p>{nothing}</p>
    </>,
  )
}
