import { buffer } from 'node:stream/consumers'
import {
  adoptList,
  type ListKind,
  listKinds,
  mostDecisionBytes,
  openListDocument,
  reopenList,
  sendList,
} from '../../../bureaus/index.ts'
import { dayInBelgium } from '../../../platform/dates.ts'
import type { FieldErrors } from '../../../platform/http/components/index.ts'
import { readUpload } from '../../../platform/http/read-upload.ts'
import type { TypedForm } from '../../../platform/http/typed-form.ts'
import { isOurToken } from '../../cookies.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage, notFromOurPagePage } from '../../refusal-pages.tsx'
import { seeOther } from '../../show-page.tsx'
import { dayOf, typedDate } from '../../typed-day.ts'
import { handingOver } from './handing-over-texts.nl.ts'
import { listsPage } from './lists-page.tsx'
import { texts } from './texts.nl.ts'

/** What was typed for one of the two lists, whose fields have its letter behind them. */
function typedFor(form: TypedForm, kind: ListKind) {
  const name = (field: string) => `${field}-${kind.toLowerCase()}`
  return {
    name,
    text: (field: string) => form.text(name(field)),
    day: (field: string) => dayOf(typedDate((one) => form.text(one), name(field))),
  }
}

function kindOf({ context }: ElectionDesk): ListKind | undefined {
  return listKinds.find((kind) => kind === context.req.param('kind'))
}

function wrong(desk: ElectionDesk, kind: ListKind, errors: FieldErrors, form = desk.form) {
  return listsPage(desk, { kind, errors, form })
}

/** Writes down that the college adopted a list, with the decision as a document when there is one. */
export async function adopt(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff } = desk
  const kind = kindOf(desk)
  if (!kind) return notFoundPage(desk)
  const upload = await readUpload(desk.context, {
    ...{ field: `document-${kind.toLowerCase()}`, maxBytes: mostDecisionBytes },
    ...{ isOurToken: isOurToken(desk), receive: buffer },
  })
  if (!upload.ok && upload.because === 'not-from-our-page') return notFromOurPagePage(desk)
  if (!upload.ok && upload.because !== 'no-file') {
    const { tooLarge, broken } = texts.adopt
    return wrong(desk, kind, {
      [`document-${kind.toLowerCase()}`]: upload.because === 'too-large' ? tooLarge : broken,
    })
  }
  const { form } = upload
  const { name, text, day } = typedFor(form, kind)
  const decidedOn = day('dag')
  if (!decidedOn) return wrong(desk, kind, { [name('dag')]: texts.adopt.noDay }, form)
  if (decidedOn > dayInBelgium(deps.clock.now()))
    return wrong(desk, kind, { [name('dag')]: texts.adopt.future }, form)
  const document = upload.ok ? upload.received : undefined
  const decision = { election, kind, decision: text('besluit'), decidedOn, document, by: staff.staffId }
  const adopted = await adoptList(deps, decision)
  if (adopted.ok) return seeOther(desk, paths.memberLists({ election: election.code }), 'list-adopted')
  const field = adopted.because === 'not-a-pdf' ? 'document' : 'besluit'
  return wrong(desk, kind, { [name(field)]: texts.adopt.refused[adopted.because] }, form)
}

/** Writes down to whom a list went, and when. */
export async function send(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, form } = desk
  const kind = kindOf(desk)
  if (!kind) return notFoundPage(desk)
  const { name, text, day } = typedFor(form, kind)
  const sentOn = day('verzonden')
  if (!sentOn) return wrong(desk, kind, { [name('verzonden')]: handingOver.send.noDay })
  const sending = { sentTo: text('aan'), sentToNumber: text('ontvanger') || undefined, sentOn }
  const sent = await sendList(deps, { election, kind, ...sending, by: staff.staffId })
  if (sent.ok) return seeOther(desk, paths.memberLists({ election: election.code }), 'list-sent')
  const fields = { 'sent-too-early': 'verzonden', 'no-such-authority': 'ontvanger' } as const
  const field = fields[sent.because as keyof typeof fields] ?? 'aan'
  return wrong(desk, kind, { [name(field)]: handingOver.send.refused[sent.because] })
}

/** Opens a list again as a new version, for a reason. */
export async function reopen(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, form } = desk
  const kind = kindOf(desk)
  if (!kind) return notFoundPage(desk)
  const { name, text } = typedFor(form, kind)
  const reopened = await reopenList(deps, { election, kind, reason: text('waarom'), by: staff.staffId })
  if (reopened.ok) return seeOther(desk, paths.memberLists({ election: election.code }), 'list-reopened')
  return wrong(desk, kind, { [name('waarom')]: texts.reopen.refused[reopened.because] })
}

/** The decision as it was kept. */
export async function showDocument(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, context } = desk
  const kind = kindOf(desk)
  const version = Number(context.req.param('version'))
  if (!kind || !Number.isInteger(version)) return notFoundPage(desk)
  const pdf = await openListDocument(deps, { election, kind, version, by: staff.staffId })
  if (!pdf) return notFoundPage(desk)
  return context.body(new Uint8Array(pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `attachment; filename="beslissing-lijst-${kind.toLowerCase()}-${version}.pdf"`,
    'Cache-Control': 'no-store',
  })
}
