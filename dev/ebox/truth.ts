import type { Envelope, MessageFacts } from './message.ts'

/** A message in memory, linked to the earlier ones of the same recipient and of the same key. */
export type AcceptedMessage = MessageFacts & {
  openedAt: number | undefined
  readonly previousOfRecipient: AcceptedMessage | undefined
  readonly previousOfKey: AcceptedMessage | undefined
}

/** What the stand-in really accepted, counted apart from any reply that a sender may have missed. */
export type TruthCounts = Readonly<{
  accepted: number
  active: number
  inactive: number
  distinctRecipients: number
  /** Distinct idempotency keys among the accepted messages. */
  byKey: number
  /** Bytes of all accepted documents together. */
  bytes: number
  /** Posts refused with 409 because their key had been used before. */
  repeatsRefused: number
  duplicates: Readonly<{
    /** Pairs of recipient and message type that got more than one message. */
    byRecipientAndType: number
    /** Keys under which more than one message was accepted (under different senders or applications). */
    byKey: number
    /** Ids of the second and later messages, at most twenty. */
    examples: readonly string[]
  }>
}>

/** Everything accepted so far, in memory: about 0.7 kB a message. */
export function createTruth() {
  const messages: AcceptedMessage[] = []
  const byId = new Map<string, AcceptedMessage>()
  const latestByKey = new Map<string, AcceptedMessage>()
  const latestByRecipient = new Map<string, AcceptedMessage>()
  const shared = createEnvelopeShelf()
  const doubles = createDoublesCount()
  const counts = { active: 0, bytes: 0, repeatsRefused: 0 }

  return {
    add(facts: MessageFacts): void {
      const { id, key, recipient, active, documents, acceptedAt } = facts
      const envelope = shared(facts.envelope)
      const previousOfRecipient = latestByRecipient.get(recipient)
      const previousOfKey = key === undefined ? undefined : latestByKey.get(key)
      const message: AcceptedMessage = {
        ...{ id, key, recipient, active, envelope, documents, acceptedAt },
        ...{ openedAt: undefined, previousOfRecipient, previousOfKey },
      }
      messages.push(message)
      byId.set(id, message)
      latestByRecipient.set(recipient, message)
      if (key !== undefined) latestByKey.set(key, message)
      if (active) counts.active++
      for (const document of documents) counts.bytes += document.size
      doubles.count(message)
    },

    find: (id: string): AcceptedMessage | undefined => byId.get(id),
    markOpened(id: string, at: number): void {
      const message = byId.get(id)
      if (message) message.openedAt ??= at
    },

    /** Whether this sender and application used the key before: the scope that the registry gives to keys. */
    isKeyUsed(sender: string, application: string, key: string): boolean {
      for (const { envelope } of chain(latestByKey.get(key), 'previousOfKey')) {
        if (envelope.sender === sender && envelope.application === application) return true
      }
      return false
    },
    countRefusedRepeat: (): void => {
      counts.repeatsRefused++
    },

    /** Messages of one recipient (pseudonym), newest first. */
    ofRecipient: (recipient: string): AcceptedMessage[] => [
      ...chain(latestByRecipient.get(recipient), 'previousOfRecipient'),
    ],
    /** A slice in order of acceptance, from position `after` on. */
    page: (after: number, limit: number): readonly AcceptedMessage[] => messages.slice(after, after + limit),

    counts: (): TruthCounts => ({
      accepted: messages.length,
      active: counts.active,
      inactive: messages.length - counts.active,
      distinctRecipients: latestByRecipient.size,
      byKey: latestByKey.size,
      bytes: counts.bytes,
      repeatsRefused: counts.repeatsRefused,
      duplicates: doubles.read(),
    }),
  }
}

/** Gives equal envelopes back as one and the same object. */
function createEnvelopeShelf() {
  const shelf = new Map<string, Envelope>()
  return (envelope: Envelope): Envelope => {
    const text = JSON.stringify(envelope)
    const known = shelf.get(text)
    if (!known) shelf.set(text, envelope)
    return known ?? envelope
  }
}

function createDoublesCount() {
  let byRecipientAndType = 0
  let byKey = 0
  const examples: string[] = []
  return {
    count(message: AcceptedMessage): void {
      const sameType = earlierOfSameType(message, 2)
      if (sameType === 1) byRecipientAndType++
      if (message.previousOfKey && !message.previousOfKey.previousOfKey) byKey++
      if ((sameType > 0 || message.previousOfKey) && examples.length < 20) examples.push(message.id)
    },
    read: () => ({ byRecipientAndType, byKey, examples: [...examples] }),
  }
}

/** How many earlier messages of this type the recipient got; counting stops at `enough`. */
function earlierOfSameType(message: AcceptedMessage, enough: number): number {
  let found = 0
  for (const { envelope } of chain(message.previousOfRecipient, 'previousOfRecipient')) {
    if (envelope.messageType === message.envelope.messageType) found++
    if (found === enough) break
  }
  return found
}

/** From a message back over the earlier ones of the same recipient or key. */
function* chain(
  from: AcceptedMessage | undefined,
  link: 'previousOfRecipient' | 'previousOfKey',
): Generator<AcceptedMessage> {
  for (let message = from; message; message = message[link]) yield message
}
