import Builder from 'fast-xml-builder'
import { decimalEuros } from './money.ts'
import type { PayingParty, Payment, PaymentBatch } from './payment-batch.ts'
import { sepaText } from './sepa-text.ts'

const builder = new Builder({ ignoreAttributes: false, attributeNamePrefix: '@' })
const namespace = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09'
const paymentsInAPiece = 500

/**
 * A batch as the file that banks take: SEPA credit transfer initiation, pain.001.001.09 in the subset of the European
 * Payments Council (EPC132-08). Piece by piece, so that a hundred thousand payments are never one text.
 */
export function* pain001(batch: PaymentBatch): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${namespace}"><CstmrCdtTrfInitn>`
  yield builder.build({ GrpHdr: groupHeader(batch) })
  yield `<PmtInf>${builder.build(paymentInformation(batch))}`
  for (let start = 0; start < batch.payments.length; start += paymentsInAPiece) {
    const some = batch.payments.slice(start, start + paymentsInAPiece)
    yield some.map((payment) => builder.build({ CdtTrfTxInf: transfer(payment, batch.about) })).join('')
  }
  yield '</PmtInf></CstmrCdtTrfInitn></Document>\n'
}

function groupHeader(batch: PaymentBatch) {
  return {
    MsgId: batch.batchId,
    CreDtTm: `${batch.madeAt.toISOString().slice(0, 19)}Z`,
    ...sums(batch),
    InitgPty: { ...partyName(batch.payer), ...organisation(batch.payer) },
  }
}

function paymentInformation(batch: PaymentBatch) {
  const { payer, payOn } = batch
  return {
    PmtInfId: batch.batchId,
    PmtMtd: 'TRF',
    BtchBookg: 'true',
    ...sums(batch),
    PmtTpInf: { InstrPrty: 'NORM', SvcLvl: { Cd: 'SEPA' } },
    ReqdExctnDt: { Dt: payOn },
    Dbtr: partyName(payer),
    DbtrAcct: { Id: { IBAN: payer.iban } },
    DbtrAgt: { FinInstnId: payer.bic ? { BICFI: payer.bic } : { Othr: { Id: 'NOTPROVIDED' } } },
    ChrgBr: 'SLEV',
  }
}

function transfer({ endToEndId, total, bic, name, iban, bureau }: Payment, about: string) {
  return {
    PmtId: { EndToEndId: endToEndId },
    Amt: { InstdAmt: { '@Ccy': 'EUR', '#text': decimalEuros(total) } },
    ...(bic && { CdtrAgt: { FinInstnId: { BICFI: bic } } }),
    Cdtr: { Nm: sepaText(name, 70) },
    CdtrAcct: { Id: { IBAN: iban } },
    RmtInf: { Ustrd: sepaText(`${about} bureau ${bureau}`, 140) },
  }
}

function sums({ payments, sum }: PaymentBatch) {
  return { NbOfTxs: String(payments.length), CtrlSum: decimalEuros(sum) }
}

function partyName({ name }: PayingParty) {
  return { Nm: sepaText(name, 70) }
}

/** As Belgian banks want it: the enterprise number, and that the KBO issued it. */
function organisation({ enterpriseNumber }: PayingParty) {
  return enterpriseNumber && { Id: { OrgId: { Othr: { Id: enterpriseNumber, Issr: 'KBO-BCE' } } } }
}
