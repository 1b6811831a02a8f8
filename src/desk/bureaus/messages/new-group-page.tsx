import {
  askGroupMessage,
  exampleOfMessage,
  faultsOfWording,
  groupToSend,
  type MessageFilter,
  messageFilterSchema,
  type Recipient,
  tidyWording,
  type Wording,
  type WrittenMessage,
} from '../../../bureaus/index.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { FieldErrors } from '../../../platform/http/components/index.ts'
import { type ElectionDesk, inOwnScope } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { seeOther, showPage } from '../../show-page.tsx'
import { fullName } from '../bureau-text.ts'
import { texts as bureauTexts } from '../texts.nl.ts'
import { faultText } from './message-text.ts'
import { GroupFields, WhoGetsIt } from './new-group-parts.tsx'
import { texts } from './texts.nl.ts'
import { waysOf } from './ways.ts'

const words = texts.newGroup

/** What whoever asks saw: who gets it, how it looks, and the hash of both. */
export interface Looked {
  readonly found: readonly Recipient[]
  readonly reachable: number
  readonly sha256: string
  readonly from: number
  readonly example: WrittenMessage | undefined
  readonly who: string | undefined
}

/** Choosing to whom, and writing it. */
export function showNewGroup(desk: ElectionDesk) {
  return newGroupPage(desk)
}

function newGroupPage(desk: ElectionDesk, errors: FieldErrors = {}, looked?: Looked) {
  const { election } = desk
  const trail = [
    { href: paths.bureaus({ election: election.code }), text: bureauTexts.title },
    { href: paths.messages({ election: election.code }), text: texts.title },
  ]
  return showPage(
    desk,
    { title: words.title, caption: election.name, trail, errors },
    <>
      {!looked && <p class="desk-lead">{words.lead}</p>}
      {looked && <WhoGetsIt {...{ desk, looked }} />}
      <GroupFields {...{ desk, errors, looked }} />
    </>,
  )
}

/** Looks who gets it, or asks a second person to release it. */
export async function askGroup(desk: ElectionDesk): Promise<Response> {
  const { form, deps, election, staff } = desk
  const wording = typedWording(desk)
  const filter = typedFilter(desk)
  const errors: Record<string, string> = {}
  for (const fault of faultsOfWording(wording)) errors[fault.part] ??= faultText(fault)
  if (Object.keys(errors).length > 0) return newGroupPage(desk, errors)
  const seen = form.text('gezien')
  if (form.text('doe') !== 'vraag' || !seen) {
    const looked = await look(desk, { wording, filter })
    return newGroupPage(desk, looked.reachable > 0 ? {} : { soort: words.nobody }, looked)
  }
  const ask = { election, wording, filter, seen, by: staff.staffId }
  const asked = await askGroupMessage({ ...deps, ways: waysOf(desk) }, ask)
  if (asked.ok) {
    const address = { election: election.code, group: asked.groupId }
    return seeOther(desk, paths.groupMessage(address), 'group-message-asked')
  }
  const said = { [asked.because === 'nobody' ? 'soort' : 'body']: words.refused[asked.because] }
  return newGroupPage(desk, said, await look(desk, { wording, filter }))
}

/** Names are shown, so it leaves a trace. */
function look(desk: ElectionDesk, draft: { wording: Wording; filter: MessageFilter }): Promise<Looked> {
  const { election, deps, staff, form } = desk
  const from = Math.max(0, Math.trunc(Number(form.text('vanaf'))) || 0)
  return inOwnScope(desk, async (db) => {
    const { municipalityId, electionId } = election
    const { found, reachable, sha256, wording } = await groupToSend(
      db,
      { ways: waysOf(desk) },
      election,
      draft,
    )
    const [first] = reachable
    const shown = { wording, recipient: first!, portalUrl: deps.config.PORTAL_URL, by: staff.staffId }
    const example = first && (await exampleOfMessage(db, election, shown))
    const event = {
      municipalityId,
      actor: staff.staffId,
      action: 'bureaus.recipients-shown',
      subject: electionId,
    }
    await recordAudit(db, { ...event, details: { people: found.length, from } })
    const seen = { found, reachable: reachable.length, sha256: sha256.toString('hex'), from }
    return { ...seen, example, who: first && fullName(first) }
  })
}

function typedWording({ form }: ElectionDesk): Wording {
  return tidyWording({ subject: form.text('subject'), body: form.text('body'), sms: form.text('sms') })
}

/** What is not one of the choices is not asked. */
function typedFilter({ form }: ElectionDesk): MessageFilter {
  const typed = {
    ...{ kind: form.text('soort') || undefined, role: form.text('functie') || undefined },
    ...{ number: form.text('nummer') || undefined, state: form.text('stand') || undefined },
    unanswered: form.text('stil') === 'ja' || undefined,
  }
  const read = messageFilterSchema.safeParse(typed)
  return read.success ? read.data : { number: 'none' }
}
