import type { Context } from 'hono'
import { type ApplicationFaults, offerOnline, readApplication } from '../../bureaus/index.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import { dayTyped, type FieldErrors } from '../../platform/http/components/index.ts'
import { comesFromOurPages } from '../../platform/http/same-origin.ts'
import { readForm, TypedForm } from '../../platform/http/typed-form.ts'
import { offersMail } from '../../platform/mail-settings.ts'
import type { FailureLimit } from '../embedding/limit-failures.ts'
import { languageOf } from '../language.ts'
import { keyOfAddress } from '../mail/ask-mail.ts'
import { countMail } from '../mail/mail-limit-store.ts'
import { mostConfirmations } from '../mail/subscription.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { askedCall } from './asked-call.ts'
import { closedPage, formPage, sentPage } from './form-page.tsx'
import { type Texts, texts } from './texts.ts'

/**
 * Takes what somebody offers. Of what is well typed the answer is always the same page; an address that got its mails of today, or
 * whose owner wants none, gets no other, and that is told to nobody.
 */
export async function receiveOffer(deps: PortalDeps, limit: FailureLimit, context: Context) {
  const { municipality, election } = await askedCall(deps, context)
  if (!municipality || !election) return closedPage(deps, context, { municipality })
  const language = languageOf(context, deps.config, municipality)
  const words = texts[language]
  const form = (await readForm(context)) ?? new TypedForm()
  const again = (status: 403 | 422 | 429, errors: FieldErrors) =>
    formPage(deps, context, { municipality, election, form, errors, status })
  if (!comesFromOurPages(context, new URL(deps.config.PORTAL_URL).origin))
    return again(403, { familienaam: words.elsewhere })
  if (await limit.isReached(context)) return again(429, { familienaam: words.tooMany })
  await limit.count(context)
  const mailsLeave = offersMail(deps.config)
  const { numbers, clock } = deps
  const read = readApplication(typedIn(form), { numbers, now: clock.now(), mailsLeave })
  if (!read.ok) return again(422, errorsOf(read.faults, words, mailsLeave))
  const { application } = read
  if (await mayOffer(deps, application)) await offerOnline(deps, { election, application, language })
  return sentPage(deps, context, { municipality, election })
}

function typedIn(form: TypedForm) {
  const part = (name: string) => form.text(`geboortedatum-${name}`)
  return {
    ...{ nationalNumber: form.text('nummer'), lastName: form.text('familienaam') },
    ...{ firstNames: form.text('voornamen'), email: form.text('mail'), phone: form.text('telefoon') },
    birthDate: dayTyped({ day: part('day'), month: part('month'), year: part('year') }),
    ...{ wish: form.text('wens'), satBefore: form.text('ervaring') },
    ...{ functions: form.all('functies'), training: form.all('opleiding') },
  }
}

function errorsOf(faults: ApplicationFaults, { faults: words }: Texts, mailsLeave: boolean): FieldErrors {
  const reach = mailsLeave ? words.reach : words.reachPhone
  return {
    ...(faults.lastName && { familienaam: words.lastName }),
    ...(faults.birthDate && { geboortedatum: words.birthDate }),
    ...(faults.nationalNumber && { nummer: words.nationalNumber }),
    ...(faults.email && { mail: words.email }),
    ...(faults.phone && { telefoon: faults.phone === 'missing' ? reach : words.phone }),
    ...(faults.functions && { functies: words.functions }),
    ...(faults.wish && { wens: words.wish }),
    ...(faults.satBefore && { ervaring: words.satBefore }),
  }
}

/** So many a day from one person, and of these mails to one address: nobody has a stranger mailed over and over. */
function mayOffer(
  { database, vault, clock }: PortalDeps,
  { nationalNumber, contact }: { nationalNumber: string; contact: { readonly email?: string | undefined } },
): Promise<boolean> {
  const today = dayInBelgium(clock.now())
  const { ofAddress, ofPerson } = mostConfirmations
  const ofNumber = vault.pseudonym(`offer of ${nationalNumber}`)
  return database.inScope({ directory: true }, async (db) => {
    if (!(await countMail(db, ofNumber, today, ofPerson))) return false
    return !contact.email || countMail(db, keyOfAddress(vault, contact.email), today, ofAddress)
  })
}
