import {
  ButtonGroup,
  ButtonLink,
  countText,
  type Fact,
  Form,
  Inset,
  SummaryList,
} from '../../platform/http/components/index.ts'
import {
  type AmendmentCounts,
  countAmendments,
  findUpload,
  isBusy,
  listsOf,
  type UploadedList,
  type VotersList,
} from '../../voters/index.ts'
import { type ElectionDesk, inOwnScope, may } from '../desk.ts'
import { momentText } from '../home/day-texts.ts'
import { paths } from '../paths.ts'
import { texts } from './texts.nl.ts'
import { showVotersPage, VotersViews } from './voters-page.tsx'

/** How the voters list stands, and what can be done with it. */
export async function showVotersList(desk: ElectionDesk) {
  const { municipalityId, electionId, code } = desk.election
  const { lists, amended } = await inOwnScope(desk, async (db) => ({
    lists: await listsOf(db, municipalityId, electionId),
    amended: await countAmendments(db, municipalityId, electionId),
  }))
  const upload = await findUpload(desk.deps, desk.election)
  return showVotersPage(
    desk,
    { title: texts.title },
    <>
      <VotersViews election={code} current="list" />
      {upload && <UploadNote desk={desk} upload={upload} />}
      {lists.length === 0 && (
        <div class="empty">
          <p>
            <strong>{texts.states.none}</strong>
          </p>
          <p>{texts.states.noneHelp}</p>
        </div>
      )}
      {lists.map((list) => (
        <List desk={desk} list={list} amended={amended} isCompared={lists.length > 1} />
      ))}
      <Actions desk={desk} lists={lists} />
    </>,
  )
}

function List({
  desk,
  list,
  amended,
  isCompared,
}: {
  desk: ElectionDesk
  list: VotersList
  amended: AmendmentCounts
  isCompared: boolean
}) {
  const election = desk.election.code
  const { facts, next } = texts
  const warnings = Object.values(list.warningCounts).reduce((sum, count) => sum + count, 0)
  const report = { href: paths.votersReport({ election }), text: next.report, about: facts.warnings }
  const differing = { href: paths.votersDifference({ election }), text: next.difference, about: '' }
  const rows: Fact[] = [
    { name: facts.state, value: texts.states[list.state as 'imported'] },
    {
      ...{ name: facts.voters, value: countText(list.voterCount) },
      ...(isCompared && list.state === 'imported' && { action: differing }),
    },
    { name: facts.file, value: list.sourceName },
    { name: facts.importedAt, value: momentText(list.importedAt) },
    ...(list.acceptedAt ? [{ name: facts.acceptedAt, value: momentText(list.acceptedAt) }] : []),
    ...(list.closedAt ? [{ name: facts.closedAt, value: momentText(list.closedAt) }] : []),
    { name: facts.warnings, value: countText(warnings), action: report },
    ...(list.listSha256 ? [{ name: facts.hash, value: <code>{list.listSha256.toString('hex')}</code> }] : []),
    ...(list.state === 'closed' ? [{ name: facts.amendments, value: amendedText(amended) }] : []),
  ]
  return <SummaryList facts={rows} />
}

function amendedText({ struck, added, corrected }: AmendmentCounts): string {
  return texts.facts.amended(countText(struck), countText(added), countText(corrected))
}

function Actions({ desk, lists }: { desk: ElectionDesk; lists: readonly VotersList[] }) {
  const election = desk.election.code
  const { next } = texts
  if (lists.some(({ state }) => state === 'closed')) return <Inset>{next.closedHelp}</Inset>
  const isThere = (state: VotersList['state']) => lists.some((list) => list.state === state)
  const toAccept = isThere('imported') && may(desk, 'voters.accept')
  const toClose = isThere('accepted') && !isThere('imported') && may(desk, 'voters.close')
  return (
    <ButtonGroup>
      {toAccept && <ButtonLink href={paths.votersReport({ election })}>{next.report}</ButtonLink>}
      {toClose && <ButtonLink href={paths.votersClose({ election })}>{next.close}</ButtonLink>}
      {may(desk, 'voters.import') && (
        <ButtonLink href={paths.votersUpload({ election })} kind={lists.length > 0 ? 'secondary' : 'primary'}>
          {lists.length > 0 ? next.importOther : next.import}
        </ButtonLink>
      )}
    </ButtonGroup>
  )
}

/** What is going on with the list that was uploaded last; nothing when it went well. */
function UploadNote({ desk, upload }: { desk: ElectionDesk; upload: UploadedList }) {
  const election = desk.election.code
  const { busy } = texts
  if (upload.state === 'imported') return null
  if (isBusy(upload))
    return (
      <Inset>
        {upload.state === 'receiving' ? busy.receiving : busy.reading}{' '}
        <a href={paths.votersReading({ election })}>{busy.follow}</a>
      </Inset>
    )
  if (upload.state === 'refused')
    return (
      <Inset>
        {busy.refused} <a href={paths.votersReport({ election })}>{busy.refusedLink}</a>
      </Inset>
    )
  if (upload.state === 'receiving') return <Inset>{busy.failed}</Inset>
  const said = { waiting: busy.waiting, stopped: busy.stopped } as Readonly<Record<string, string>>
  return (
    <Inset>
      <p>{said[upload.state] ?? busy.failed}</p>
      {may(desk, 'voters.import') && (
        <Form csrf={desk.csrf} action={paths.votersAgain({ election })}>
          <button type="submit" class="desk-link-button">
            {busy.again}
          </button>
        </Form>
      )}
    </Inset>
  )
}
