import { drawsOf, type KeptDraw, memberLists, unitOfListA } from '../../../bureaus/index.ts'
import { listStaff } from '../../../municipalities/index.ts'
import { momentText } from '../../../platform/dates.ts'
import {
  type Column,
  countText,
  Details,
  type Fact,
  type FieldErrors,
  SummaryList,
  Table,
  Tag,
} from '../../../platform/http/components/index.ts'
import { actorName } from '../../actor-name.ts'
import { type ElectionDesk, inOwnScope, may } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { showPage } from '../../show-page.tsx'
import { texts as bureauTexts } from '../texts.nl.ts'
import { Announce, Check, Commit, Run, Withdraw } from './draw-steps.tsx'
import { texts } from './texts.nl.ts'

type NameOf = (staff: string) => string

/** The draw of list B: what is fixed, what to make known, who draws when, and how anybody checks it. */
export function showDraw(desk: ElectionDesk) {
  return drawPage(desk)
}

export async function drawPage(desk: ElectionDesk, errors: FieldErrors = {}) {
  const { election, deps } = desk
  const draws = await inOwnScope(desk, (db) => drawsOf(db, election))
  const [listA] = await inOwnScope(desk, (db) => memberLists(db, election, 'A'))
  const hasListA = listA?.state === 'ADOPTED' || listA?.state === 'SENT'
  const people = await listStaff(deps, { municipalityId: election.municipalityId })
  const names = new Map<string, string>(people.map(({ staffId, name }) => [staffId, name]))
  const nameOf = (staff: string) => names.get(staff) ?? actorName(staff)
  const current = draws.find(({ state }) => state !== 'WITHDRAWN')
  const earlier = draws.filter(({ state }) => state === 'WITHDRAWN')
  const trail = [{ href: paths.bureaus({ election: election.code }), text: bureauTexts.title }]
  return showPage(
    desk,
    { title: texts.title, caption: election.name, trail, errors },
    <>
      <p class="desk-lead">{texts.lead}</p>
      <How />
      {current && <SummaryList facts={factsOf(current, nameOf)} />}
      {!current && may(desk, 'bureaus.manage') && <Commit {...{ desk, errors, hasListA }} />}
      {current?.state === 'COMMITTED' && <Waiting {...{ desk, draw: current, errors }} />}
      {current?.state === 'DRAWN' && <Check {...{ desk, draw: current }} />}
      {current && <Pools draw={current} />}
      {earlier.length > 0 && (
        <Table {...{ ...texts.earlier, columns: earlierColumns, rows: earlier, empty: '' }} />
      )}
    </>,
  )
}

function How() {
  const { summary, steps, result } = texts.how
  return (
    <Details summary={summary}>
      <ol>
        {steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <p>{result}</p>
    </Details>
  )
}

function Waiting(props: { desk: ElectionDesk; draw: KeptDraw; errors: FieldErrors }) {
  return (
    <>
      <Announce {...props} />
      <Run {...props} />
      {may(props.desk, 'bureaus.manage') && <Withdraw {...props} />}
    </>
  )
}

const colours = { COMMITTED: 'blue', DRAWN: 'green', WITHDRAWN: 'grey' } as const

function StateOf({ state }: Pick<KeptDraw, 'state'>) {
  return <Tag colour={colours[state]}>{texts.states[state]}</Tag>
}

function factsOf(draw: KeptDraw, nameOf: NameOf): Fact[] {
  const { facts } = texts
  const { frozen, publicValue, dice, seed, drawnAt, drawnBy } = draw
  const { publicSource, dice: asked } = frozen.randomness
  const people = frozen.units.reduce((sum, unit) => sum + unit.people, 0)
  const moment = (at: Date) => momentText(at, 'nl')
  return [
    { name: facts.state, value: <StateOf state={draw.state} /> },
    { name: facts.hash, value: <code class="break">{draw.commitment}</code> },
    { name: facts.committed, value: facts.by(moment(draw.committedAt), nameOf(draw.committedBy)) },
    { name: facts.people, value: facts.units(countText(people), frozen.units.length) },
    { name: facts.source, value: publicSource },
    { name: facts.known, value: moment(draw.knownAt) },
    { name: facts.dice, value: countText(asked) },
    { name: facts.two, value: draw.twoPeople ? facts.twoYes : facts.twoNo },
    ...(publicValue ? [{ name: facts.value, value: publicValue }] : []),
    ...(dice && dice.length > 0 ? [{ name: facts.eyes, value: dice.join(' ') }] : []),
    ...(seed ? [{ name: facts.seed, value: <code class="break">{seed}</code> }] : []),
    ...(drawnAt && drawnBy ? [{ name: facts.drawn, value: facts.by(moment(drawnAt), nameOf(drawnBy)) }] : []),
  ]
}

/** A large town has hundreds of groups: they are for who looks for one. */
function Pools({ draw }: { draw: KeptDraw }) {
  const { caption, unit, people, places, section, listA } = texts.pools
  const nameOf = (name: string) => (name === unitOfListA ? listA : section(name.replace(/^section-/, '')))
  return (
    <Details summary={caption}>
      <Table
        {...{ caption, hideCaption: true, rows: draw.frozen.units, empty: '' }}
        columns={[
          { heading: unit, isRowHeading: true, cell: (one) => nameOf(one.unit) },
          { heading: people, isNumber: true, cell: (one) => countText(one.people) },
          { heading: places, isNumber: true, cell: (one) => countText(one.places) },
        ]}
      />
    </Details>
  )
}

const earlierColumns: readonly Column<KeptDraw>[] = [
  {
    heading: texts.earlier.committed,
    isRowHeading: true,
    cell: ({ committedAt }) => momentText(committedAt, 'nl'),
  },
  {
    heading: texts.earlier.state,
    cell: ({ state, withdrawnAt, knownAt }) => (
      <>
        <StateOf state={state} /> {withdrawnAt && withdrawnAt >= knownAt && texts.earlier.afterChance}
      </>
    ),
  },
  { heading: texts.earlier.why, cell: ({ withdrawnWhy }) => withdrawnWhy },
  { heading: texts.earlier.hash, cell: ({ commitment }) => <code>{commitment}</code> },
]
