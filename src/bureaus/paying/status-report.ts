import type {
  PaymentOutcome,
  PaymentReport,
  PaymentState,
  ReportedPayment,
  ReportFault,
} from './payment-report.ts'

/** Longer codes and ids are not in the standard. */
const longestValue = 140

interface Noted {
  endToEndId: string
  status: string
  reason: string
}

const nothing = (): Noted => ({ endToEndId: '', status: '', reason: '' })

/** Gathers, element by element, what a pain.002 says. Of reasons only the code counts: free text may hold names. */
export function statusReport() {
  let batchId: string | undefined
  const group = nothing()
  let payment = nothing()
  const payments: ReportedPayment[] = []
  const faults: ReportFault[] = []

  function endOfPayment(at: number): void {
    const outcome = outcomeOf(payment)
    if (payment.endToEndId === '') faults.push({ at, code: 'no-payment-id' })
    else if (!outcome) faults.push({ at, code: 'unknown-state' })
    else payments.push({ endToEndId: payment.endToEndId, at, ...outcome })
    payment = nothing()
  }

  return {
    /** `path` ends with the element that was closed. */
    closed(path: readonly string[], content: string, at: number): void {
      const [name, parent] = [path.at(-1), path.at(-2)]
      const value = content.slice(0, longestValue)
      const noted = path.includes('TxInfAndSts') ? payment : group
      if (name === 'TxInfAndSts') endOfPayment(at)
      else if (name === 'OrgnlMsgId' && parent === 'OrgnlGrpInfAndSts') batchId = value
      else if (name === 'OrgnlEndToEndId') noted.endToEndId = value
      else if (name === 'TxSts' || name === 'PmtInfSts' || name === 'GrpSts') noted.status = value
      else if (parent === 'Rsn' && (name === 'Cd' || name === 'Prtry')) noted.reason ||= value
    },
    report(): PaymentReport {
      const whole = outcomeOf(group)
      return { ...(batchId && { batchId }), ...(whole && { whole }), payments, faults }
    },
  }
}

const states: Readonly<Record<string, PaymentState>> = {
  ACSC: 'paid',
  ACCC: 'paid',
  RJCT: 'rejected',
  CANC: 'rejected',
  RCVD: 'pending',
  PDNG: 'pending',
  ACTC: 'pending',
  ACCP: 'pending',
  ACFC: 'pending',
  ACSP: 'pending',
  ACWC: 'pending',
}

/** A status of ISO 20022 as an outcome; `PART` and what is not in the list are none. */
function outcomeOf({ status, reason }: Noted): PaymentOutcome | undefined {
  const state = Object.hasOwn(states, status) ? states[status] : undefined
  return state && { state, ...(reason !== '' && { reason }) }
}
