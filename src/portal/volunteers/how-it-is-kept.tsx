import { loadBureauRules } from '../../bureaus/index.ts'
import type { Election } from '../../elections/index.ts'
import type { Texts } from './texts.ts'

/** What an offer is used for, and how long it is kept by the rules of this election. */
export function HowItIsKept({ election, words }: { readonly election: Election; readonly words: Texts }) {
  const { retention } = loadBureauRules(election.ruleset)
  const until = retention.find(({ key }) => key === 'bureau-lists')?.until
  const days = until && 'days' in until ? until.days : undefined
  return (
    <>
      <h2>{words.used}</h2>
      <p>{words.usedText}</p>
      {days !== undefined && <p>{words.kept(words.keptUntil(String(days)))}</p>}
    </>
  )
}
