import type { BatchOrder, PayableClaim } from './payment-batch.ts'

/** A claim of an assessor who lives nowhere, for tests. */
export function aClaim(claim: Partial<PayableClaim> = {}): PayableClaim {
  return {
    claimId: 'claim-1',
    attempt: 1,
    name: 'Lien Peeters',
    nationalNumber: '90.61.01-001.95',
    iban: 'BE68539007547034',
    bureau: '12',
    role: 'bijzitter',
    fee: 50_00,
    travel: 0,
    ...claim,
  }
}

/** What an invented province asks its bank. */
export function anOrder(order: Partial<BatchOrder> = {}): BatchOrder {
  return {
    payer: { name: 'Provincie Middelland', enterpriseNumber: '0207725795', iban: 'BE71096123456769' },
    payOn: '2030-11-15',
    madeAt: new Date('2030-11-12T09:30:00Z'),
    about: 'Presentiegeld verkiezingen 13-10-2030',
    ...order,
  }
}
