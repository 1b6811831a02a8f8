import { getSections } from '../../elections/index.ts'
import { isId, type VoterId } from '../../platform/ids.ts'
import { amendmentsOf, currentList, openVoter, type VoterFact } from '../../voters/index.ts'
import { LedgerLink } from '../audit/ledger-link.tsx'
import { AmendLinks } from '../corrections/amend-links.tsx'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { paths } from '../paths.ts'
import { lettersOfVoter } from './letters-of-voter.ts'
import { texts } from './search-texts.nl.ts'
import { Amendments, Letters, Timeline, VoterFacts } from './voter-parts.tsx'
import { showVotersPage } from './voters-page.tsx'

const said = texts.voter

/** Which voter a form asks for; nothing when it is no id. */
export function voterIdFrom({ form }: ElectionDesk): VoterId | undefined {
  const id = form.text('kiezer')
  return isId(id) ? (id as VoterId) : undefined
}

/** Everything there is to know of one voter. That somebody looked, and why, is written down before it is shown. */
export async function showVoter(desk: ElectionDesk) {
  const { deps, election, staff, form } = desk
  const voterId = voterIdFrom(desk)
  const reason = form.text('reden')
  const opened = voterId && (await openVoter(deps, { election, voterId, by: staff.staffId, reason }))
  if (!opened?.ok) return notOpened(desk, opened?.because)
  const { voter } = opened
  const { municipalityId, electionId, code } = election
  const { sections, amendments, list } = await inOwnScope(desk, async (db) => ({
    sections: await getSections(db, municipalityId, electionId),
    amendments: await amendmentsOf(db, municipalityId, electionId),
    list: await currentList(db, municipalityId, electionId),
  }))
  const letters = await lettersOfVoter(desk, voter)
  const section = sections.find((one) => one.section === voter.section)
  return showVotersPage(
    desk,
    { title: nameOf(voter), trail: trailOf(desk) },
    <>
      <p class="quiet">{said.reasonIs(reason)}</p>
      <VoterFacts voter={voter} section={section} />
      <Letters letters={letters} />
      <Timeline letters={letters} />
      <Amendments amendments={amendments.filter((one) => one.voterId === voter.voterId)} />
      {list?.state === 'closed' && <AmendLinks desk={desk} voter={voter} reason={reason} />}
      <p>
        <LedgerLink desk={desk} voterId={voter.voterId} />
      </p>
      <p>
        <a href={paths.voterSearch({ election: code })}>{said.again}</a>
      </p>
    </>,
  )
}

export function trailOf({ election }: ElectionDesk) {
  const { code, name } = election
  return [
    { href: paths.election({ election: code }), text: name },
    { href: paths.voterSearch({ election: code }), text: texts.title },
  ]
}

export function notOpened(desk: ElectionDesk, because?: string) {
  const isAboutReason = because === 'reason-missing' || because === 'number-in-text'
  return showVotersPage(
    desk,
    { title: texts.title, status: isAboutReason ? 422 : 404, trail: trailOf(desk) },
    <>
      <p>{isAboutReason ? texts.refused[because] : said.gone}</p>
      <p>
        <a href={paths.voterSearch({ election: desk.election.code })}>{said.again}</a>
      </p>
    </>,
  )
}

function nameOf({ lastName, firstNames }: VoterFact): string {
  return [firstNames, lastName].filter(Boolean).join(' ')
}
