import { type Volunteer, type VolunteerMail, volunteerSecret } from '../../bureaus/index.ts'
import { momentText } from '../../platform/dates.ts'
import { sha256OfJson } from '../../platform/hash.ts'
import type { MailMessage } from '../../platform/mail.ts'
import type { Vault } from '../../platform/vault.ts'
import { texts as mailTexts } from '../mail/message/texts.ts'
import { asMessage, inLanguage, type Part, says } from '../mail/write-mail.tsx'
import { paths } from '../paths.ts'
import { texts } from './texts.ts'

interface Facts {
  readonly mail: VolunteerMail
  readonly volunteer: Volunteer
  readonly to: string
  readonly portalUrl: string
  readonly vault: Pick<Vault, 'pseudonym'>
}

/** The mail as it leaves. Nothing in it says who it is for or which election it is: a mailbox is often open to others. */
export function writeVolunteerMail({ mail, volunteer, to, portalUrl, vault }: Facts): MailMessage {
  const { language, confirmUntil, volunteerId } = volunteer
  const words = texts[language].mail
  const { subject, lines, after } = words[mail.kind]
  const linkTo = (purpose: 'confirm' | 'withdraw') => {
    const secret = volunteerSecret(vault, purpose, volunteerId)
    const path = purpose === 'confirm' ? paths.confirmOffer({ secret }) : paths.myOffer({ secret })
    return inLanguage(portalUrl + path, language)
  }
  const offer = linkTo('withdraw')
  const toConfirm: Part[] =
    mail.kind === 'confirm' && confirmUntil
      ? [{ link: linkTo('confirm') }, ...says([words.confirm.until(momentText(confirmUntil, language))])]
      : []
  return asMessage({
    ...{ language, to, subject, unsubscribe: offer },
    parts: [
      ...says([words.hello, ...lines]),
      ...toConfirm,
      ...says([after]),
      { link: offer },
      ...says([mailTexts[language].neverAsk]),
    ],
    id: sha256OfJson(['volunteer', volunteerId, mail.kind]).toString('hex'),
  })
}
