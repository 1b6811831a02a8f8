import { createHmac, hash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Addressee } from './documents.ts'
import { type BoxState, boxStateByDefault, isTestNumber, masked } from './test-number.ts'

/** A citizen of the demo. The number itself is not kept: a pseudonym finds the box, a mask shows who it is. */
export type Citizen = Addressee &
  Readonly<{
    /** Opaque: may stand in a page, a cookie and a log. */
    id: string
    name?: string
    /** Sets aside the default rule for this citizen's box. */
    box?: BoxState
  }>

export const citizenSchema = z.strictObject({
  ssin: z.string().refine(isTestNumber, 'only test numbers (month digits 61–72)'),
  name: z.string().min(1).max(100).optional(),
  box: z.enum(['accepted', 'not-accepted', 'not-found']).optional(),
})

export type CitizenInput = z.input<typeof citizenSchema>

/** The name under which a recipient is known inside the stand-in: SHA-256 of the number, hexadecimal. */
export function pseudonymOf(testNumber: string): string {
  return hash('sha256', testNumber)
}

export function createCitizens() {
  const byRecipient = new Map<string, Citizen>()
  const byId = new Map<string, Citizen>()
  const secret = randomBytes(32)

  /** The same addressee gets the same id as long as this process lives; a seeded citizen keeps it for good. */
  function asCitizen({ recipient, masked }: Addressee): Citizen {
    const id = createHmac('sha256', secret).update(recipient).digest('base64url').slice(0, 22)
    return byRecipient.get(recipient) ?? { id, recipient, masked }
  }

  return {
    asCitizen,
    describe({ ssin, name, box }: z.output<typeof citizenSchema>): Citizen {
      const citizen = asCitizen({ recipient: pseudonymOf(ssin), masked: masked(ssin) })
      return { ...citizen, ...(name && { name }), ...(box && { box }) }
    },
    add(citizen: Citizen): void {
      byRecipient.set(citizen.recipient, citizen)
      byId.set(citizen.id, citizen)
    },
    find: (id: string): Citizen | undefined => byId.get(id),
    isSeeded: (recipient: string): boolean => byRecipient.has(recipient),
    all: (): Citizen[] => [...byId.values()],
    boxOf: (testNumber: string, recipient: string): BoxState =>
      byRecipient.get(recipient)?.box ?? boxStateByDefault(testNumber),
  }
}
