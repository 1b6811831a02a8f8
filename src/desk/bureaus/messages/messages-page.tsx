import {
  countPeopleToCall,
  currentWording,
  type GroupMessage,
  type MessageCounts,
  type MessageSchedule,
  type MessageTemplate,
  messageCounts,
  messageTemplates,
  messageWindow,
  selectGroups,
  selectSchedules,
} from '../../../bureaus/index.ts'
import type { Election } from '../../../elections/index.ts'
import { momentText } from '../../../platform/dates.ts'
import {
  ButtonGroup,
  ButtonLink,
  type Column,
  countText,
  Notice,
  Table,
  Tag,
} from '../../../platform/http/components/index.ts'
import { type ElectionDesk, inOwnScope } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { showPage } from '../../show-page.tsx'
import { texts as bureauTexts } from '../texts.nl.ts'
import { texts } from './texts.nl.ts'
import { waysOf } from './ways.ts'

const mostGroups = 50

/** What leaves by itself and how far it is, messages to a group, and who has to be called. */
export async function showMessages(desk: ElectionDesk) {
  const { election } = desk
  const code = election.code
  const ways = waysOf(desk)
  const { rows, groups, toCall } = await inOwnScope(desk, async (db) => {
    const [schedules, counts] = [await selectSchedules(db, election), await messageCounts(db, election)]
    const rows: Row[] = []
    for (const template of messageTemplates) {
      const { version } = await currentWording(db, election, { template, language: 'nl' })
      const schedule = schedules.find((one) => one.template === template)
      rows.push({ template, version, schedule, counts: counts.get(template), election })
    }
    const groups = await selectGroups(db, election, mostGroups)
    return { rows, groups, toCall: await countPeopleToCall(db, election, ways) }
  })
  const trail = [{ href: paths.bureaus({ election: code }), text: bureauTexts.title }]
  return showPage(
    desk,
    { title: texts.title, caption: election.name, trail },
    <>
      <p class="desk-lead">{texts.lead}</p>
      {!ways.mail && !ways.sms && <Notice kind="information">{texts.noWay}</Notice>}
      <ButtonGroup>
        <ButtonLink href={paths.newGroupMessage({ election: code })}>{texts.groups.make}</ButtonLink>
        <ButtonLink kind="secondary" href={paths.peopleToCall({ election: code })}>
          {texts.toCall.link(toCall)}
        </ButtonLink>
        <ButtonLink kind="secondary" href={paths.failures({ election: code })}>
          {texts.toCall.failures}
        </ButtonLink>
      </ButtonGroup>
      <Table {...{ caption: texts.list.caption, empty: '', rows, columns }} />
      <h2>{texts.groups.title}</h2>
      <p>{texts.groups.lead}</p>
      <Table
        {...{ caption: texts.groups.caption, empty: texts.groups.none, rows: groups }}
        columns={groupColumns(code)}
      />
    </>,
  )
}

interface Row {
  readonly election: Election
  readonly template: MessageTemplate
  readonly version: number
  readonly schedule: MessageSchedule | undefined
  readonly counts: MessageCounts | undefined
}

const words = texts.list
const columns: readonly Column<Row>[] = [
  {
    heading: words.columns.template,
    isRowHeading: true,
    cell: ({ template, election }) => (
      <a href={paths.messageTemplate({ election: election.code, template })}>{texts.templates[template]}</a>
    ),
  },
  { heading: words.columns.when, cell: When },
  {
    heading: words.columns.wording,
    cell: ({ version }) => (version === 0 ? words.usual : words.own(version)),
  },
  { heading: words.columns.sent, isNumber: true, cell: ({ counts }) => countText(counts?.sent ?? 0) },
  {
    heading: words.columns.waiting,
    isNumber: true,
    cell: ({ counts }) => countText((counts?.waiting ?? 0) + (counts?.sending ?? 0)),
  },
  {
    heading: words.columns.back,
    isNumber: true,
    cell: ({ counts }) => countText((counts?.refused ?? 0) + (counts?.bounced ?? 0)),
  },
]

function When({ election, schedule, template }: Row) {
  if (!schedule?.isOn) return <Tag colour="grey">{words.off}</Tag>
  const window = messageWindow(election, schedule)
  const when = window
    ? words.moment(momentText(window.from, 'nl'))
    : template === 'notice'
      ? words.atOnceNews
      : words.atOnce
  return (
    <>
      <Tag colour="green">{words.on}</Tag> {when}
    </>
  )
}

function groupColumns(election: string): readonly Column<GroupMessage>[] {
  const { columns } = texts.groups
  return [
    {
      heading: columns.subject,
      isRowHeading: true,
      cell: ({ groupId, subject }) => (
        <a href={paths.groupMessage({ election, group: groupId })}>{subject}</a>
      ),
    },
    { heading: columns.people, isNumber: true, cell: ({ people }) => countText(people) },
    { heading: columns.asked, cell: ({ askedAt }) => momentText(askedAt, 'nl') },
    { heading: columns.state, cell: (group) => <GroupState group={group} /> },
  ]
}

/** How far a message to a group is. */
export function GroupState({ group: { releasedAt, endedAt } }: { group: GroupMessage }) {
  const { states } = texts.groups
  if (endedAt) return <Tag colour="grey">{releasedAt ? states.stopped : states.taken}</Tag>
  return releasedAt ? (
    <Tag colour="green">{states.released}</Tag>
  ) : (
    <Tag colour="yellow">{states.waiting}</Tag>
  )
}
