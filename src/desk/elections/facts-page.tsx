import { electionDocument } from '../../elections/index.ts'
import { ButtonGroup, ButtonLink, Inset, SummaryList } from '../../platform/http/components/index.ts'
import { hasListInUse } from '../../voters/index.ts'
import { type ElectionDesk, inOwnScope, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { factsOf } from './election-facts.tsx'
import { texts } from './texts.nl.ts'

/** What an election is, and where that changes as long as it may. */
export async function showFacts(desk: ElectionDesk, status?: 409) {
  const place = { election: desk.election.code }
  const { title, change, changeByFile, download, fixed } = texts.facts
  const mayManage = may(desk, 'elections.manage')
  const isClosed = await isFixed(desk)
  return showPage(
    desk,
    { title, caption: desk.election.name, ...(status && { status }) },
    <>
      <SummaryList facts={factsOf(desk.election)} />
      {isClosed && <Inset>{fixed}</Inset>}
      {mayManage && !isClosed && (
        <ButtonGroup>
          <ButtonLink href={paths.changeElection(place)}>{change}</ButtonLink>
          <ButtonLink kind="secondary" href={paths.changeElectionByFile(place)}>
            {changeByFile}
          </ButtonLink>
        </ButtonGroup>
      )}
      {mayManage && (
        <p>
          <a href={paths.electionFile(place)} download>
            {download}
          </a>
        </p>
      )}
    </>,
  )
}

/** A voters list was accepted: it was checked with the day and the rules of this election. */
export function isFixed(desk: ElectionDesk): Promise<boolean> {
  return inOwnScope(desk, (db) => hasListInUse(db, desk.election))
}

/** The file of an election, as it can be given in again. */
export function sendElectionFile({ context, election }: ElectionDesk): Response {
  return context.body(`${JSON.stringify(electionDocument(election), undefined, 2)}\n`, 200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': `attachment; filename="verkiezing-${election.code}.json"`,
    'X-Content-Type-Options': 'nosniff',
  })
}
