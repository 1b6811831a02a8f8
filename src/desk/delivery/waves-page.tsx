import { campaignStatus, holdCampaign, letAllGo, sendWave } from '../../delivery/index.ts'
import { getSections } from '../../elections/index.ts'
import { lettersOfListNumber, releasedLetters } from '../../letters/index.ts'
import {
  Button,
  Checkboxes,
  type FieldErrors,
  Form,
  Select,
  Tag,
  TextField,
  Warning,
} from '../../platform/http/components/index.ts'
import type { DocumentId, LetterId } from '../../platform/ids.ts'
import { inOwnScope, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'
import { showDeliveryPage } from './delivery-page.tsx'
import { doingOf } from './live-facts.ts'
import { texts } from './waves-texts.nl.ts'
import type { CampaignDesk } from './with-campaign.ts'

const mostTesters = 50

/** Release in waves as steps: hold back, people who test, one section, look, all. */
export async function showWaves(desk: CampaignDesk, errors: FieldErrors = {}) {
  const { campaign, election, deps } = desk
  const { status, sections } = await inOwnScope(desk, async (db) => ({
    status: (await campaignStatus(db, campaign, deps.clock.now()))!,
    sections: await getSections(db, election.municipalityId, election.electionId),
  }))
  const { wave, counts } = status
  const left = counts.waiting + counts.attempting
  const held = wave ? left - wave.toGo : 0
  const isOver = doingOf(status) === 'finished'
  return showDeliveryPage(
    desk,
    { title: texts.title, ...desk, errors },
    <>
      <p class="desk-lead">{texts.lead}</p>
      <p>
        <Tag colour={wave ? 'yellow' : 'blue'}>{wave ? texts.held : texts.notHeld}</Tag>{' '}
        {texts.standing(held, wave?.toGo ?? left)}
      </p>
      {isOver && <p>{texts.over}</p>}
      {!isOver && may(desk, 'delivery.run') && (
        <Steps
          desk={desk}
          errors={errors}
          isHeld={wave !== undefined}
          held={held}
          sections={sections.map(({ section }) => section)}
        />
      )}
    </>,
  )
}

interface StepsProps {
  readonly desk: CampaignDesk
  readonly errors: FieldErrors
  readonly isHeld: boolean
  readonly held: number
  readonly sections: readonly number[]
}

function Steps({ desk, errors, isHeld, held, sections }: StepsProps) {
  const of = addressOf(desk)
  const { csrf, form } = desk
  const choices = [...new Set(sections)].map((section) => ({
    value: String(section),
    label: texts.section(section),
  }))
  return (
    <>
      <h2>{texts.hold.title}</h2>
      {isHeld ? (
        <p>{texts.hold.done}</p>
      ) : (
        <>
          <p>{texts.hold.text}</p>
          <Form csrf={csrf} action={paths.holdBack(of)}>
            <Button kind="warning">{texts.hold.button}</Button>
          </Form>
        </>
      )}
      <h2>{texts.testers.title}</h2>
      <p>{texts.testers.text}</p>
      <Form csrf={csrf} action={paths.waveOfTesters(of)}>
        <TextField
          name="nummers"
          label={texts.testers.label}
          hint={texts.testers.hint}
          value={form.text('nummers')}
          error={errors.nummers}
        />
        <Button kind="secondary">{texts.testers.button}</Button>
      </Form>
      <h2>{texts.look.title}</h2>
      <p>
        {texts.look.text} <a href={paths.delivery(of)}>{texts.look.link}</a>
      </p>
      <h2>{texts.oneSection.title}</h2>
      <p>{texts.oneSection.text}</p>
      <Form csrf={csrf} action={paths.waveOfSection(of)}>
        <Select
          name="afdeling"
          label={texts.oneSection.label}
          choices={choices}
          value={form.text('afdeling')}
          error={errors.afdeling}
        />
        <Button kind="secondary">{texts.oneSection.button}</Button>
      </Form>
      <h2>{texts.all.title}</h2>
      {isHeld ? (
        <Form csrf={csrf} action={paths.letAllGo(of)}>
          <Warning>{texts.all.warning(held)}</Warning>
          <Checkboxes
            name="bekeken"
            label={texts.all.question}
            choices={[{ value: 'ja', label: texts.all.seen }]}
            values={form.all('bekeken')}
            error={errors.bekeken}
          />
          <Button>{texts.all.button}</Button>
        </Form>
      ) : (
        <p>{texts.all.nothingHeld}</p>
      )}
    </>
  )
}

function addressOf({ election, campaign }: CampaignDesk) {
  return { election: election.code, campaign: campaign.campaignId }
}

const by = ({ campaign: { municipalityId, campaignId }, staff }: CampaignDesk) => ({
  ...{ municipalityId, campaignId, by: staff.staffId },
})

export async function holdBack(desk: CampaignDesk) {
  await holdCampaign(desk.deps, by(desk))
  return seeOther(desk, paths.waves(addressOf(desk)), 'held-back')
}

export async function sendToTesters(desk: CampaignDesk) {
  const typed = desk.form
    .text('nummers')
    .split(/[\s,;]+/)
    .filter(Boolean)
  if (typed.length === 0 || typed.length > mostTesters || !typed.every((one) => /^[1-9]\d{0,6}$/.test(one)))
    return showWaves(desk, { nummers: texts.testers.wrong(mostTesters) })
  const { municipalityId, electionId } = desk.election
  const letters = await inOwnScope(desk, async (db) => {
    const found: LetterId[] = []
    for (const one of typed) {
      const versions = await lettersOfListNumber(db, municipalityId, electionId, Number(one))
      found.push(...versions.filter(({ state }) => state === 'released').map((letter) => letter.letter_id))
    }
    return found
  })
  if (letters.length < new Set(typed).size) return showWaves(desk, { nummers: texts.testers.unknown })
  return sendThese(desk, letters, 'nummers')
}

export async function sendToSection(desk: CampaignDesk) {
  const section = Number(desk.form.text('afdeling'))
  if (!Number.isInteger(section) || section < 1) return showWaves(desk, { afdeling: texts.oneSection.wrong })
  const { municipalityId, electionId } = desk.election
  const letters = await inOwnScope(desk, (db) => releasedLetters(db, municipalityId, electionId, { section }))
  return sendThese(desk, letters, 'afdeling')
}

async function sendThese(desk: CampaignDesk, letters: readonly LetterId[], field: string) {
  const documentIds = letters.map((id) => id as string as DocumentId)
  const sent = await sendWave(desk.deps, { ...by(desk), documentIds })
  if (!sent.ok) return showWaves(desk, { [field]: texts.nothingInWave })
  return seeOther(desk, paths.waves(addressOf(desk)), 'wave-sent')
}

export async function letAll(desk: CampaignDesk) {
  if (!desk.form.has('bekeken')) return showWaves(desk, { bekeken: texts.all.notSeen })
  await letAllGo(desk.deps, by(desk))
  return seeOther(desk, paths.delivery(addressOf(desk)), 'all-let-go')
}
