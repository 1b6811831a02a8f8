import { type CampaignStatus, campaignStatus } from '../../delivery/index.ts'
import { replacing } from '../../letters/index.ts'
import { Figures, Inset, Progress, Tag } from '../../platform/http/components/index.ts'
import { withQuery } from '../../platform/http/path.ts'
import { ComesFirst } from '../comes-first.tsx'
import { type ElectionDesk, inOwnScope, may } from '../desk.ts'
import { FollowingPage } from '../following-page.tsx'
import { momentText } from '../home/day-texts.ts'
import { replacingText } from '../letters/release-texts.nl.ts'
import { paths } from '../paths.ts'
import { remembered } from '../remembered.ts'
import { seeOther } from '../show-page.tsx'
import { Causes } from './causes.tsx'
import { showDeliveryPage } from './delivery-page.tsx'
import { type LiveFacts, liveFacts } from './live-facts.ts'
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
    <ComesFirst desk={desk} step="release">
      {words.nothingReleased}
    </ComesFirst>,
  )
}

/** How a campaign stands, moving along where there is script; with what it means and what one can do. */
export async function showProgress(desk: CampaignDesk) {
  const { deps, campaign, election } = desk
  const now = deps.clock.now()
  const status = (await inOwnScope(desk, (db) => campaignStatus(db, campaign, now)))!
  const facts = liveFacts(status, now)
  const of = { election: election.code, campaign: campaign.campaignId }
  const replaced = await replacedBy(desk)
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
      : {
          'data-live-from': paths.deliveryStream(of),
          'data-live-state': facts.state,
          'data-live-moment': facts.moment,
        }
  return showDeliveryPage(
    desk,
    { title: words.title, ...desk },
    <>
      {replaced && <Inset>{replacingText(replaced, campaign.letters)}</Inset>}
      <section aria-label={words.title} {...live}>
        <State facts={facts} waves={paths.waves(of)} />
        <Counts facts={facts} status={status} />
        {'data-live-from' in live && <Following address={paths.delivery(of)} turns={turns} />}
      </section>
      {may(desk, 'delivery.run') && <StopOrResume desk={desk} doing={facts.state} status={status} />}
      <Causes status={status} troubles={paths.troubles(of)} />
      <Others desk={desk} />
    </>,
  )
}

/** What letters of before a series replaces, if it is a correction; the first series of an election is none. */
async function replacedBy(desk: CampaignDesk) {
  const { campaign, campaigns, election, deps } = desk
  if (campaigns.at(-1)?.campaignId === campaign.campaignId) return undefined
  const { municipalityId, electionId } = election
  const count = () => inOwnScope(desk, (db) => replacing(db, municipalityId, electionId, campaign.releaseId))
  return (await remembered(deps, `replaced ${campaign.campaignId}`, count)).value
}

function State({ facts: { state, colour, texts: said }, waves }: { facts: LiveFacts; waves: string }) {
  return (
    <p class="desk-lead">
      <Tag colour={colour} live="tag">
        {said.tag}
      </Tag>{' '}
      <span data-live="state">{said.state}</span>{' '}
      <a href={waves} data-live-while="held-back" hidden={state !== 'held-back'}>
        {words.toWaves}
      </a>
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

function Following({ address, turns }: { address: string; turns: number }) {
  return (
    <FollowingPage words={words} address={address}>
      {' · '}
      {turns > 0 ? (
        <a href={address}>{words.noRefresh}</a>
      ) : (
        <a href={withQuery(address, { vanzelf: mostRefreshes })}>{words.refreshItself}</a>
      )}
    </FollowingPage>
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
