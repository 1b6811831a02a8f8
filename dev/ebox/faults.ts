import { z } from 'zod'

const kinds = [
  /** The connection breaks before anything is read. */
  'reset',
  /** Half of the request's body is read, and then the connection breaks. */
  'cut-request',
  /** The request is handled, a message accepted, and then the connection breaks without a reply. */
  'lose-reply',
  /** The request is handled, and the reply comes `delayMs` later: beyond the sender's time-out, say. */
  'slow-reply',
  /** The request is handled, and half of the reply's body arrives. */
  'truncate-reply',
  /** 429 with `Retry-After`. */
  'busy',
  /** 500, 502 or 503 (`status`); a 503 has `Retry-After`. */
  'error',
  /** 400, 403, 404 or 422 (`status`) for this one message, and again each time that it comes, until the cause is mended. */
  'refuse',
  /** The token of this request stops being valid, so it and the next get 401. */
  'expire-token',
  /** Nobody home: every request, of whatever kind, loses its connection for as long as it `lasts`. */
  'down',
] as const

/** Which `status` goes with which kind; the first one stands in when none is given. */
const statuses = { error: [500, 502, 503], refuse: [400, 403, 404, 422] } as const

export type ErrorStatus = (typeof statuses.error)[number]
export type RefusalStatus = (typeof statuses.refuse)[number]

const ruleSchema = z
  .strictObject({
    kind: z.enum(kinds),
    /** Which requests it may strike. */
    on: z.enum(['publish', 'token', 'status', 'any']).optional(),
    /** Chance per request. */
    probability: z.number().min(0).max(1).default(1),
    /** It strikes at most so often. */
    times: z.int().positive().optional(),
    /** So many of its requests go free first. */
    after: z.int().nonnegative().default(0),
    /** Once it strikes, it strikes all that follow: so many requests in all, or for so long. */
    lasts: z
      .union([z.strictObject({ requests: z.int().positive() }), z.strictObject({ ms: z.int().positive() })])
      .optional(),
    status: z.literal([...statuses.error, ...statuses.refuse]).optional(),
    retryAfterSeconds: z.int().nonnegative().default(1),
    retryAfterAs: z.enum(['seconds', 'date']).default('seconds'),
    delayMs: z.int().positive().default(1000),
  })
  .refine(({ kind, status }) => status === undefined || statusesOf(kind).includes(status), {
    path: ['status'],
    error: 'another status than this kind of fault has',
  })

function statusesOf(kind: FaultKind): readonly number[] {
  return kind === 'error' || kind === 'refuse' ? statuses[kind] : []
}

/** Faults by rule. The same seed and the same rules strike the same request numbers again. */
export const faultPlanSchema = z.strictObject({ seed: z.int().default(1), rules: z.array(ruleSchema) })

export type FaultPlan = z.input<typeof faultPlanSchema>
export type FaultTarget = 'publish' | 'token' | 'status' | 'other'
export type FaultKind = (typeof kinds)[number]
export type Fault = z.output<typeof ruleSchema>

export type Faults = Readonly<{
  /** Replaces the plan and starts counting anew; what was refused may come again. */
  plan: (plan: FaultPlan) => void
  clear: () => void
  /** The fault that strikes this request, if any: ask once per request. */
  next: (target: FaultTarget) => Fault | undefined
  /** Whether this message is refused, because `fault` strikes it now or struck it before. */
  refusalOf: (message: string, fault: Fault | undefined) => RefusalStatus | undefined
  /** The messages that are refused until the faults are mended. */
  refused: () => string[]
  /** How often each kind struck since the plan was made. */
  struck: () => Readonly<Partial<Record<FaultKind, number>>>
}>

export function createFaults(now: () => number = Date.now): Faults {
  let seed = 1
  let rules: RunningRule[] = []
  let counts: Partial<Record<FaultKind, number>> = {}
  const refused = new Map<string, RefusalStatus>()

  return {
    plan(input) {
      const plan = faultPlanSchema.parse(input)
      seed = plan.seed
      rules = plan.rules.map((rule) => ({ rule, seen: 0, struck: 0, moreRequests: 0, until: 0 }))
      counts = {}
      refused.clear()
    },
    clear() {
      rules = []
      refused.clear()
    },
    next(target) {
      // Every rule sees every request that it is about, also when an earlier rule strikes: that keeps the numbers
      // of the requests, and so the plan, the same whatever the other rules do.
      const striking = rules.filter((running, index) =>
        strikes(running, target, chance(seed, index, running.seen), now()),
      )
      const fault = striking[0]?.rule
      if (fault) counts[fault.kind] = (counts[fault.kind] ?? 0) + 1
      return fault
    },
    refusalOf(message, fault) {
      if (fault?.kind === 'refuse' && !refused.has(message)) refused.set(message, refusalStatus(fault))
      return refused.get(message)
    },
    refused: () => [...refused.keys()],
    struck: () => ({ ...counts }),
  }
}

export function errorStatus({ status }: Fault): ErrorStatus {
  return (status ?? statuses.error[0]) as ErrorStatus
}

function refusalStatus({ status }: Fault): RefusalStatus {
  return (status ?? statuses.refuse[0]) as RefusalStatus
}

type RunningRule = { rule: Fault; seen: number; struck: number; moreRequests: number; until: number }

function strikes(running: RunningRule, target: FaultTarget, draw: number, now: number): boolean {
  const { rule } = running
  const on = rule.on ?? (rule.kind === 'down' ? 'any' : 'publish')
  if (on !== 'any' && on !== target) return false
  running.seen++
  if (running.moreRequests > 0) {
    running.moreRequests--
    return true
  }
  if (now < running.until) return true
  if (running.seen <= rule.after || running.struck >= (rule.times ?? Number.POSITIVE_INFINITY)) return false
  if (draw >= rule.probability) return false
  running.struck++
  if (rule.lasts && 'requests' in rule.lasts) running.moreRequests = rule.lasts.requests - 1
  if (rule.lasts && 'ms' in rule.lasts) running.until = now + rule.lasts.ms
  return true
}

/** A number in [0, 1) that depends on nothing but its three arguments (32-bit mixing, after MurmurHash3). */
function chance(seed: number, rule: number, request: number): number {
  let bits = (seed ^ Math.imul(rule + 1, 0x9e3779b1) ^ Math.imul(request + 1, 0x85ebca6b)) >>> 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32
}
