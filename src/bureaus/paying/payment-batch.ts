import { isDay } from '../../platform/dates.ts'
import { sha256OfJson } from '../../platform/hash.ts'
import { type Result, refused } from '../../platform/result.ts'
import { readBic, readIban } from './iban.ts'
import { isSepaName, sepaText } from './sepa-text.ts'

/** A complete claim, with what one needs to pay it. */
export interface PayableClaim {
  /** An id that says nothing of the person. */
  readonly claimId: string
  /** 1, and one more each time that the bank sent the payment back. */
  readonly attempt: number
  readonly name: string
  /** For the payer's own administration: it stands in the CSV file and never goes to a bank. */
  readonly nationalNumber: string
  readonly iban: string
  readonly bic?: string | undefined
  /** As people say it: `12`, `G3`. */
  readonly bureau: string
  /** In Dutch. */
  readonly role: string
  /** Cents. */
  readonly fee: number
  readonly travel: number
}

/** Who pays, from which account. */
export interface PayingParty {
  readonly name: string
  readonly enterpriseNumber?: string | undefined
  readonly iban: string
  readonly bic?: string | undefined
}

export interface BatchOrder {
  readonly payer: PayingParty
  /** Day on which the bank is asked to pay. */
  readonly payOn: string
  /** When the batch was made: it is kept with the batch, so that writing it again gives the same bytes. */
  readonly madeAt: Date
  /** What the person reads on the statement of account: the election, in a few words. */
  readonly about: string
}

export interface Payment extends PayableClaim {
  readonly endToEndId: string
  /** Cents. */
  readonly total: number
}

/** Payments of one payer that leave together, in the order of their ids. */
export interface PaymentBatch extends BatchOrder {
  readonly batchId: string
  readonly payments: readonly Payment[]
  /** Cents. */
  readonly sum: number
}

export type BatchFault =
  | 'no-claims'
  | 'claim-twice'
  | 'payer-account'
  | 'payer-name'
  | 'pay-day'
  | 'account'
  | 'name'
  | 'amount'

/**
 * The payments of a payer as one batch. All ids follow from what is paid: the same claims give the same batch, which a
 * bank refuses a second time, and a claim has the same end-to-end id in whatever batch it is.
 */
export function makeBatch(
  claims: readonly PayableClaim[],
  order: BatchOrder,
): Result<{ batch: PaymentBatch }, BatchFault> {
  if (claims.length === 0) return refused('no-claims')
  if (!isAccount(order.payer)) return refused('payer-account')
  if (!isSepaName(sepaText(order.payer.name, 70))) return refused('payer-name')
  if (!isDay(order.payOn)) return refused('pay-day')
  const ids = new Set(claims.map(({ claimId }) => claimId))
  if (ids.size < claims.length) return refused('claim-twice')
  for (const claim of claims) {
    const fault = faultIn(claim)
    if (fault) return refused(fault, claim.claimId)
  }
  const payments = claims
    .map((claim): Payment => ({ ...claim, endToEndId: endToEndIdOf(claim), total: claim.fee + claim.travel }))
    .sort((one, other) => (one.endToEndId < other.endToEndId ? -1 : 1))
  const sum = payments.reduce((all, { total }) => all + total, 0)
  return { ok: true, batch: { ...order, batchId: batchIdOf(payments, order), payments, sum } }
}

/** What keeps one claim from any batch. */
export function faultIn({ name, iban, bic, fee, travel }: PayableClaim): BatchFault | undefined {
  if (!isAccount({ iban, bic })) return 'account'
  if (!isSepaName(sepaText(name, 70))) return 'name'
  const isWhole = [fee, travel].every((cents) => Number.isSafeInteger(cents) && cents >= 0)
  return isWhole && fee + travel > 0 ? undefined : 'amount'
}

/** As `readIban` and `readBic` give them. */
function isAccount({ iban, bic }: Pick<PayingParty, 'iban' | 'bic'>): boolean {
  const read = readIban(iban)
  return read.ok && read.iban === iban && (bic === undefined || readBic(bic) === bic)
}

/** At most 35 letters and digits, as a bank takes them, and nothing of the person. */
function endToEndIdOf({ claimId, attempt }: PayableClaim): string {
  return `KLP${sha256OfJson({ claimId, attempt }).toString('hex').slice(0, 32)}`
}

function batchIdOf(payments: readonly Payment[], { payer, payOn }: BatchOrder): string {
  const paid = payments.map(({ endToEndId, iban, total }) => [endToEndId, iban, total])
  return `KLB${sha256OfJson({ from: payer.iban, payOn, paid }).toString('hex').slice(0, 32)}`
}
