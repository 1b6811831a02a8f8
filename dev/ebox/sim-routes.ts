import { Hono } from 'hono'
import { z } from 'zod'
import { type Citizen, citizenSchema } from './citizens.ts'
import { clientSchema } from './client.ts'
import { type Faults, faultPlanSchema } from './faults.ts'
import type { StandInEnv } from './replies.ts'
import type { EboxState } from './state.ts'
import type { AcceptedMessage } from './truth.ts'

export type TruthItem = ReturnType<typeof truthItem>

/** The stand-in's own side door for tests and the demo: clients, citizens, faults and the truth. */
export function simRoutes(state: EboxState, faults: Faults) {
  const routes = new Hono<StandInEnv>().basePath('/sim')

  routes.post('/clients', async (c) => {
    const clients = oneOrMore(clientSchema).safeParse(await c.req.json().catch(() => undefined))
    if (!clients.success) return c.json({ error: z.prettifyError(clients.error) }, 400)
    await Promise.all(clients.data.map(state.registerClient))
    return c.json({ registered: clients.data.length }, 201)
  })

  routes.post('/citizens', async (c) => {
    const citizens = oneOrMore(citizenSchema).safeParse(await c.req.json().catch(() => undefined))
    if (!citizens.success) return c.json({ error: z.prettifyError(citizens.error) }, 400)
    const seeded = await Promise.all(citizens.data.map(state.seedCitizen))
    return c.json({ items: seeded.map(citizenItem) }, 201)
  })

  routes.post('/faults', async (c) => {
    const plan = faultPlanSchema.safeParse(await c.req.json().catch(() => undefined))
    if (!plan.success) return c.json({ error: z.prettifyError(plan.error) }, 400)
    faults.plan(plan.data)
    return c.json({ rules: plan.data.rules.length }, 201)
  })
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
