import {
  adoptPlan,
  councilsToAsk,
  type FirstNumbers,
  isSamePlan,
  keptBureaus,
  keptFirstNumbers,
  loadBureauRules,
  type PlanDifference,
  planElection,
  previewPlan,
  type WantedBureau,
  wantedBureaus,
} from '../../bureaus/index.ts'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Checkboxes,
  type FieldErrors,
  FilterForm,
  Form,
  Inset,
  TextField,
} from '../../platform/http/components/index.ts'
import { type ElectionDesk, inOwnScope, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { seeOther, showPage } from '../show-page.tsx'
import { Difference, differenceHash } from './plan-difference.tsx'
import { texts } from './plan-texts.nl.ts'
import { texts as bureauTexts } from './texts.nl.ts'
import { typedPlan } from './typed-plan.ts'

type Field = (name: string) => string

/** The main bureaus that were named: in the address a box for each, in a form all of them together. Absent when nobody said. */
function namedMain({ context, form }: ElectionDesk): readonly string[] | undefined {
  const boxes = context.req.queries('hoofdbureau')
  if (boxes) return boxes.filter(Boolean)
  return form.has('hoofdbureaus') ? form.text('hoofdbureaus').split(' ').filter(Boolean) : undefined
}

/** What the law asks of the sections that are there, and what that would change. */
export function showPlan(desk: ElectionDesk) {
  return planPage(desk, (name) => desk.context.req.query(name) ?? desk.form.text(name))
}

async function planPage(desk: ElectionDesk, field: Field, isChanged = false) {
  const { election, deps } = desk
  const code = election.code
  const trail = [{ href: paths.bureaus({ election: code }), text: bureauTexts.title }]
  const title = { title: texts.title, caption: election.name, trail }
  const asked = await planElection(deps, election, { seatsToFill: {} })
  if (!asked.ok) return showPage(desk, title, <NoPlaces desk={desk} />)
  const councils = councilsToAsk(asked.plan)
  const typed = typedPlan(field, councils, await firstNow(desk), namedMain(desk))
  const planned = await planElection(deps, election, typed.asked)
  if (!planned.ok) return showPage(desk, title, <div class="empty">{texts.noSuchMain}</div>)
  const wanted = wantedBureaus(planned.plan, election.votingMode)
  const difference = await previewPlan(deps, { election, wanted })
  const errors = { ...typed.errors, ...(isChanged && { overnemen: texts.preview.changedMeanwhile }) }
  const lacking = councilsToAsk(planned.plan)
  const withSeats = (await inOwnScope(desk, (db) => keptBureaus(db, desk.election))).filter(
    ({ kind, seats }) => kind === 'COUNTING' && seats.length > 0,
  )
  const [settled, unknown] = [true, false].map((has) =>
    lacking.filter((code) => withSeats.some((bureau) => bureau.code === code) === has),
  ) as [string[], string[]]
  return showPage(
    desk,
    { ...title, errors },
    <>
      <p class="desk-lead">{texts.lead}</p>
      <Asked
        {...{ desk, councils, typed, errors }}
        main={planned.plan.main.map(({ code }) => code)}
        isCounted={planned.plan.bureaus.some(({ kind }) => kind === 'COUNTING')}
      />
      <h2>{texts.preview.title}</h2>
      {unknown.length > 0 && <Inset>{texts.preview.lacking(unknown.join(', '))}</Inset>}
      {settled.length > 0 && <Inset>{texts.preview.asTheyAre(settled.join(', '))}</Inset>}
      <Difference difference={difference} election={desk.election.code}>
        <Adopt {...{ desk, difference }} fields={{ ...typed.fields, gezien: differenceHash(difference) }} />
      </Difference>
      <WithAFile desk={desk} isKept={difference.unchanged + difference.changed.length > 0} />
    </>,
  )
}

/** The numbers that bureaus begin with now. */
async function firstNow(desk: ElectionDesk): Promise<FirstNumbers> {
  return keptFirstNumbers(await inOwnScope(desk, (db) => keptBureaus(db, desk.election)))
}

function NoPlaces({ desk }: { desk: ElectionDesk }) {
  return (
    <>
      <div class="empty">{texts.noPlaces}</div>
      {may(desk, 'desk.read') && (
        <ButtonLink href={paths.places({ election: desk.election.code })}>{texts.toPlaces}</ButtonLink>
      )}
    </>
  )
}

interface AskedProps {
  readonly desk: ElectionDesk
  readonly councils: readonly string[]
  readonly typed: ReturnType<typeof typedPlan>
  readonly errors: FieldErrors
  /** The main bureaus that are in the plan. */
  readonly main: readonly string[]
  /** There are counting bureaus in the plan. */
  readonly isCounted: boolean
}

function Asked({ desk, councils, typed, errors, main, isCounted }: AskedProps) {
  const { label, button, first, firstCounting, firstHint, council, councilNames, mainHint, mainLabel } =
    texts.form
  const { mainBureaus, numbering } = loadBureauRules(desk.election.ruleset)
  const goesOn = numbering.value === 'by-canton'
  const field = (name: string) => ({ name, value: typed.fields[name] ?? '', error: errors[name] })
  return (
    <FilterForm {...{ label, button }} clear={paths.bureauPlan({ election: desk.election.code })}>
      <TextField
        {...field('eerste')}
        {...{ label: first, inputmode: 'numeric', width: 5, ...(goesOn && { hint: firstHint }) }}
      />
      {goesOn && isCounted && (
        <TextField {...field('eerste-tel')} {...{ label: firstCounting, inputmode: 'numeric', width: 5 }} />
      )}
      {councils.map((kind) => (
        <TextField
          {...field(`zetels-${kind}`)}
          {...{ label: councilNames[kind] ?? council(kind), inputmode: 'numeric', width: 4 }}
        />
      ))}
      {/* Without any box the address would not say that somebody chose none. */}
      <input type="hidden" name="hoofdbureau" value="" />
      <Checkboxes
        {...{ name: 'hoofdbureau', label: mainLabel, hint: mainHint, values: main }}
        choices={mainBureaus.map(({ key }) => ({ value: key, label: bureauTexts.mainBureaus[key] }))}
      />
    </FilterForm>
  )
}

interface AdoptProps {
  readonly desk: ElectionDesk
  readonly difference: PlanDifference
  readonly action?: string
  readonly fields: Readonly<Record<string, string>>
}

/** The button that does what was shown; none when there is nothing to do, or when it can't be done. */
export function Adopt({ desk, difference, action, fields }: AdoptProps) {
  if (isSamePlan(difference) || difference.lost.length > 0) return null
  return (
    <Form csrf={desk.csrf} {...(action && { action })}>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" {...{ name, value }} />
      ))}
      <p>{texts.preview.adoptHint}</p>
      <Button>{texts.preview.adopt}</Button>
    </Form>
  )
}

