import { type CampaignStatus, campaignStatus } from '../../delivery/index.ts'
import { Figures, Progress, Tag, type TagColour } from '../../platform/http/components/index.ts'
import { withQuery } from '../../platform/http/path.ts'
import { type ElectionDesk, inOwnScope, may } from '../desk.ts'
import { momentText } from '../home/day-texts.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'
import { Causes } from './causes.tsx'
import { showDeliveryPage } from './delivery-page.tsx'
import { type Doing, type LiveFacts, liveFacts } from './live-facts.ts'
import { StopOrResume } from './stop-or-resume.tsx'
import { texts } from './texts.nl.ts'
import { type CampaignDesk, campaignsOf } from './with-campaign.ts'

const words = texts.progress

/** The newest campaign, or what comes first when nothing was released. */
export async function showDeliveries(desk: ElectionDesk) {
  const campaigns = await campaignsOf(desk)
  const election = desk.election.code
  const [newest] = campaigns
  if (newest) return seeOther(desk, paths.delivery({ election, campaign: newest.campaignId }))
  return showDeliveryPage(
    desk,
    { title: words.title, campaigns },
    <div class="empty">{words.nothingReleased}</div>,
  )
}

/** How a campaign stands, moving along where there is script; with what it means and what one can do. */
export async function showProgress(desk: CampaignDesk) {
  const { deps, campaign, election } = desk
  const now = deps.clock.now()
  const status = (await inOwnScope(desk, (db) => campaignStatus(db, campaign, now)))!
  const facts = liveFacts(status, now)
  const of = { election: election.code, campaign: campaign.campaignId }
  const isOver = facts.state === 'finished'
  const turns = isOver ? 0 : refreshesLeft(desk)
  if (turns > 0)
    desk.context.header(
      'Refresh',
      `${refreshSeconds}; url=${withQuery(paths.delivery(of), { vanzelf: turns - 1 })}`,
    )
  const live =
    isOver || status.total === 0
      ? {}
      : { 'data-live-from': paths.deliveryStream(of), 'data-live-state': facts.state }
  return showDeliveryPage(
    desk,
    { title: words.title, ...desk },
    <>
      <section aria-label={words.title} {...live}>
        <State status={status} doing={facts.state} waves={paths.waves(of)} />
        <Counts facts={facts} status={status} />
        {'data-live-from' in live && <Following address={paths.delivery(of)} turns={turns} />}
      </section>
      {may(desk, 'delivery.run') && <StopOrResume desk={desk} doing={facts.state} status={status} />}
      <Causes status={status} troubles={paths.troubles(of)} />
      <Others desk={desk} />
    </>,
  )
}

const colours: Readonly<Record<Doing, TagColour>> = {
  ...{ sending: 'blue', 'held-back': 'yellow', scheduled: 'grey', stopped: 'red', finished: 'green' },
}

function State({ status, doing, waves }: { status: CampaignStatus; doing: Doing; waves: string }) {
  const at = status.finishedAt ?? status.goesOnAt
  return (
    <p class="desk-lead">
      <Tag colour={colours[doing]}>{words.states[doing].tag}</Tag> {words.states[doing].text}
      {at && ` ${momentText(at)}.`}
      {doing === 'held-back' && (
        <>
          {' '}
          <a href={waves}>{words.toWaves}</a>
        </>
      )}
    </p>
  )
}

function Counts({ facts, status }: { facts: LiveFacts; status: CampaignStatus }) {
  const { counts } = status
  return (
    <>
      <Progress label={words.label} done={facts.done} total={facts.total} />
      <Figures
        figures={[
          { name: words.delivered, value: counts.delivered, live: 'delivered' },
          { name: words.inactive, value: counts.inactive, live: 'inactive', note: words.inactiveNote },
          { name: words.toGo, value: facts.texts.toGo, live: 'toGo' },
          { name: words.trouble, value: facts.texts.trouble, live: 'trouble', note: words.troubleNote },
        ]}
      />
      <p>
        <span data-live="pace">{facts.texts.pace}</span> <span data-live="left">{facts.texts.left}</span>{' '}
        <span class="quiet" data-live="at">
          {facts.texts.at}
        </span>
      </p>
    </>
  )
}

const refreshSeconds = 20
const mostRefreshes = 60

/** A page that refreshes itself does so for a while only: who went away is to be logged out in the end. */
function refreshesLeft({ context }: CampaignDesk): number {
  const asked = Number(context.req.query('vanzelf') ?? 0)
  return Number.isInteger(asked) ? Math.min(Math.max(asked, 0), mostRefreshes) : 0
}

/** With script a button that holds the figures still; without, links that do it by refreshing. */
function Following({ address, turns }: { address: string; turns: number }) {
  return (
    <>
      <p class="no-print">
        <button type="button" class="desk-link-button" data-live-pause aria-pressed="false" hidden>
          <span class="when-live">{words.pause}</span>
          <span class="when-paused">{words.goOn}</span>
        </button>
      </p>
      <p role="status" data-live-said data-changed={words.changed} />
      <p data-live-again hidden>
        <a href={address}>{words.lookAgain}</a>
      </p>
      <p class="without-script no-print">
        <a href={address}>{words.refresh}</a>
        {' · '}
        {turns > 0 ? (
          <a href={address}>{words.noRefresh}</a>
        ) : (
          <a href={withQuery(address, { vanzelf: mostRefreshes })}>{words.refreshItself}</a>
        )}
      </p>
    </>
  )
}

function Others({ desk: { campaign, campaigns, election } }: { desk: CampaignDesk }) {
  if (campaigns.length < 2) return null
  return (
    <>
      <h2>{words.others}</h2>
      <ul>
        {campaigns
          .filter((other) => other.campaignId !== campaign.campaignId)
          .map(({ campaignId, releasedAt, letters }) => (
            <li>
              <a href={paths.delivery({ election: election.code, campaign: campaignId })}>
                {words.other(momentText(releasedAt), letters)}
              </a>
            </li>
          ))}
      </ul>
    </>
  )
}
