import { z } from 'zod'

/** A sender's application that may ask for tokens, as its owner registered it. */
export const clientSchema = z.strictObject({
  clientId: z.string().min(1),
  publicJwk: z.looseObject({ kty: z.literal('RSA'), n: z.string(), e: z.string() }),
  enterpriseNumber: z.string().regex(/^[01]\d{9}$/),
  scopes: z.array(z.string().min(1)),
  /** Enterprises that gave this one a mandate to publish in their name. */
  mayRepresent: z.array(z.string().regex(/^[01]\d{9}$/)).default([]),
  /** How the inbox calls a sender, by enterprise number; without it, it shows the number. */
  senderNames: z.record(z.string(), z.string()).default({}),
  /** Pairs of application and message type that were agreed for citizens; left out = any pair. */
  configurations: z
    .array(z.strictObject({ senderApplicationId: z.string(), messageTypeId: z.string() }))
    .optional(),
})

export type EboxClient = z.output<typeof clientSchema>
export type EboxClientInput = z.input<typeof clientSchema>
