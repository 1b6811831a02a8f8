import {
  Button,
  type FieldErrors,
  Form,
  Inset,
  Radios,
  TextField,
  Warning,
} from '../../platform/http/components/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { momentText } from '../home/day-texts.ts'
import { paths } from '../paths.ts'
import type { ReleaseFacts, Standing } from './release-facts.ts'
import { texts } from './release-texts.nl.ts'

interface Props {
  readonly desk: ElectionDesk
  readonly sample: NonNullable<ReleaseFacts['sample']>
  /** By what this person decides. */
  readonly standing: Standing
  readonly errors: FieldErrors
}

/** The second person: types how many letters leave, and says when. */
export function DecideForm({ desk, sample, standing, errors }: Props) {
  const { title, text, asDeputy, byGlass, number, numberHint, hold, holdChoices, button, fresh } =
    texts.decide
  return (
    <section>
      <h2>{title}</h2>
      <p>{text}</p>
      {standing.is === 'deputy' && <Inset>{asDeputy(standing.absent)}</Inset>}
      {standing.is === 'broken-glass' && <Warning>{byGlass(momentText(standing.until))}</Warning>}
      <Form csrf={desk.csrf} action={paths.releaseLetters({ election: desk.election.code })}>
        <input type="hidden" name="proef" value={sample.code} />
        <Radios
          name="hold"
          label={hold}
          error={errors.hold}
          value={desk.form.text('hold')}
          choices={Object.entries(holdChoices).map(([value, choice]) => ({ value, ...choice }))}
        />
        <TextField
          name="number"
          label={number}
          hint={numberHint}
          error={errors.number}
          value={desk.form.text('number')}
          inputmode="numeric"
          width={10}
        />
        <Warning>{texts.noUndo}</Warning>
        <Button kind="warning">{button}</Button>
        <p class="quiet">{fresh}</p>
      </Form>
    </section>
  )
}
