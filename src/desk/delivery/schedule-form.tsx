import type { NewSchedule } from '../../delivery/index.ts'
import {
  Button,
  ButtonGroup,
  DateField,
  type FieldErrors,
  Form,
  Radios,
  TextField,
} from '../../platform/http/components/index.ts'
import { paths } from '../paths.ts'
import { texts } from './schedule-texts.nl.ts'
import { shownFields } from './typed-schedule.ts'
import type { CampaignDesk } from './with-campaign.ts'

interface Props {
  readonly desk: CampaignDesk
  readonly schedule: NewSchedule | null
  readonly errors: FieldErrors
}

/** Day and night, or from a day on, within hours, and so many a day; to look at first, or to keep. */
export function ScheduleForm({ desk, schedule, errors }: Props) {
  const shown = shownFields(desk.form, schedule)
  const { election, campaign, csrf } = desk
  return (
    <Form csrf={csrf} action={paths.schedule({ election: election.code, campaign: campaign.campaignId })}>
      <Radios
        name="soort"
        label={texts.kind}
        value={shown.kind}
        error={errors.soort}
        choices={Object.entries(texts.kinds).map(([value, choice]) => ({ value, ...choice }))}
      />
      <DateField
        name="dag"
        label={texts.startsOn}
        hint={texts.startsOnHint}
        value={shown.day}
        error={errors.dag}
      />
      <TextField
        name="van"
        label={texts.from}
        hint={texts.fromHint}
        value={shown.from}
        error={errors.van}
        width={5}
      />
      <TextField
        name="tot"
        label={texts.until}
        hint={texts.untilHint}
        value={shown.until}
        error={errors.tot}
        width={5}
      />
      <TextField
        name="aantal"
        label={texts.perDay}
        hint={texts.perDayHint}
        value={shown.perDay}
        error={errors.aantal}
        inputmode="numeric"
        width={10}
      />
      <p class="quiet">{texts.spread}</p>
      <ButtonGroup>
        <Button kind="secondary" name="daad" value="kijk">
          {texts.look}
        </Button>
        <Button name="daad" value="bewaar">
          {texts.save}
        </Button>
      </ButtonGroup>
    </Form>
  )
}
