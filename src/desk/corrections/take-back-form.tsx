import type { OutdatedGroup } from '../../letters/index.ts'
import {
  Button,
  type FieldErrors,
  Form,
  Inset,
  Select,
  TextField,
  Warning,
} from '../../platform/http/components/index.ts'
import { type ElectionDesk, may } from '../desk.ts'
import { lettersText } from '../letters/texts.nl.ts'
import { paths } from '../paths.ts'
import type { CorrectionsFacts } from './overview-page.tsx'
import { texts } from './overview-texts.nl.ts'

const said = texts.takeBack

/** How many letters that are out of date are current, in one section or in all. */
export function lettersIn(groups: readonly OutdatedGroup[], section?: number): number {
  return groups
    .filter((group) => section === undefined || group.section === section)
    .reduce((sum, { letters }) => sum + letters, 0)
}

interface TakeBackProps {
  readonly desk: ElectionDesk
  readonly facts: CorrectionsFacts
  readonly errors: FieldErrors
}

/** What taking back means, and of which section; the number is typed, so that nobody takes back more than they saw. */
export function TakeBackForm({ desk, facts, errors }: TakeBackProps) {
  const { outdated, running, isRequested } = facts
  const { form } = desk
  const typed = (name: string) => ({ name, value: form.text(name), error: errors[name] })
  return (
    <section id="terugnemen">
      <h2>{said.title}</h2>
      {!may(desk, 'letters.withdraw') || running || isRequested ? (
        <Inset>{isRequested ? said.requested : running ? said.busy : said.noRight}</Inset>
      ) : (
        <Form csrf={desk.csrf} action={paths.takeBackOutdated({ election: desk.election.code })}>
          <p class="desk-text">{said.text}</p>
          <Select {...typed('afdeling')} label={said.section} choices={choicesOf(outdated)} />
          <TextField {...typed('waarom')} label={said.reason} hint={said.reasonHint} maxlength={200} />
          <TextField
            {...typed('aantal')}
            label={said.number}
            hint={said.numberHint}
            inputmode="numeric"
            width={10}
          />
          <Warning>{said.undo}</Warning>
          <Button kind="warning">{said.button}</Button>
        </Form>
      )}
    </section>
  )
}

function choicesOf(groups: readonly OutdatedGroup[]) {
  const sections = [...new Set(groups.map(({ section }) => section))]
  const each = sections.map((section) => ({
    value: String(section),
    label: said.sectionOf(section, lettersText(lettersIn(groups, section))),
  }))
  const all = { value: 'alle', label: said.all(lettersText(lettersIn(groups))) }
  return [{ value: '', label: '–' }, ...(sections.length > 1 ? [all] : []), ...each]
}
