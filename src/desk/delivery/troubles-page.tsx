import { campaignStatus, reasons, retryFailed } from '../../delivery/index.ts'
import {
  Button,
  ButtonLink,
  Checkboxes,
  countText,
  Form,
  Inset,
  Table,
} from '../../platform/http/components/index.ts'
import { withQuery } from '../../platform/http/path.ts'
import { inOwnScope, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { seeOther } from '../show-page.tsx'
import { Causes } from './causes.tsx'
import { showDeliveryPage } from './delivery-page.tsx'
import { reasonText, todoOf } from './reason-texts.nl.ts'
import { texts } from './troubles-texts.nl.ts'
import type { CampaignDesk } from './with-campaign.ts'

const words = texts.troubles

async function statusOf({ deps, campaign, ...desk }: CampaignDesk) {
  return (await inOwnScope({ deps, ...desk }, (db) => campaignStatus(db, campaign, deps.clock.now())))!
}

/** Everything that needs a person: groups that can go again, and letters of which nobody knows. */
export async function showTroubles(desk: CampaignDesk) {
  const status = await statusOf(desk)
  const of = addressOf(desk)
  const refused = status.byReason.filter(({ state }) => state === 'refused')
  return showDeliveryPage(
    desk,
    { title: words.title, ...desk },
    <>
      <h2>{words.unconfirmed}</h2>
      <Unconfirmed desk={desk} count={status.counts.unconfirmed} />
      <h2>{words.refused}</h2>
      <Table
        caption={words.refused}
        hideCaption
        rows={refused}
        empty={words.noRefused}
        columns={[
          { heading: words.letters, cell: ({ count }) => countText(count), isNumber: true },
          {
            heading: words.why,
            isRowHeading: true,
            cell: ({ reason }) => `${reasonText(reason).means} (${reason})`,
          },
          { heading: words.todo, cell: todoOf },
          {
            heading: words.again,
            cell: ({ reason, count }) =>
              reason === reasons.settled ? (
                words.staysSettled
              ) : may(desk, 'delivery.run') ? (
                <a href={withQuery(paths.retryGroup(of), { reden: reason })}>{words.sendAgain(count)}</a>
              ) : (
                words.notYours
              ),
          },
        ]}
      />
      <Causes status={status} />
    </>,
  )
}

function Unconfirmed({ desk, count }: { desk: CampaignDesk; count: number }) {
  if (count === 0) return <p>{words.noUnconfirmed}</p>
  if (!may(desk, 'delivery.run')) return <p>{words.unsettled(count)}</p>
  return (
    <p>
      <a href={paths.unconfirmed(addressOf(desk))}>{words.settle(count)}</a>
    </p>
  )
}

function addressOf({ election, campaign }: CampaignDesk) {
  return { election: election.code, campaign: campaign.campaignId }
}

/** Before a group goes again: how many, why they were refused, and whether that is mended. */
export async function askRetry(desk: CampaignDesk, errors: Readonly<Record<string, string>> = {}) {
  const reason = desk.form.text('reden') || (desk.context.req.query('reden') ?? '')
  const group = (await statusOf(desk)).byReason.find(
    (one) => one.state === 'refused' && one.reason === reason && reason !== reasons.settled,
  )
  if (!group) return notFoundPage(desk)
  const { count } = group
  return showDeliveryPage(
    desk,
    { title: words.retryTitle(count), ...desk, errors },
    <>
      <p class="desk-lead">{reasonText(reason).means}</p>
      <p>{todoOf(group)}</p>
      <Inset>{words.once}</Inset>
      <Form csrf={desk.csrf} action={paths.retryGroup(addressOf(desk))}>
        <input type="hidden" name="reden" value={reason} />
        <Checkboxes
          name="hersteld"
          label={words.isMended}
          choices={[{ value: 'ja', label: words.mended }]}
          values={desk.form.all('hersteld')}
          error={errors.hersteld}
        />
        <Button>{words.sendAgain(count)}</Button>{' '}
        <ButtonLink kind="secondary" href={paths.troubles(addressOf(desk))}>
          {words.back}
        </ButtonLink>
      </Form>
    </>,
  )
}

export async function retry(desk: CampaignDesk) {
  if (!desk.form.has('hersteld')) return askRetry(desk, { hersteld: words.notMended })
  const { municipalityId, campaignId } = desk.campaign
  const group = { reason: desk.form.text('reden') }
  const retried = await retryFailed(desk.deps, { municipalityId, campaignId, group, by: desk.staff.staffId })
  if (!retried.ok) return notFoundPage(desk)
  return seeOther(desk, paths.delivery(addressOf(desk)), 'group-retried')
}
