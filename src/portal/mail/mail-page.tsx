import { longDate } from '../../platform/dates.ts'
import { Button, ErrorSummary, Form, TextField } from '../../platform/http/components/index.ts'
import { showPage } from '../frame.tsx'
import { notMinePage } from '../not-mine-page.tsx'
import { noteOpenedOf } from '../note-opened.ts'
import { paths } from '../paths.ts'
import type { Portal } from '../portal.ts'
import { shortMoment } from '../short-moment.ts'
import { type AskRefusal, askMail } from './ask-mail.ts'
import { type MailElection, mailElection } from './my-election.ts'
import { reminderDay } from './reminder-day.ts'
import { stopMail } from './stop-mail.ts'
import { longestAddress, type Subscription } from './subscription.ts'
import { texts } from './texts.nl.ts'

/** Whether this citizen gets mail about one election, at which address, and how to change that. */
export async function showMail(portal: Portal): Promise<Response> {
  const mine = await asked(portal)
  if (!mine) return notMinePage(portal)
  await noteOpenedOf(portal, mine.place)
  return page(portal, mine)
}

/** Asks for mail at an address, or once more for the same. */
export async function askForMail(portal: Portal): Promise<Response> {
  const mine = await asked(portal)
  if (!mine) return notMinePage(portal)
  const { deps, citizen, form, context } = portal
  const done = await askMail(deps, { citizen, mine, address: form.text('adres') })
  if (!done.ok) return page(portal, mine, done.because)
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
  const error = because && texts.refused[because]
  return showPage(
    portal,
    { title: texts.title, caption: election.name, municipality, error },
    <>
      <ErrorSummary errors={error ? { adres: error } : {}} />
      <State {...{ portal, mine }} />
      <Explained mine={mine} />
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
  if (!subscription) return <p>{texts.lead}</p>
  const address = portal.deps.vault.open(subscription.addressSealed)
  const { title, text } = saidOf(subscription)
  const isPending = !subscription.refusedAt && !subscription.confirmedAt
  return (
    <section class="portal-card">
      <h2>{title}</h2>
      <p>{text(address)}</p>
      {isPending && <Pending {...{ portal, mine, subscription, address }} />}
      <Form csrf={portal.csrf} action={paths.stopMail({ election: mine.election.electionId })}>
        <Button kind="secondary">{texts.stopMine}</Button>
      </Form>
    </section>
  )
}

function saidOf({ refusedAt, confirmedAt }: Subscription) {
  if (refusedAt) return texts.undeliverable
  return confirmedAt ? texts.on : texts.pending
}

interface PendingProps extends Parts {
  readonly subscription: Subscription
  readonly address: string
}

function Pending({ portal, mine, subscription, address }: PendingProps) {
  const { nothing, again } = texts.pending
  return (
    <>
      <p>{validity(subscription, portal.deps.clock.now())}</p>
      <p>{nothing}</p>
      <Form csrf={portal.csrf} action={paths.mail({ election: mine.election.electionId })}>
        <input type="hidden" name="adres" value={address} />
        <Button>{again}</Button>
      </Form>
    </>
  )
}

function validity({ confirmUntil }: Subscription, now: Date): string {
  return confirmUntil > now ? texts.pending.until(shortMoment(confirmUntil)) : texts.pending.late
}

function Explained({ mine: { election, municipality } }: { mine: MailElection }) {
  const { get, kinds, nothingInIt, readElsewhere } = texts
  return (
    <>
      <p>{get}</p>
      <ul>
        <li>{kinds.letter}</li>
        <li>{kinds.reminder(longDate(reminderDay(election, municipality), 'nl'))}</li>
      </ul>
      <p>{nothingInIt}</p>
      <p>{readElsewhere}</p>
    </>
  )
}

function Asking({ portal, mine: { subscription, election }, error }: Parts & { error: string | undefined }) {
  return (
    <>
      {subscription && <h2>{texts.change}</h2>}
      <Form csrf={portal.csrf} action={paths.mail({ election: election.electionId })}>
        <TextField
          {...{ name: 'adres', label: texts.address, hint: texts.addressHint, error, type: 'email' }}
          {...{ autocomplete: 'email', maxlength: longestAddress, value: portal.form.text('adres') }}
        />
        <Button kind={subscription ? 'secondary' : 'primary'}>{texts.ask}</Button>
      </Form>
      <p>{texts.kept}</p>
    </>
  )
}
