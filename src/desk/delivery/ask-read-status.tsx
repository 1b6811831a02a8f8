import { MailboxNotConfigured, pullReadStatus, readStatusAskedAt } from '../../delivery/index.ts'
import { Button, countText, Form, Inset, Live, Progress } from '../../platform/http/components/index.ts'
import { findWork, startWork, stopWork } from '../background.ts'
import { inOwnScope } from '../desk.ts'
import { momentText } from '../home/day-texts.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'
import { texts } from './read-status-texts.nl.ts'
import type { CampaignDesk } from './with-campaign.ts'

const words = texts.ask
/** Counts that are an hour old are good enough; each time, all that was not opened yet is asked about again. */
const quietMinutes = 60

type Pulled = Awaited<ReturnType<typeof pullReadStatus>>

const workOf = ({ campaign }: CampaignDesk) => `read-status ${campaign.municipalityId} ${campaign.campaignId}`
const pathOf = ({ election, campaign }: CampaignDesk) =>
  paths.readStatus({ election: election.code, campaign: campaign.campaignId })

/** How far the asking is, what came of it, and the button; or why it can't be asked now. */
export async function AskReadStatus({ desk, askedAt }: { desk: CampaignDesk; askedAt: Date | undefined }) {
  const found = findWork<Pulled>(desk.deps, workOf(desk))
  if (found.is === 'running') return <Running desk={desk} found={found} />
  const because = await becauseNot(desk, askedAt)
  return (
    <section>
      <h2>{words.title}</h2>
      {found.is === 'failed' && <Inset>{words.failed}</Inset>}
      {found.is === 'ended' && <Inset>{endText(found.outcome)}</Inset>}
      {because ? (
        <p>{because}</p>
      ) : (
        <>
          <p>{words.text}</p>
          <Form csrf={desk.csrf} action={pathOf(desk)}>
            <Button>{words.button}</Button>
          </Form>
        </>
      )}
    </section>
  )
}

interface RunningProps {
  readonly desk: CampaignDesk
  readonly found: { readonly done: number; readonly total: number; readonly isStopping: boolean }
}

function Running({ desk, found: { done, total, isStopping } }: RunningProps) {
  return (
    <section>
      <h2>{words.title}</h2>
      <Live>
        {total > 0 ? (
          <Progress label={words.running(countText(done), countText(total))} done={done} total={total} />
        ) : (
          <p>{words.starting}</p>
        )}
      </Live>
      <p>
        <a href={pathOf(desk)}>{words.refresh}</a>
      </p>
      {isStopping ? (
        <p>{words.stopping}</p>
      ) : (
        <Form csrf={desk.csrf} action={pathOf(desk)}>
          <Button kind="secondary" name="daad" value="stop">
            {words.stop}
          </Button>
        </Form>
      )}
    </section>
  )
}

function endText(outcome: Pulled): string {
  if (!outcome.ok) return words.because[outcome.because]
  return words.ended(countText(outcome.newlyRead), countText(outcome.unknown))
}

/** Why it can't be asked at this moment, if it can't. Nothing is sent to find out. */
async function becauseNot(desk: CampaignDesk, askedAt: Date | undefined): Promise<string | undefined> {
  const { deps, campaign } = desk
  const again = askedAt && new Date(askedAt.getTime() + quietMinutes * 60_000)
  try {
    const { readStatus } = await deps.mailboxFor(campaign.municipalityId)
    if (!readStatus) return words.notOffered
  } catch (error) {
    if (error instanceof MailboxNotConfigured) return words.notConfigured
    throw error
  }
  return again && again > deps.clock.now() ? words.notNow(momentText(again)) : undefined
}

/**
 * Asks in the background: it goes on where it was when this process ends, and what two of them would ask at once does no harm.
 * Asked again too soon, the page says from when.
 */
export async function askNow(desk: CampaignDesk) {
  const { deps, campaign, staff } = desk
  const askedAt = await inOwnScope(desk, (db) => readStatusAskedAt(db, campaign))
  if (await becauseNot(desk, askedAt)) return seeOther(desk, pathOf(desk))
  const { municipalityId, campaignId } = campaign
  startWork(deps, workOf(desk), ({ signal, onProgress }) =>
    pullReadStatus(deps, { municipalityId, campaignId, by: staff.staffId, shutdown: signal, onProgress }),
  )
  return seeOther(desk, pathOf(desk), 'read-status-asked')
}

export function stopAsking(desk: CampaignDesk) {
  stopWork(desk.deps, workOf(desk))
  return seeOther(desk, pathOf(desk), 'read-status-stopped')
}
