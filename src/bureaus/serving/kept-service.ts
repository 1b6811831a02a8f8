import { Temporal } from 'temporal-polyfill'
import type { Vault } from '../../platform/vault.ts'
import type { Service } from '../absences/exemption.ts'
import type { BureauRules } from '../bureau-rules.ts'

/** Where a service comes from. What the register says goes before what was noted here. */
export type ServiceSource = 'ELECTION' | 'REGISTER'

export interface SealedService {
  readonly nrnIndex: Buffer
  readonly pollingDay: string
  readonly sealed: Buffer
  readonly keepUntil: string
}

export function sealService(
  rules: Pick<BureauRules, 'retention'>,
  vault: Pick<Vault, 'seal'>,
  nrnIndex: Buffer,
  { pollingDay, ...rest }: Service,
): SealedService {
  const months = monthsKept(rules)
  const keepUntil = Temporal.PlainDate.from(pollingDay).add({ months }).toString()
  return { nrnIndex, pollingDay, sealed: vault.seal(JSON.stringify(rest)), keepUntil }
}

export function openService(
  vault: Pick<Vault, 'open'>,
  { pollingDay, sealed }: Pick<SealedService, 'pollingDay' | 'sealed'>,
): Service {
  return { ...(JSON.parse(vault.open(sealed)) as Omit<Service, 'pollingDay'>), pollingDay }
}

/** For how many months after polling day a service is kept. */
export function monthsKept({ retention }: Pick<BureauRules, 'retention'>): number {
  const rule = retention.find(({ key }) => key === 'bureau-service')
  if (!rule?.until.months) throw new Error('the rules do not say how long a service is kept')
  return rule.until.months
}
