import {
  currentDraw,
  listAFigures,
  memberLists,
  type SeatingShown,
  showSeating,
  type VolunteerToSeat,
  volunteersToSeat,
} from '../../../bureaus/index.ts'
import { getSections } from '../../../elections/index.ts'
import { type FieldErrors, SummaryList, Warning } from '../../../platform/http/components/index.ts'
import { type ElectionDesk, inOwnScope } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { showPage } from '../../show-page.tsx'
import { texts as bureauTexts } from '../texts.nl.ts'
import { Ask } from './ask-form.tsx'
import { Choices } from './choices.tsx'
import { ShownDivision } from './division.tsx'
import { texts } from './texts.nl.ts'

export interface SeatingFacts extends SeatingShown {
  /** Absent: the college did not adopt it. */
  readonly listA: number | undefined
  readonly isDrawn: boolean
  readonly volunteers: readonly VolunteerToSeat[]
  readonly isListBAdopted: boolean
  readonly sections: number
  /** Sections of which nobody knows where on the map people vote. */
  readonly nowhere: number
}

/** Who can be divided, how a division is asked for, and what came out. */
export function showSeatingPage(desk: ElectionDesk) {
  return seatingPage(desk)
}

export async function seatingPage(desk: ElectionDesk, errors: FieldErrors = {}) {
  const { election } = desk
  const facts = await factsFor(desk)
  const { run, division } = facts
  const isBusy = run !== undefined && (!run.endedAt || (run.proposalAskedAt !== null && !run.proposalEndedAt))
  const trail = [{ href: paths.bureaus({ election: election.code }), text: bureauTexts.title }]
  return showPage(
    desk,
    { title: texts.title, caption: election.name, trail, errors, ...(isBusy && { refreshAfter: 5 }) },
    <>
      <p class="desk-lead">{texts.lead}</p>
      <Sources {...{ desk, facts }} />
      {facts.isDrawn && !facts.isListBAdopted && <Warning>{texts.sources.listBInDraft}</Warning>}
      <Ask {...{ desk, facts, errors }} />
      <Choices {...{ desk, facts }} />
      {division && <ShownDivision {...{ desk, facts, division, errors }} />}
    </>,
  )
}

function factsFor(desk: ElectionDesk): Promise<SeatingFacts> {
  const { election } = desk
  return inOwnScope(desk, async (db) => {
    const [list] = await memberLists(db, election, 'A')
    const isAdopted = (one: typeof list) => one?.state === 'ADOPTED' || one?.state === 'SENT'
    const [listB] = await memberLists(db, election, 'B')
    const sections = await getSections(db, election.municipalityId, election.electionId)
    return {
      ...(await showSeating(db, election)),
      listA: isAdopted(list) ? (await listAFigures(db, election)).callable : undefined,
      isDrawn: (await currentDraw(db, election))?.state === 'DRAWN',
      volunteers: await volunteersToSeat(db, election),
      isListBAdopted: isAdopted(listB),
      sections: sections.length,
      nowhere: sections.filter(({ place }) => !place.details.coordinates).length,
    }
  })
}

function Sources({ desk, facts }: { desk: ElectionDesk; facts: SeatingFacts }) {
  const words = texts.sources
  const { listA, isDrawn, freeSeats, freeOfChairs, freeElsewhere, volunteers } = facts
  const waiting = volunteers.filter(({ offers }) => offers.length === 0).length
  return (
    <>
      <h2>{words.title}</h2>
      <SummaryList
        facts={[
          { name: words.seats, value: words.staying(freeSeats, freeOfChairs, freeElsewhere) },
          { name: words.listA, value: listA === undefined ? words.notAdopted : words.adopted(listA) },
          { name: words.listB, value: isDrawn ? words.drawn : words.notDrawn },
          {
            name: words.volunteers,
            value: volunteers.length === 0 ? words.noVolunteers : words.offered(volunteers.length, waiting),
          },
          { name: words.distance, value: <Distance {...{ desk, facts }} /> },
        ]}
      />
    </>
  )
}

function Distance({ desk, facts: { sections, nowhere } }: { desk: ElectionDesk; facts: SeatingFacts }) {
  const words = texts.sources
  const link = <a href={paths.places({ election: desk.election.code })}>{words.places}</a>
  if (nowhere === 0) return words.fromPolling
  return (
    <>
      {nowhere === sections ? words.noDistance : `${words.fromPolling} ${words.unknownOf(nowhere)}`} {link}
    </>
  )
}
