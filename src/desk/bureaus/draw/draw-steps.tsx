import { type KeptDraw, loadBureauRules } from '../../../bureaus/index.ts'
import { momentText } from '../../../platform/dates.ts'
import {
  Button,
  ButtonLink,
  Checkboxes,
  countText,
  DateField,
  Details,
  type FieldErrors,
  FileText,
  Form,
  Inset,
  TextField,
  Warning,
} from '../../../platform/http/components/index.ts'
import { type ElectionDesk, may } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { typedDate } from '../../typed-day.ts'
import { texts } from './texts.nl.ts'

interface StepProps {
  readonly desk: ElectionDesk
  readonly draw: KeptDraw
  readonly errors: FieldErrors
}

const usualDice = '3'

/** Fixes out of whom is drawn. */
export function Commit({ desk, errors, hasListA }: Omit<StepProps, 'draw'> & { readonly hasListA: boolean }) {
  const { form, election } = desk
  const words = texts.commit
  const field = (name: string) => ({ name, value: form.text(name), error: errors[name] })
  const dice = form.has('dobbelstenen') ? form.text('dobbelstenen') : usualDice
  const two = form.has('uitslag') ? form.text('twee') : 'ja'
  const drawsListA = loadBureauRules(election.ruleset).categorySelection.value === 'RANDOM'
  return (
    <>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      {!hasListA && !drawsListA && <Warning>{words.noListA}</Warning>}
      <Form csrf={desk.csrf} action={paths.commitDraw({ election: election.code })}>
        <TextField
          {...{ ...field('uitslag'), label: words.source, hint: words.sourceHint, maxlength: 300 }}
        />
        <DateField
          {...{ name: 'dag', label: words.day, error: errors.dag }}
          value={typedDate((name) => form.text(name), 'dag')}
        />
        <TextField
          {...{ ...field('uur'), label: words.hour, hint: words.hourHint, width: 5, maxlength: 5 }}
        />
        <TextField
          {...{ ...field('dobbelstenen'), value: dice, label: words.dice, hint: words.diceHint }}
          {...{ width: 4, inputmode: 'numeric' }}
        />
        <Checkboxes
          {...{ name: 'twee', label: words.two, values: [two] }}
          choices={[{ value: 'ja', label: words.twoYes, hint: words.twoHint }]}
        />
        {!hasListA && drawsListA && (
          <Checkboxes
            {...{ name: 'zonder', label: words.withoutListA, values: [form.text('zonder')] }}
            error={errors.zonder}
            choices={[{ value: 'ja', label: words.withoutListAAnyway, hint: words.withoutListAHint }]}
          />
        )}
        <Button>{words.button}</Button>
      </Form>
    </>
  )
}

/** What to publish before chance speaks. */
export function Announce({ desk, draw }: StepProps) {
  const { title, lead, caption, text } = texts.announce
  const { publicSource, dice } = draw.frozen.randomness
  const people = draw.frozen.units.reduce((sum, unit) => sum + unit.people, 0)
  return (
    <>
      <h2>{title}</h2>
      <p>{lead}</p>
      <FileText caption={caption}>
        {text({
          ...{ municipality: desk.municipality.name, source: publicSource, dice, hash: draw.commitment },
          ...{ moment: momentText(draw.knownAt, 'nl'), people: countText(people) },
        })}
      </FileText>
    </>
  )
}

/** Draws, once the moment is there and by who may. */
export function Run(props: StepProps) {
  const { desk, draw } = props
  const { title, wait, other, noRight } = texts.run
  const isOwn = draw.twoPeople && draw.committedBy === desk.staff.staffId
  const isEarly = desk.deps.clock.now() < draw.knownAt
  const canDraw = !isEarly && !isOwn && may(desk, 'bureaus.draw')
  return (
    <>
      <h2>{title}</h2>
      {isEarly && <Inset>{wait(momentText(draw.knownAt, 'nl'))}</Inset>}
      {isOwn && <p>{other}</p>}
      {!isOwn && !may(desk, 'bureaus.draw') && <p>{noRight}</p>}
      {canDraw && <RunForm {...props} />}
    </>
  )
}

function RunForm({ desk, draw, errors }: StepProps) {
  const { form, election } = desk
  const words = texts.run
  const { dice } = draw.frozen.randomness
  const field = (name: string) => ({ name, value: form.text(name), error: errors[name] })
  return (
    <>
      <Warning>{words.final}</Warning>
      <Form csrf={desk.csrf} action={paths.holdDraw({ election: election.code })}>
        <TextField {...{ ...field('waarde'), label: words.value, hint: words.valueHint, maxlength: 300 }} />
        {dice > 0 && <TextField {...{ ...field('ogen'), label: words.dice(dice), hint: words.diceHint }} />}
        <Button kind="warning">{words.button}</Button>
      </Form>
    </>
  )
}

/** Gives up a draw that was not held. */
export function Withdraw({ desk, draw, errors }: StepProps) {
  const { title, lead, reason, button, after, afterLabel, afterYes } = texts.withdraw
  const isAfterChance = desk.deps.clock.now() >= draw.knownAt
  return (
    <Details summary={title} open={errors.waarom !== undefined}>
      <p>{lead}</p>
      <Form csrf={desk.csrf} action={paths.withdrawDraw({ election: desk.election.code })}>
        <TextField
          {...{ name: 'waarom', label: reason, error: errors.waarom, maxlength: 200 }}
          value={desk.form.text('waarom')}
        />
        {isAfterChance && (
          <>
            <Warning>{after}</Warning>
            <Checkboxes
              {...{ name: 'na', label: afterLabel, values: [desk.form.text('na')] }}
              choices={[{ value: 'ja', label: afterYes }]}
            />
          </>
        )}
        <Button kind="warning">{button}</Button>
      </Form>
    </Details>
  )
}

/** The file by which anybody recomputes what was drawn. */
export function Check({ desk, draw }: Omit<StepProps, 'errors'>) {
  const { title, lead, file, how, recipe, caption, lists } = texts.check
  const election = desk.election.code
  return (
    <>
      <h2>{title}</h2>
      <p>{lead}</p>
      <ButtonLink href={paths.drawFile({ election })}>{file}</ButtonLink>
      <p>{how}</p>
      <ButtonLink kind="secondary" href={paths.drawRecipe({ election })}>
        {recipe}
      </ButtonLink>
      <FileText caption={caption}>{`node narekenen.mjs loting.json ${draw.commitment}`}</FileText>
      {may(desk, 'bureaus.manage') && (
        <p>
          <a href={paths.memberLists({ election })}>{lists}</a>
        </p>
      )}
    </>
  )
}
