import { Hono } from 'hono'
import { z } from 'zod'
import { type Citizen, citizenSchema, pseudonymOf } from './citizens.ts'
import { clientSchema } from './client.ts'
import { type Faults, faultPlanSchema } from './faults.ts'
import type { StandInContext, StandInEnv } from './replies.ts'
import type { EboxState } from './state.ts'
import type { Tokens } from './tokens.ts'
import type { AcceptedMessage } from './truth.ts'

export type TruthItem = ReturnType<typeof truthItem>

/** The stand-in's own side door for tests and the demo: clients, citizens, faults and the truth. */
export function simRoutes(state: EboxState, tokens: Tokens, faults: Faults) {
  const routes = new Hono<StandInEnv>().basePath('/sim')

  routes.post('/clients', (c) =>
    whenValid(c, oneOrMore(clientSchema), async (clients) => {
      await Promise.all(clients.map(state.registerClient))
      return c.json({ registered: clients.length }, 201)
    }),
  )

  routes.post('/citizens', (c) =>
    whenValid(c, oneOrMore(citizenSchema), async (citizens) => {
      const seeded = await Promise.all(citizens.map(state.seedCitizen))
      return c.json({ items: seeded.map(citizenItem) }, 201)
    }),
  )

  /** A citizen's token for the consumer operations, in place of a login. */
  routes.post('/citizen-tokens', (c) =>
    whenValid(c, citizenSchema.pick({ ssin: true }), ({ ssin }) => {
      const { token, expiresIn } = tokens.issue({ kind: 'citizen', recipient: pseudonymOf(ssin) })
      return c.json({ access_token: token, token_type: 'Bearer', expires_in: expiresIn }, 201)
    }),
  )

  routes.post('/faults', (c) =>
    whenValid(c, faultPlanSchema, (plan) => {
      faults.plan(plan)
      return c.json({ rules: plan.rules.length }, 201)
    }),
  )
  routes.get('/faults', (c) => c.json({ struck: faults.struck() }))
  routes.delete('/faults', (c) => {
    faults.clear()
    return c.body(null, 204)
  })

  routes.get('/truth', (c) => c.json(state.truth.counts()))
  routes.get('/truth/messages', (c) => {
    const query = pageSchema.safeParse(c.req.query())
    if (!query.success) return c.json({ error: z.prettifyError(query.error) }, 400)
    const { after, limit } = query.data
    const items = state.truth.page(after, limit).map(truthItem)
    return c.json({ items, ...(items.length === limit && { next: after + limit }) })
  })
  return routes
}

const pageSchema = z.object({
  after: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce.number().int().min(1).max(10_000).default(1000),
})

async function whenValid<Schema extends z.ZodType>(
  c: StandInContext,
  schema: Schema,
  answer: (value: z.output<Schema>) => Response | Promise<Response>,
): Promise<Response> {
  const body = schema.safeParse(await c.req.json().catch(() => undefined))
  return body.success ? answer(body.data) : c.json({ error: z.prettifyError(body.error) }, 400)
}

function oneOrMore<Schema extends z.ZodType>(schema: Schema) {
  return z.union([z.array(schema), schema.transform((one) => [one])])
}

function citizenItem({ id, name, masked }: Citizen) {
  return { id, name: name ?? masked }
}

/** A message in the stand-in's own words: enough to prove from this side that it came once, and unharmed. */
export function truthItem(message: AcceptedMessage) {
  const { envelope, documents } = message
  const main = envelope.attachments.findIndex((each) => each.isMain)
  return {
    messageId: message.id,
    key: message.key,
    recipient: message.recipient,
    sender: envelope.sender,
    senderApplicationId: envelope.application,
    messageTypeId: envelope.messageType,
    active: message.active,
    sha256: documents[main]?.sha256,
    size: documents[main]?.size,
    documents,
    acceptedAt: new Date(message.acceptedAt).toISOString(),
    opened: message.openedAt !== undefined,
  }
}
