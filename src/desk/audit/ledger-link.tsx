import type { VoterId } from '../../platform/ids.ts'
import { type ElectionDesk, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { texts } from './texts.nl.ts'

/** For the page of one voter: to who looked at this person. Who may not read the log reads whom to ask. */
export function LedgerLink({ desk, voterId }: { desk: ElectionDesk; voterId: VoterId }) {
  if (!may(desk, 'audit.read')) return <span class="quiet">{texts.ledger.elsewhere}</span>
  return (
    <a href={paths.ledgerOfVoter({ election: desk.election.code, voter: voterId })}>{texts.ledger.link}</a>
  )
}
