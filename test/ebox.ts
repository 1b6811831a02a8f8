import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FaultKind, FaultPlan, Faults } from '../dev/ebox/faults.ts'
import { scopes } from '../dev/ebox/scopes.ts'
import { type EboxStandIn, type EboxStandInOptions, startEboxStandIn } from '../dev/ebox/stand-in.ts'
import { aSender } from '../dev/ebox/testing.ts'
import { createMailboxFor, type SenderSettings } from '../src/connectors/ebox/index.ts'
import type { MailboxFor } from '../src/delivery/index.ts'
import { readConfig } from '../src/platform/config.ts'

export type EboxApi = 'federal-v3' | 'federal-v2' | 'magda'

const basePaths = {
  'federal-v3': '/REST/ebox/enterprise/messageRegistry/v3/',
  'federal-v2': '/REST/ebox/enterprise/messageRegistry/v2',
  magda: '/api/v1/messages',
}

export interface EboxRoad {
  /** The one that runs now. */
  readonly standIn: EboxStandIn
  /** The settings with which the product finds the stand-in: usable by another process too. */
  readonly env: Readonly<Record<string, string>>
  /** A mailbox under these settings; what is left out is the installation's. */
  mailboxFor(settings?: Partial<SenderSettings>, env?: Record<string, string>): MailboxFor
  /** How often each fault struck, before and after it went away. */
  struck(): Readonly<Partial<Record<FaultKind, number>>>
  /** The documents (SHA-256) that were refused by a fault, before and after it went away. */
  refused(): ReadonlySet<string>
  /** The cause of one kind of fault is mended: from now on it strikes no more. */
  mend(kind: FaultKind): void
  /** The e-Box goes away, remembers what it accepted, and comes back after `ms` at the same address. */
  outage(ms: number): Promise<void>
  close(): Promise<void>
}

/** A stand-in of the e-Box with one registered sender, and the product's own road to it, over real HTTP. */
export async function eboxRoad(
  api: EboxApi = 'federal-v3',
  options: Omit<EboxStandInOptions, 'port' | 'dataFile'> & {
    grantedScopes?: string[]
    mayRepresent?: string[]
  } = {},
): Promise<EboxRoad> {
  const { grantedScopes, mayRepresent, ...standInOptions } = options
  const sender = aSender({
    ...(grantedScopes && { scopes: grantedScopes }),
    ...(mayRepresent && {
      mayRepresent,
      scopes: [scopes.publish, scopes.publishForOthers, scopes.magdaSend],
    }),
  })
  const folder = mkdtempSync(join(tmpdir(), 'kiesloket-ebox-'))
  const dataFile = join(folder, 'ebox.jsonl')
  let plan: FaultPlan = standInOptions.faults ?? { rules: [] }
  const start = (port: number) =>
    startEboxStandIn({ clients: [sender.client], dataFile, ...standInOptions, faults: plan, port })
  let standIn = await start(0)
  const keyFile = join(folder, 'client.pem')
  writeFileSync(keyFile, sender.privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const tokenPath = api === 'magda' ? '/authorization/ws/oauth/v2/token' : '/REST/oauth/v5/token'
  const env = {
    EBOX_API: api,
    EBOX_BASE_URL: standIn.url + basePaths[api],
    EBOX_TOKEN_URL: standIn.url + tokenPath,
    EBOX_CLIENT_ID: sender.client.clientId,
    EBOX_PRIVATE_KEY_FILE: keyFile,
    EBOX_TIMEOUT_MS: '2000',
  }
  const opened: { close(): Promise<void> }[] = []
  const faults = countFaults(() => standIn.faults)
  return {
    get standIn() {
      return standIn
    },
    env,
    mailboxFor(settings = {}, more = {}) {
      const enterpriseNumber = sender.client.enterpriseNumber
      const mailboxes = createMailboxFor(readConfig({ ...env, ...more }), async () => ({
        enterpriseNumber,
        ...settings,
      }))
      opened.push(mailboxes)
      return mailboxes.mailboxFor
    },
    struck: faults.struck,
    refused: faults.refused,
    mend(kind) {
      faults.keep()
      plan = { ...plan, rules: plan.rules.filter((rule) => rule.kind !== kind) }
      standIn.faults.plan(plan)
    },
    async outage(ms) {
      const { port } = new URL(standIn.url)
      await standIn.close()
      await sleep(ms)
      const { faults: ended } = standIn
      standIn = await start(Number(port))
      faults.keep(ended)
    },
    async close() {
      await standIn.close()
      await Promise.all(opened.map((each) => each.close()))
      rmSync(folder, { recursive: true })
    },
  }
}

/** What faults did, of those that run now and of those before. */
function countFaults(current: () => Faults) {
  const before: { struck: ReturnType<Faults['struck']>; refused: string[] }[] = []
  const soFar = (faults = current()) => ({ struck: faults.struck(), refused: faults.refused() })
  return {
    /** Before they start counting anew. */
    keep(faults?: Faults): void {
      before.push(soFar(faults))
    },
    struck() {
      const kinds = [...before, soFar()].flatMap(({ struck }) => Object.entries(struck))
      return Object.fromEntries(
        [...Map.groupBy(kinds, ([kind]) => kind)].map(([kind, counts]) => [
          kind,
          counts.reduce((sum, [, count]) => sum + count, 0),
        ]),
      )
    },
    refused() {
      const messages = [...before, soFar()].flatMap(({ refused }) => refused)
      return new Set(messages.map((message) => message.split(' ').at(-1)!))
    },
  }
}
