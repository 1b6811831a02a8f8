import { type CampaignStatus, type DeliveryState, reasons } from '../delivery/index.ts'

/** What the reason of a delivery means, and what to do; a code of the e-Box itself is in its own documentation. */
const texts: Readonly<Record<string, string>> = {
  'time-out': 'no answer came in time',
  'http-409': 'it says that something is there already, which may be this very letter',
  'answer-unreadable': 'the answer can’t be read',
  [reasons.receiptLost]: 'it is there, but the receipt was lost with the reply',
  [reasons.keyClash]: 'the key was used by somebody else: look into it before anything else',
  [reasons.receiptRepeated]: 'the e-Box gave the receipt of another letter, so nothing is proven of this one',
  [reasons.workerLost]: 'the process that sent it was lost',
  [reasons.routeChanged]: 'the settings name another road since',
}

const unreachable = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/
const broken = /^(ECONNRESET|EPIPE|UND_ERR_.*)$/
const outOfOrder = /^http-(5\d\d|408)$/

/** The meaning of a reason in a few words; nothing when its code is all there is to say. */
export function reasonText(reason: string): string | undefined {
  const [, atTokens, code] = /^(token-)?(.*)$/.exec(reason)!
  const party = atTokens ? 'the token endpoint (EBOX_TOKEN_URL)' : 'the e-Box (EBOX_BASE_URL)'
  if (unreachable.test(code!)) return `${party} can’t be reached`
  if (broken.test(code!)) return `${party} broke the connection`
  if (outOfOrder.test(code!)) return `${party} is out of order`
  if (code === 'http-429') return `${party} asks to go slower`
  return texts[reason]
}

/** The same of a delivery in this state, with what to do where somebody has to. */
export function reasonTextIn(state: DeliveryState, reason: string): string | undefined {
  const text = reasonText(reason)
  const toSettle: readonly string[] = [reasons.workerLost, reasons.routeChanged, reasons.receiptRepeated]
  return state === 'unconfirmed' && toSettle.includes(reason) ? `${text}; settle it with evidence` : text
}

/** Why nothing moves, when nothing does. */
export function whyNothingMoves({
  state: campaign,
  perSecond,
  byReason,
}: Pick<CampaignStatus, 'state' | 'perSecond' | 'byReason'>): string[] {
  const waiting =
    campaign !== 'open' || perSecond > 0 ? [] : byReason.filter(({ state }) => state === 'waiting')
  return waiting.map(
    ({ reason }) =>
      `! Nothing goes out: ${reasonText(reason) ?? reason}. We go on trying; Ctrl+C stops it, and nothing is lost.`,
  )
}

const resume = 'then npx kiesloket delivery resume'
const remedies: Readonly<Record<string, string>> = {
  'mailbox-closed': `the e-Box does not let us in: mend what npx kiesloket doctor names, ${resume}`,
  'mailbox-not-configured': `set what is missing, ${resume}`,
  'seal-not-ready': `mend the seal, which npx kiesloket doctor looks at, ${resume}`,
  'everything-refused': `mend what the code says, npx kiesloket delivery retry --reason CODE, ${resume}`,
  'answers-lost': `wait until the e-Box answers again, ${resume}`,
  'key-clashes': `find out who used these keys (a database that was restored?), ${resume}`,
  'receipts-repeated': `ask the e-Box’s helpdesk why it gives one receipt for several letters, ${resume}`,
  'document-changed': 'find out what changed since the release',
  'document-missing': 'find out what changed since the release',
}

const unknownSender = `the e-Box does not take letters of this sender from this client: compare enterpriseNumber and ebox (clientId, onBehalfOf) in the municipality’s file with what is registered there, a mandate included, ${resume}`

/** What to do about a campaign that stopped by itself; nothing when a person stopped it, in that person's words. */
export function remedyOfStop(because: string): string | undefined {
  if (because.includes('INVALID_SENDER')) return unknownSender
  return remedies[because.split(':')[0]!]
}
