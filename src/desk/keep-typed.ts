import type { Context } from 'hono'
import { keepForm, type Staff, type StaffRight, takeForm } from '../municipalities/index.ts'
import { csrfField } from '../platform/http/components/index.ts'
import { pageAbove } from '../platform/http/page-above.ts'
import { withQuery } from '../platform/http/path.ts'
import { readWithoutFile } from '../platform/http/read-upload.ts'
import type { Access } from '../platform/http/route.ts'
import { readForm, TypedForm } from '../platform/http/typed-form.ts'
import { ownerOfForm } from './cookies.ts'
import type { DeskDeps } from './desk-deps.ts'
import { paths } from './paths.ts'

/** What only one person knows: it is kept nowhere, not even until they are back from the login. Fields that begin so are left out. */
export const passphraseField = 'wachtzin'

/** What could not be kept of what somebody sent: the file they chose, or all of it; nothing of a button without fields, which has to be pressed again. */
export type Lost = 'bestand' | 'alles' | 'niets'

interface Sent {
  readonly context: Context
  readonly pages: readonly string[]
}

/**
 * Keeps what was typed in a form that was sent without a session, for whoever the form was made for. Answers where
 * they find it: the page it stood on, with under which id it waits and what is lost.
 */
export async function keepTyped(
  deps: DeskDeps,
  { context, access, pages }: Sent & { readonly access: Pick<Access<StaffRight>, 'upload'> },
): Promise<string> {
  const form = await readSent(context, access)
  const owner = form && ownerOfForm(deps.vault, form.typed.text(csrfField))
  if (owner) {
    const { typed, hasFile } = form
    return backWith(deps, { context, pages, owner, typed: typed.without(csrfField), hasFile })
  }
  const isLost = !form || form.hasFile || !form.typed.without(csrfField).isEmpty
  return withQuery(pageAbove(context.req.path, pages, paths.start()), {
    kwijt: (isLost ? 'alles' : 'niets') satisfies Lost,
  })
}

async function readSent(context: Context, { upload }: Pick<Access<StaffRight>, 'upload'>) {
  if (upload) return readWithoutFile(context)
  const typed = await readForm(context)
  return typed && { typed, hasFile: false }
}

interface Typed extends Sent {
  readonly owner: Pick<Staff, 'municipalityId' | 'staffId'>
  readonly typed: TypedForm
  readonly hasFile?: boolean
}

/** Keeps what somebody typed, and answers the address of the page where they find it back. */
export async function backWith(
  deps: DeskDeps,
  { context, pages, owner, typed, hasFile = false }: Typed,
): Promise<string> {
  const { fields } = withoutPassphrase(typed)
  const isNothing = Object.keys(fields).length === 0
  const bewaard = isNothing ? undefined : await keepForm(deps, { ...owner, fields })
  const kwijt: Lost | undefined = hasFile ? 'bestand' : isNothing ? 'niets' : undefined
  return withQuery(pageAbove(context.req.path, pages, paths.start()), { bewaard, kwijt })
}

function withoutPassphrase({ fields }: TypedForm): TypedForm {
  const others = Object.entries(fields).filter(([name]) => !name.startsWith(passphraseField))
  return new TypedForm(Object.fromEntries(others))
}

/** What the person who is here typed before they logged in. */
export async function typedBefore(
  deps: DeskDeps,
  context: Context,
  staff: Staff,
): Promise<TypedForm | undefined> {
  const keptId = context.req.query('bewaard')
  const fields = keptId && (await takeForm(deps, { ...staff, keptId }))
  return fields ? new TypedForm(fields) : undefined
}
