import type { App } from '../../../src/app.ts'
import { chooseForSeat } from '../../../src/bureaus/index.ts'
import type { Election } from '../../../src/elections/index.ts'
import { staffOf } from '../../../src/platform/db/scope.ts'
import { currentList, getVoterByListNumber } from '../../../src/voters/index.ts'
import { line } from '../tell.ts'
import { bureausOf } from './story.ts'

const by = 'Nele Goethals'
/** Of the seats that the chair of the main bureau picks so many have somebody; the others wait to be named. */
const named = 3

/** The chair of the main bureau named some of who sits there: voters, by their number on the list. */
export async function chooseInMainBureau(app: App, election: Election): Promise<void> {
  const { municipalityId, electionId } = election
  const main = (await bureausOf(app, election)).find(({ kind }) => kind === 'MAIN')
  const seats = main?.seats.filter(({ role }) => role === 'ASSESSOR' || role === 'SECRETARY') ?? []
  let chosen = 0
  // Whoever may not sit, or sits already, is passed over.
  for (let listNumber = 1; chosen < named && listNumber <= 500; listNumber += 7) {
    const voter = await app.database.inScope(staffOf(municipalityId), async (db) => {
      const list = await currentList(db, municipalityId, electionId)
      return list && getVoterByListNumber(db, municipalityId, electionId, list.listId, listNumber)
    })
    const seat = seats[chosen]
    if (!voter || !seat) continue
    const asked = { election, seatId: seat.seatId, listNumber, lastName: voter.lastName }
    const done = await chooseForSeat(app, { ...asked, chooser: { kind: 'MUNICIPAL_MAIN' }, by })
    if (done.ok) chosen++
  }
  line(`the chair of the main bureau named ${chosen} of who sits there`)
}
