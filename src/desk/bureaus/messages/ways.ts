import { offersMail } from '../../../platform/mail-settings.ts'
import { offersSms } from '../../../platform/sms-settings.ts'
import type { Desk } from '../../desk.ts'

/** By which ways a message can leave from this installation. */
export function waysOf({ deps }: Pick<Desk, 'deps'>) {
  return { mail: offersMail(deps.config), sms: offersSms(deps.config) }
}
