import { Temporal } from 'temporal-polyfill'
import { loadBureauRules } from '../../bureaus/index.ts'
import type { Election, RetentionRule } from '../../elections/index.ts'
import { longDate } from '../../platform/dates.ts'
import { SummaryList } from '../../platform/http/components/index.ts'
import type { Language } from '../language.ts'
import { texts as notices } from '../notices/texts.ts'
import type { Ledger } from './my-ledger.ts'
import { texts } from './texts.ts'

interface OfElection {
  readonly election: Election
  readonly language: Language
}

type KeptProps = OfElection & Pick<Ledger, 'isVoter' | 'isCalled'>

/** What is kept of this person for an election and until when, by the rules of its own ruleset and of its bureaus. */
export function Kept({ election, isVoter, isCalled, language }: KeptProps) {
  const words = texts[language].kept
  const rules = [
    ...(isVoter ? election.ruleset.retention : []),
    ...(isCalled ? loadBureauRules(election.ruleset).retention : []),
  ]
  const ruled = rules.flatMap((rule) => {
    const told = toldOf(rule.key, language)
    const value = told && <Until {...{ rule, election, language, until: told.until }} />
    return told ? [{ name: told.data, value }] : []
  })
  return (
    <>
      <SummaryList
        facts={[
          ...ruled,
          ...(isVoter ? words.more : words.more.slice(-1)).map(([name, value]) => ({ name, value })),
        ]}
      />
      <p>{words.hold}</p>
    </>
  )
}

interface UntilProps extends OfElection {
  readonly rule: RetentionRule
  readonly until: string
}

function Until({ rule, election, language, until }: UntilProps) {
  const words = texts[language].kept
  const day = knownDay(rule, election)
  return (
    <>
      {day ? words.untilDay(until, longDate(day, language)) : words.until(until)}
      <br />
      {rule.mark === 'L' ? words.article(rule.article) : words.notChecked}
    </>
  )
}

/** The day (yyyy-mm-dd), where it follows from polling day alone; what waits for the validation has none yet. */
function knownDay({ until }: RetentionRule, { pollingDay }: Election): string | undefined {
  if (until.after !== 'polling-day') return undefined
  const { months = 0, days = 0 } = until
  return Temporal.PlainDate.from(pollingDay).add({ months }).add({ days }).toString()
}

/** The notice says nothing of rules that do not concern a citizen. */
function toldOf(
  key: string,
  language: Language,
): { readonly data: string; readonly until: string } | undefined {
  const { retention, bureaus } = notices[language].privacy
  const all: Readonly<Record<string, { data: string; until: string }>> = {
    ...retention,
    ...bureaus.retention,
  }
  return all[key]
}
