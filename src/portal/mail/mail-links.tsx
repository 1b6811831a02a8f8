import { type Language, langOf } from '../language.ts'
import { paths } from '../paths.ts'
import type { MailElection } from './my-election.ts'
import { type Texts, texts } from './texts.ts'

interface MailLinksProps {
  readonly mail: readonly MailElection[]
  readonly language: Language
}

/** For which elections a citizen can get mail, and whether they do; nothing where there is none. */
export function MailLinks({ mail, language }: MailLinksProps) {
  if (mail.length === 0) return null
  return (
    <>
      <h2>{texts[language].title}</h2>
      <ul>
        {mail.map(({ election, subscription }) => (
          <li>
            <a href={paths.mail({ election: election.electionId })} lang={langOf('nl', language)}>
              {election.name}
            </a>
            {': '}
            {stateOf(subscription, texts[language].states)}
          </li>
        ))}
      </ul>
    </>
  )
}

function stateOf(subscription: MailElection['subscription'], states: Texts['states']): string {
  if (!subscription) return states.off
  if (subscription.refusedAt) return states.undeliverable
  return subscription.confirmedAt ? states.on : states.pending
}
