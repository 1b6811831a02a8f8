import {
  endGroupMessage,
  type GroupMessage,
  groupToSend,
  type MessageCounts,
  messageCounts,
  messageStates,
  type Recipient,
  releaseGroupMessage,
  selectGroup,
} from '../../../bureaus/index.ts'
import { listStaff } from '../../../municipalities/index.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { momentText } from '../../../platform/dates.ts'
import {
  type Column,
  countText,
  type FieldErrors,
  Inset,
  Pages,
  Progress,
  SummaryList,
  Table,
} from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import { type GroupMessageId, isId } from '../../../platform/ids.ts'
import { actorName } from '../../actor-name.ts'
import { type ElectionDesk, inOwnScope } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { seeOther, showPage } from '../../show-page.tsx'
import { bureauName, fullName } from '../bureau-text.ts'
import { texts as bureauTexts, kinds, roles, states } from '../texts.nl.ts'
import { GroupDeeds } from './group-deeds.tsx'
import { GroupState } from './messages-page.tsx'
import { texts } from './texts.nl.ts'
import { waysOf } from './ways.ts'

const words = texts.oneGroup
const onPage = 50

/** One message to a group: what it says, to whom, who asked, and how far it is. */
export function showGroup(desk: ElectionDesk) {
  return groupPage(desk)
}

async function groupPage(desk: ElectionDesk, errors: FieldErrors = {}) {
  const { election, deps, staff, context } = desk
  const groupId = groupOf(desk)
  if (!groupId) return notFoundPage(desk)
  const from = Math.max(0, Math.trunc(Number(context.req.query('vanaf'))) || 0)
  const facts = await inOwnScope(desk, async (db) => {
    const group = await selectGroup(db, election, groupId)
    if (!group) return undefined
    const counts = (await messageCounts(db, election, groupId)).get('group')
    const draft = { wording: group, filter: group.filter }
    const { reachable, sha256 } = await groupToSend(db, { ways: waysOf(desk) }, election, draft)
    const { municipalityId } = election
    const event = {
      municipalityId,
      actor: staff.staffId,
      action: 'bureaus.recipients-shown',
      subject: groupId,
    }
    await recordAudit(db, { ...event, details: { people: reachable.length, from } })
    return { group, counts, reachable, isSame: sha256.equals(group.sha256) }
  })
  if (!facts) return notFoundPage(desk)
  const { group, counts, reachable, isSame } = facts
  const people = await listStaff(deps, { municipalityId: election.municipalityId })
  const names = new Map<string, string>(people.map(({ staffId, name }) => [staffId, name]))
  const done = counts ? group.people - counts.waiting - counts.sending : 0
  const isBusy = group.releasedAt !== null && !group.endedAt && done < group.people
  const here = paths.groupMessage({ election: election.code, group: groupId })
  const trail = [
    { href: paths.bureaus({ election: election.code }), text: bureauTexts.title },
    { href: paths.messages({ election: election.code }), text: texts.title },
  ]
  return showPage(
    desk,
    { title: group.subject, caption: texts.group, trail, errors, ...(isBusy && { refreshAfter: 5 }) },
    <>
      <SummaryList facts={factsOf(group, (by) => names.get(by) ?? actorName(by))} />
      {group.releasedAt && (
        <Progress
          label={words.progress(countText(done), countText(group.people))}
          {...{ done, total: group.people }}
        />
      )}
      {counts && <SummaryList facts={countFacts(counts)} />}
      <GroupDeeds {...{ desk, group, errors, isSame, isBusy }} />
      <h2>{words.text}</h2>
      <Inset>
        {group.body.split(/\n{2,}/).map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </Inset>
      {group.sms && <p>SMS: {group.sms}</p>}
      {!group.releasedAt && !group.endedAt && (
        <>
          <Table
            {...{ caption: texts.newGroup.caption, empty: texts.newGroup.nobody, columns }}
            rows={reachable.slice(from, from + onPage)}
          />
          <Pages
            next={
              from + onPage < reachable.length ? withQuery(here, { vanaf: `${from + onPage}` }) : undefined
            }
            first={from > 0 ? here : undefined}
          />
        </>
      )}
    </>,
  )
}

const columns: readonly Column<Recipient>[] = [
  { heading: texts.newGroup.columns.who, isRowHeading: true, cell: fullName },
  { heading: texts.newGroup.columns.seat, cell: (one) => `${roles[one.role]}, ${bureauName(one)}` },
]

function factsOf(group: GroupMessage, nameOf: (staffId: string) => string) {
  const { facts, by } = words
  const { askedBy, askedAt, releasedBy, releasedAt, endedBy, endedAt, people, sha256 } = group
  return [
    { name: facts.state, value: <GroupState group={group} /> },
    { name: facts.filter, value: filterText(group) },
    { name: facts.people, value: countText(people) },
    { name: facts.asked, value: by(nameOf(askedBy), momentText(askedAt, 'nl')) },
    ...(releasedBy
      ? [{ name: facts.released, value: by(nameOf(releasedBy), momentText(releasedAt!, 'nl')) }]
      : []),
    ...(endedBy ? [{ name: facts.ended, value: by(nameOf(endedBy), momentText(endedAt!, 'nl')) }] : []),
    { name: facts.hash, value: sha256.toString('hex').slice(0, 16) },
  ]
}

function filterText({ filter: { kind, role, number, state, unanswered } }: GroupMessage): string {
  const parts = [
    kind && kinds[kind],
    role && roles[role],
    number && `${texts.newGroup.number.split(' ')[0]} ${number}`,
    state && states[state],
    unanswered && texts.newGroup.unanswered,
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(', ') : words.everybody
}

const countFacts = (counts: MessageCounts) =>
  messageStates
    .filter((state) => counts[state] > 0)
    .map((state) => ({ name: texts.states[state], value: countText(counts[state]) }))

/** A second person sends it off. */
export async function releaseGroup(desk: ElectionDesk): Promise<Response> {
  const groupId = groupOf(desk)
  if (!groupId) return notFoundPage(desk)
  const { deps, election, staff } = desk
  const act = { election, groupId, by: staff.staffId }
  const released = await releaseGroupMessage({ ...deps, ways: waysOf(desk) }, act)
  if (!released.ok) return groupPage(desk, { vrijgave: words.refused[released.because] })
  const address = { election: election.code, group: groupId }
  return seeOther(desk, paths.groupMessage(address), 'group-message-released')
}

/** Taken back, or stopped on its way. */
export async function endGroup(desk: ElectionDesk): Promise<Response> {
  const groupId = groupOf(desk)
  if (!groupId) return notFoundPage(desk)
  const { deps, election, staff } = desk
  await endGroupMessage(deps, { election, groupId, by: staff.staffId })
  const address = { election: election.code, group: groupId }
  return seeOther(desk, paths.groupMessage(address), 'group-message-ended')
}

function groupOf({ context }: ElectionDesk): GroupMessageId | undefined {
  const asked = context.req.param('group') ?? ''
  return isId(asked) ? (asked as string as GroupMessageId) : undefined
}
