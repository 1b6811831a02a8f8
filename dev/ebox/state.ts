import type { z } from 'zod'
import { type Citizen, type citizenSchema, createCitizens } from './citizens.ts'
import type { EboxClient } from './client.ts'
import { type Chunks, createDocuments } from './documents.ts'
import { type Journal, type JournalEntry, noJournal, openJournal } from './journal.ts'
import type { MessageFacts } from './message.ts'
import { masked } from './test-number.ts'
import { createTruth } from './truth.ts'

export type Settings = Readonly<{
  tokenLifeSeconds: number
  maxDocumentBytes: number
  /** How long a message stays in the box. */
  validityDays: number
  dataFile?: string | undefined
  /** Milliseconds since 1970. */
  now: () => number
}>

export type EboxState = Awaited<ReturnType<typeof openState>>

/**
 * All that the stand-in knows: clients, citizens, accepted messages. Every change is one journal entry, applied
 * in memory and then written; a restart applies the same entries again.
 */
export async function openState(settings: Settings) {
  const clients = new Map<string, EboxClient>()
  const citizens = createCitizens()
  const truth = createTruth()
  const documents = createDocuments()

  function apply(entry: JournalEntry): void {
    if (entry.is === 'client') clients.set(entry.client.clientId, entry.client)
    else if (entry.is === 'citizen') citizens.add(entry.citizen)
    else if (entry.is === 'opened') truth.markOpened(entry.id, entry.at)
    else {
      truth.add(entry.message)
      const bodies = entry.bodies?.map((body) => [Buffer.from(body, 'base64')])
      if (bodies) documents.keep(entry.message.id, bodies)
    }
  }

  const journal: Journal = settings.dataFile ? await openJournal(settings.dataFile, apply) : noJournal

  function change(entry: JournalEntry): Promise<void> {
    apply(entry)
    return journal.append(entry)
  }

  return {
    settings,
    now: settings.now,
    clients: clients as ReadonlyMap<string, EboxClient>,
    citizens,
    truth,
    documents,
    senderName(enterpriseNumber: string): string {
      const named = [...clients.values()].find((client) => client.senderNames[enterpriseNumber])
      return named?.senderNames[enterpriseNumber] ?? readable(enterpriseNumber)
    },
    registerClient: (client: EboxClient): Promise<void> => change({ is: 'client', client }),

    async seedCitizen(facts: z.output<typeof citizenSchema>): Promise<Citizen> {
      const citizen = citizens.describe(facts)
      await change({ is: 'citizen', citizen })
      return citizen
    },

    /** Its documents stay readable for a citizen of the demo, of others only until a hundred more have come. */
    takeIn(message: MessageFacts, bodies: readonly Chunks[], recipientNumber: string): Promise<void> {
      if (citizens.isSeeded(message.recipient)) {
        const texts = bodies.map((chunks) => Buffer.concat(chunks).toString('base64'))
        return change({ is: 'message', message, bodies: texts })
      }
      const addressee = { recipient: message.recipient, masked: masked(recipientNumber) }
      documents.keepAWhile(message.id, bodies, addressee)
      return change({ is: 'message', message })
    },

    /** Somebody opened the main content; only the first time counts. */
    async markOpened(id: string): Promise<void> {
      if (truth.find(id)?.openedAt === undefined) await change({ is: 'opened', id, at: settings.now() })
    },

    close: (): Promise<void> => journal.close(),
  }
}

/** `1999000150` → `1999.000.150`. */
function readable(enterpriseNumber: string): string {
  return enterpriseNumber.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1.$2.$3')
}
