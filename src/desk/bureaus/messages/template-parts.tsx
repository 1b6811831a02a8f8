import {
  longestOfWording,
  type MessageLanguage,
  type MessageSchedule,
  type MessageTemplate,
  messageFields,
  messageWindow,
  type usualMoment,
  type Wording,
  type WordingVersion,
  type WrittenMessage,
} from '../../../bureaus/index.ts'
import { momentText } from '../../../platform/dates.ts'
import {
  Button,
  ButtonGroup,
  type FieldErrors,
  Form,
  Inset,
  Radios,
  Table,
  TextArea,
  TextField,
} from '../../../platform/http/components/index.ts'
import { actorName } from '../../actor-name.ts'
import { type ElectionDesk, may } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { texts } from './texts.nl.ts'

const words = texts.template

interface TemplateParts {
  readonly desk: ElectionDesk
  readonly template: MessageTemplate
  readonly language: MessageLanguage
  readonly errors: FieldErrors
  readonly moment: ReturnType<typeof usualMoment>
  readonly names: ReadonlyMap<string, string>
  readonly usual: Wording & { readonly version: number }
  readonly versions: readonly WordingVersion[]
  readonly schedule: MessageSchedule | undefined
  readonly current: Wording & { readonly version: number }
  readonly wording: Wording
  readonly example: WrittenMessage | undefined
  /** To whom the example is. */
  readonly who: string | undefined
}

export function Schedule({ desk, template, errors, moment, schedule }: TemplateParts) {
  const { election, csrf, form } = desk
  const now = schedule ?? {
    template,
    isOn: false,
    daysBefore: moment?.daysBefore ?? 1,
    hour: moment?.hour ?? '',
  }
  const window = messageWindow(election, now)
  const isAfter = (moment?.daysBefore ?? 1) < 0
  const typed = (name: string, otherwise: string) => (form.has(name) ? form.text(name) : otherwise)
  return (
    <>
      <h2>{words.schedule}</h2>
      <p>
        {window
          ? words.window(momentText(window.from, 'nl'), momentText(window.until, 'nl'))
          : words[template === 'notice' ? 'atOnceNews' : 'atOnce']}
      </p>
      {may(desk, 'bureaus.manage') && (
        <Form csrf={csrf} action={paths.messageSchedule({ election: election.code, template })}>
          <Radios
            {...{
              name: 'aan',
              label: words.state,
              inline: true,
              value: typed('aan', now.isOn ? 'ja' : 'nee'),
            }}
            choices={[
              { value: 'ja', label: words.on },
              { value: 'nee', label: words.off },
            ]}
          />
          {moment && (
            <>
              <TextField
                {...{ name: 'dagen', label: isAfter ? words.daysAfter : words.days, error: errors.dagen }}
                {...{ inputmode: 'numeric', width: 2, value: typed('dagen', `${Math.abs(now.daysBefore)}`) }}
              />
              <TextField
                {...{ name: 'uur', label: words.hour, hint: words.hourHint, error: errors.uur, width: 5 }}
                value={typed('uur', now.hour)}
              />
            </>
          )}
          <Button kind="secondary">{words.saveSchedule}</Button>
        </Form>
      )}
    </>
  )
}

/** Its fields bear the names of the parts, so that what is wrong points there. */
export function WordingForm({ desk, template, language, errors, current, wording }: TemplateParts) {
  const { csrf, election } = desk
  const field = (name: keyof Wording) => ({
    ...{ name, label: words[name], error: errors[name], value: wording[name] },
    maxlength: longestOfWording[name],
  })
  return (
    <>
      <h2>{words.wording}</h2>
      <p>
        {words.fields} {messageFields.map((one) => `{${one}}`).join(', ')}.
      </p>
      <Form csrf={csrf} action={paths.messageTemplate({ election: election.code, template })}>
        <input type="hidden" name="gezien" value={current.version} />
        <input type="hidden" name="taal" value={language} />
        <TextField {...field('subject')} />
        <TextArea {...field('body')} rows={14} />
        <TextArea {...field('sms')} rows={3} />
        <ButtonGroup>
          <Button kind="secondary" name="doe" value="kijk">
            {words.look}
          </Button>
          <Button name="doe" value="bewaar">
            {words.save}
          </Button>
        </ButtonGroup>
      </Form>
    </>
  )
}

export function Example({ example, who }: Pick<TemplateParts, 'example' | 'who'>) {
  const whyNot = who ? words.wrongFirst : words.noExample
  return (
    <>
      <h2>{words.example}</h2>
      {example && who ? <Written {...{ written: example, who }} /> : <p>{whyNot}</p>}
    </>
  )
}

/** A message as one person gets it. */
export function Written({ written, who }: { written: WrittenMessage; who: string }) {
  const { subject, body, sms, language } = written
  return (
    <>
      <p>{words.exampleOf(who)}</p>
      <Inset>
        <p lang={language}>
          <strong>{subject}</strong>
        </p>
        {body.split(/\n{2,}/).map((paragraph) => (
          <p lang={language}>
            {paragraph.split('\n').map((line, place) => (
              <>
                {place > 0 && <br />}
                {line}
              </>
            ))}
          </p>
        ))}
      </Inset>
      <p>SMS: {sms || words.noSms}</p>
    </>
  )
}

type Version = Pick<WordingVersion, 'version'> & Partial<WordingVersion>

export function Versions({ desk, template, language, errors, versions, names, current }: TemplateParts) {
  const { columns } = words
  const action = paths.messageTemplateBack({ election: desk.election.code, template })
  const back = ({ version }: Version) =>
    version === current.version ? (
      words.now
    ) : (
      <Form csrf={desk.csrf} action={action}>
        <input type="hidden" name="gezien" value={current.version} />
        <input type="hidden" name="taal" value={language} />
        <Button kind="secondary" name="versie" value={`${version}`}>
          {words.back(version)}
        </Button>
      </Form>
    )
  const what = ({ version, backTo }: Version) =>
    version === 0 ? words.ofProduct : typeof backTo === 'number' ? words.copyOf(backTo) : words.changed
  return (
    <>
      {errors.versie && (
        <p class="govuk-error-message" id="versie">
          {errors.versie}
        </p>
      )}
      <Table
        {...{ caption: words.versions, empty: '', rows: [...versions, { version: 0 }] as Version[] }}
        columns={[
          { heading: columns.version, isRowHeading: true, cell: ({ version }) => `${version}` },
          { heading: columns.when, cell: ({ changedAt }) => changedAt && momentText(changedAt, 'nl') },
          {
            heading: columns.who,
            cell: ({ changedBy }) => changedBy && (names.get(changedBy) ?? actorName(changedBy)),
          },
          { heading: columns.what, cell: what },
          ...(may(desk, 'bureaus.manage') ? [{ heading: columns.back, cell: back }] : []),
        ]}
      />
    </>
  )
}
