import { type CampaignStatus, resumeCampaign, stopCampaign } from '../../delivery/index.ts'
import { Button, Form, Inset, TextField, Warning } from '../../platform/http/components/index.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'
import type { Doing } from './live-facts.ts'
import { stopText } from './reason-texts.nl.ts'
import { texts } from './texts.nl.ts'
import type { CampaignDesk } from './with-campaign.ts'

const words = texts.stop

/** One large button that stops everything, or the one that lets it go on. */
export function StopOrResume({
  desk,
  doing,
  status,
}: {
  desk: CampaignDesk
  doing: Doing
  status: CampaignStatus
}) {
  if (doing === 'finished') return null
  const of = addressOf(desk)
  if (doing === 'stopped') {
    const { means, todo } = stopText(status.stoppedBecause ?? '')
    return (
      <>
        <h2>{words.stoppedTitle}</h2>
        <Inset>
          <p>{means}</p>
          <p>{todo}</p>
        </Inset>
        <Form csrf={desk.csrf} action={paths.deliveryResume(of)}>
          <Button>{words.resume}</Button>
        </Form>
      </>
    )
  }
  return (
    <section class="stop-panel" aria-labelledby="stop-title">
      <h2 id="stop-title">{words.title}</h2>
      <p>{words.means}</p>
      <Form csrf={desk.csrf} action={paths.deliveryStop(of)}>
        <TextField
          name="waarom"
          label={words.why}
          hint={words.whyHint}
          value={desk.form.text('waarom')}
          maxlength={200}
        />
        <Warning>{words.warning}</Warning>
        <Button kind="warning">{words.stop}</Button>
      </Form>
    </section>
  )
}

function addressOf({ election, campaign }: CampaignDesk) {
  return { election: election.code, campaign: campaign.campaignId }
}

/** A campaign that stands still already is where the person wanted it. */
export async function stop(desk: CampaignDesk) {
  const because = desk.form.text('waarom').slice(0, 200) || words.noReason
  const { municipalityId, campaignId } = desk.campaign
  await stopCampaign(desk.deps, { municipalityId, campaignId, because, by: desk.staff.staffId })
  return seeOther(desk, paths.delivery(addressOf(desk)), 'delivery-stopped')
}

export async function resume(desk: CampaignDesk) {
  const { municipalityId, campaignId } = desk.campaign
  await resumeCampaign(desk.deps, { municipalityId, campaignId, by: desk.staff.staffId })
  return seeOther(desk, paths.delivery(addressOf(desk)), 'delivery-resumed')
}
