import { paths } from '../paths.ts'
import type { MailElection } from './my-election.ts'
import { texts } from './texts.nl.ts'

/** For which elections a citizen can get mail, and whether they do; nothing where there is none. */
export function MailLinks({ mail }: { mail: readonly MailElection[] }) {
  if (mail.length === 0) return null
  return (
    <>
      <h2>{texts.title}</h2>
      <ul>
        {mail.map(({ election, subscription }) => (
          <li>
            <a href={paths.mail({ election: election.electionId })}>{election.name}</a>
            {': '}
            {stateOf(subscription)}
          </li>
        ))}
      </ul>
    </>
  )
}

function stateOf(subscription: MailElection['subscription']): string {
  if (!subscription) return texts.states.off
  if (subscription.refusedAt) return texts.states.undeliverable
  return subscription.confirmedAt ? texts.states.on : texts.states.pending
}
