import { randomUUID } from 'node:crypto'
import { findFault } from './check-publication.ts'
import { pseudonymOf } from './citizens.ts'
import type { EboxClient } from './client.ts'
import type { Envelope, MessageFacts } from './message.ts'
import { type Publication, readPublication } from './message-to-publish.ts'
import type { ReceivedForm, ReceivedPart } from './multipart.ts'
import { type Refusal, refusals } from './refusals.ts'
import type { StandInEnv } from './replies.ts'
import type { EboxState } from './state.ts'

export type Attempt = Readonly<{
  api: Envelope['api']
  client: EboxClient
  onBehalfOf?: string | undefined
  /** Without its quotes; only on the route that has keys. */
  key?: string | undefined
  form: ReceivedForm & { ok: true }
  /** Whether a planned fault refuses this message, by its name. */
  refusalOf?: StandInEnv['Variables']['refusalOf']
}>

export type Acceptance = { ok: true; message: MessageFacts } | { ok: false; because: Refusal }

/**
 * The one place where a message becomes accepted, for all three routes: the key is judged first, then the
 * content. Nothing is awaited between the look at the key and taking the message in, so of two equal keys at the
 * same moment exactly one wins.
 */
export async function acceptMessage(state: EboxState, attempt: Attempt): Promise<Acceptance> {
  const { api, client, onBehalfOf, key, form } = attempt
  const read = readPublication(api, form.json)
  if (!read.ok) return { ok: false, because: refusals.schema(read.schemaError) }
  const { publication } = read
  if (key !== undefined && isKeyUsed(state, publication, key)) {
    state.truth.countRefusedRepeat()
    return { ok: false, because: refusals.keyUsed }
  }
  const fault = findFault({ api, client, onBehalfOf, publication, parts: form.parts })
  if (fault) return { ok: false, because: fault }

  const recipient = pseudonymOf(publication.recipient.number)
  const parts = publication.attachments.map(
    ({ partName }) => form.parts.find((part) => part.name === partName)!,
  )
  const refused = attempt.refusalOf?.([recipient, ...parts.map(({ sha256 }) => sha256)].join(' '))
  if (refused) return { ok: false, because: refusals.thisMessage(refused) }
  const message: MessageFacts = {
    id: randomUUID(),
    key,
    recipient,
    active: state.citizens.boxOf(publication.recipient.number, recipient) === 'accepted',
    envelope: envelopeOf(api, publication, parts),
    documents: parts.map(({ sha256, size }) => ({ sha256, size })),
    acceptedAt: state.now(),
  }
  await state.takeIn(
    message,
    parts.map((part) => part.chunks),
    publication.recipient.number,
  )
  return { ok: true, message }
}

function isKeyUsed(state: EboxState, { sender, application }: Publication, key: string): boolean {
  return state.truth.isKeyUsed(sender ?? '', application ?? '', key)
}

function envelopeOf(
  api: Envelope['api'],
  publication: Publication,
  parts: readonly ReceivedPart[],
): Envelope {
  const { body } = publication
  return {
    api,
    sender: publication.sender!,
    application: publication.application!,
    messageType: publication.messageType!,
    subject: publication.subject,
    ...(body && { body }),
    isBodyMain: publication.isBodyMain,
    isReplyAuthorized: publication.isReplyAuthorized,
    attachments: publication.attachments.map(({ isMain, isSigned }, index) => ({
      fileName: parts[index]!.fileName!,
      mediaType: parts[index]!.mediaType!,
      isMain,
      isSigned,
    })),
  }
}
