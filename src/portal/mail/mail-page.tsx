import { longDate, momentText } from '../../platform/dates.ts'
import { Button, ErrorSummary, Form, TextField } from '../../platform/http/components/index.ts'
import { showPage } from '../frame.tsx'
import type { Language } from '../language.ts'
import { notMinePage } from '../not-mine-page.tsx'
import { noteOpenedOf } from '../note-opened.ts'
import { paths } from '../paths.ts'
import { inLanguageOf, type Portal } from '../portal.ts'
import { texts as frameTexts } from '../texts.ts'
import { type AskRefusal, askMail } from './ask-mail.ts'
import { type MailElection, mailElection } from './my-election.ts'
import { reminderDay } from './reminder-day.ts'
import { stopMail } from './stop-mail.ts'
import { longestAddress, type Subscription } from './subscription.ts'
import { type Texts, texts } from './texts.ts'

/** Whether this citizen gets mail about one election, at which address, and how to change that. */
export async function showMail(portal: Portal): Promise<Response> {
  const mine = await asked(portal)
  if (!mine) return notMinePage(portal)
  await noteOpenedOf(portal, mine.place)
  return page(inLanguageOf(portal, mine.municipality), mine)
}

/** Asks for mail at an address, or once more for the same. */
export async function askForMail(portal: Portal): Promise<Response> {
  const mine = await asked(portal)
  if (!mine) return notMinePage(portal)
  const here = inLanguageOf(portal, mine.municipality)
  const { deps, citizen, language, form, context } = here
  const done = await askMail(deps, { citizen, mine, language, address: form.text('adres') })
  if (!done.ok) return page(here, mine, done.because)
  return context.redirect(paths.mail({ election: mine.election.electionId }), 303)
}

export async function stopMyMail(portal: Portal): Promise<Response> {
  const mine = await asked(portal)
  if (!mine) return notMinePage(portal)
  if (mine.subscription) await stopMail(portal.deps, mine.subscription, 'page')
  return portal.context.redirect(paths.mail({ election: mine.election.electionId }), 303)
}

function asked(portal: Portal) {
  return mailElection(portal, portal.context.req.param('election') ?? '')
}

function page(portal: Portal, mine: MailElection, because?: AskRefusal) {
  const { election, municipality } = mine
  const { language } = portal
  const words = texts[language]
  const error = because && words.refused[because]
  return showPage(
    portal,
    { title: words.title, caption: election.name, municipality, error },
    <>
      <ErrorSummary title={frameTexts[language].notRightYet} errors={error ? { adres: error } : {}} />
      <State {...{ portal, mine }} />
      <Explained {...{ mine, language }} />
      <Asking {...{ portal, mine, error }} />
    </>,
  )
}

interface Parts {
  readonly portal: Portal
  readonly mine: MailElection
}

function State({ portal, mine }: Parts) {
  const { subscription } = mine
  const words = texts[portal.language]
  if (!subscription) return <p>{words.lead}</p>
  const address = portal.deps.vault.open(subscription.addressSealed)
  const { title, text } = saidOf(subscription, words)
  const isPending = !subscription.refusedAt && !subscription.confirmedAt
  return (
    <section class="portal-card">
      <h2>{title}</h2>
      <p>{text(address)}</p>
      {isPending && <Pending {...{ portal, mine, subscription, address }} />}
      <Form csrf={portal.csrf} action={paths.stopMail({ election: mine.election.electionId })}>
        <Button kind="secondary">{words.stopMine}</Button>
      </Form>
    </section>
  )
}

function saidOf({ refusedAt, confirmedAt }: Subscription, words: Texts) {
  if (refusedAt) return words.undeliverable
  return confirmedAt ? words.on : words.pending
}

interface PendingProps extends Parts {
  readonly subscription: Subscription
  readonly address: string
}

function Pending({ portal, mine, subscription, address }: PendingProps) {
  const { nothing, again } = texts[portal.language].pending
  return (
    <>
      <p>{validity(subscription, portal)}</p>
      <p>{nothing}</p>
      <Form csrf={portal.csrf} action={paths.mail({ election: mine.election.electionId })}>
        <input type="hidden" name="adres" value={address} />
        <Button>{again}</Button>
      </Form>
    </>
  )
}

function validity({ confirmUntil }: Subscription, { deps, language }: Portal): string {
  const { until, late } = texts[language].pending
  return confirmUntil > deps.clock.now() ? until(momentText(confirmUntil, language)) : late
}

function Explained({ mine, language }: Pick<Parts, 'mine'> & { language: Language }) {
  const { get, kinds, nothingInIt, readElsewhere } = texts[language]
  const day = reminderDay(mine.election, mine.municipality)
  return (
    <>
      <p>{get}</p>
      <ul>
        <li>{kinds.letter}</li>
        <li>{kinds.reminder(longDate(day, language))}</li>
      </ul>
      <p>{nothingInIt}</p>
      <p>{readElsewhere}</p>
    </>
  )
}

function Asking({ portal, mine: { subscription, election }, error }: Parts & { error: string | undefined }) {
  const words = texts[portal.language]
  const errorWord = frameTexts[portal.language].error
  return (
    <>
      {subscription && <h2>{words.change}</h2>}
      <Form csrf={portal.csrf} action={paths.mail({ election: election.electionId })}>
        <TextField
          {...{
            name: 'adres',
            label: words.address,
            hint: words.addressHint,
            error,
            errorWord,
            type: 'email',
          }}
          {...{ autocomplete: 'email', maxlength: longestAddress, value: portal.form.text('adres') }}
        />
        <Button kind={subscription ? 'secondary' : 'primary'}>{words.ask}</Button>
      </Form>
      <p>{words.kept}</p>
    </>
  )
}
