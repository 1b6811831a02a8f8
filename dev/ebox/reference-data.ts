import { Hono } from 'hono'
import { z } from 'zod'
import { readToken } from './authorise.ts'
import { registryPath } from './federal-routes.ts'
import { inAllLanguages } from './message-view.ts'
import { refusals } from './refusals.ts'
import { refuse, type StandInContext, type StandInEnv } from './replies.ts'
import type { EboxState } from './state.ts'
import type { Tokens } from './tokens.ts'

type Kind = Readonly<{
  path: string
  idName: string
  all: () => readonly Readonly<Record<string, unknown>>[]
}>

/** Message types, applications and organisations that were agreed with the registered clients. */
export function referenceDataRoutes(state: EboxState, tokens: Tokens) {
  const routes = new Hono<StandInEnv>({ strict: false })
  for (const base of [`${registryPath}/v2/referenceData`, `${registryPath}/v3/refData`]) {
    for (const kind of kindsOf(state)) {
      routes.get(`${base}/${kind.path}`, (c) =>
        readToken(c, tokens) ? list(c, kind) : refuse(c, refusals.noToken),
      )
      routes.get(`${base}/${kind.path}/:id`, (c) =>
        readToken(c, tokens) ? one(c, kind) : refuse(c, refusals.noToken),
      )
    }
  }
  return routes
}

function kindsOf(state: EboxState): Kind[] {
  const agreed = () => [...state.clients.values()].flatMap((client) => client.configurations ?? [])
  const senders = () =>
    [...state.clients.values()].flatMap((client) => [client.enterpriseNumber, ...client.mayRepresent])
  return [
    {
      path: 'messageTypes',
      idName: 'messageTypeId',
      all: () =>
        once(agreed().map((each) => each.messageTypeId)).map((messageTypeId) => ({
          messageTypeId,
          messageTypeName: inAllLanguages({ nl: messageTypeId }),
          validityPeriod: { validityPeriodNumber: state.settings.validityDays, validityPeriodUnit: 'day' },
          senderOrganizationIds: once(senders()),
        })),
    },
    {
      path: 'senderApplications',
      idName: 'applicationId',
      all: () =>
        once(agreed().map((each) => each.senderApplicationId)).map((applicationId) => ({
          applicationId,
          applicationName: inAllLanguages({ nl: applicationId }),
        })),
    },
    {
      path: 'senderOrganizations',
      idName: 'organizationId',
      all: () =>
        once(senders()).map((organizationId) => ({
          organizationId,
          organizationShortName: inAllLanguages({ nl: state.senderName(organizationId) }),
        })),
    },
  ]
}

const pageSchema = z.object({
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
})

function list(c: StandInContext, { all }: Kind): Response {
  const query = pageSchema.safeParse(c.req.query())
  if (!query.success) return refuse(c, refusals.schema('query'))
  const { page, pageSize } = query.data
  const found = all()
  c.header('Cache-Control', cacheFor)
  return c.json({ items: found.slice((page - 1) * pageSize, page * pageSize), totalItems: found.length })
}

function one(c: StandInContext, { all, idName }: Kind): Response {
  const found = all().find((each) => each[idName] === c.req.param('id'))
  if (!found) return refuse(c, refusals.nothingFound)
  c.header('Cache-Control', cacheFor)
  return c.json(found)
}

const cacheFor = 'public, no-transform, proxy-revalidate, max-age=86400'

function once<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)]
}