function WithAFile({ desk, isKept }: { desk: ElectionDesk; isKept: boolean }) {
  const election = desk.election.code
  const { title, lead, csv, json, toUpload } = texts.file
  return (
    <>
      <h2>{title}</h2>
      <p>{lead}</p>
      <ButtonGroup>
        <ButtonLink href={paths.bureauPlanUpload({ election })} kind="secondary">
          {toUpload}
        </ButtonLink>
      </ButtonGroup>
      {isKept && (
        <ul>
          <li>
            <a href={paths.bureauPlanFile({ election, format: 'bureaus.csv' })}>{csv}</a>
          </li>
          <li>
            <a href={paths.bureauPlanFile({ election, format: 'bureaus.json' })}>{json}</a>
          </li>
        </ul>
      )}
    </>
  )
}

/** Adopts the plan, when it still does what was shown. */
export async function adopt(desk: ElectionDesk) {
  const { election, deps, form } = desk
  const field: Field = (name) => form.text(name)
  const asked = await planElection(deps, election, { seatsToFill: {} })
  if (!asked.ok) return planPage(desk, field)
  const typed = typedPlan(field, councilsToAsk(asked.plan), await firstNow(desk), namedMain(desk))
  const planned = await planElection(deps, election, typed.asked)
  if (!planned.ok || Object.keys(typed.errors).length > 0) return planPage(desk, field)
  return (
    (await adoptAsSeen(desk, wantedBureaus(planned.plan, election.votingMode))) ?? planPage(desk, field, true)
  )
}

/** Nothing when it would do something else by now than what this person saw. */
export async function adoptAsSeen(
  desk: ElectionDesk,
  wanted: readonly WantedBureau[],
): Promise<Response | undefined> {
  const { election, deps, staff, form } = desk
  const now = await previewPlan(deps, { election, wanted })
  if (form.text('gezien') !== differenceHash(now)) return undefined
  const adopted = await adoptPlan(deps, { election, wanted, by: staff.staffId })
  if (!adopted.ok) return undefined
  const done = isSamePlan(adopted.difference) ? 'bureaus-same' : 'bureaus-adopted'
  return seeOther(desk, paths.bureaus({ election: election.code }), done)
}
