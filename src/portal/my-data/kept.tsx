import { Temporal } from 'temporal-polyfill'
import type { Election, RetentionRule } from '../../elections/index.ts'
import { longDate } from '../../platform/dates.ts'
import { SummaryList } from '../../platform/http/components/index.ts'
import { texts as notices } from '../notices/texts.ts'
import { texts } from './texts.nl.ts'

const words = texts.kept

/** What is kept of this person for an election and until when, by the rules of its own ruleset. */
export function Kept({ election }: { election: Election }) {
  const ruled = election.ruleset.retention.flatMap((rule) => {
    const told = toldOf(rule.key)
    return told ? [{ name: told.data, value: <Until {...{ rule, election, until: told.until }} /> }] : []
  })
  return (
    <>
      <SummaryList facts={[...ruled, ...words.more.map(([name, value]) => ({ name, value }))]} />
      <p>{words.hold}</p>
    </>
  )
}

function Until({ rule, election, until }: { rule: RetentionRule; election: Election; until: string }) {
  return (
    <>
      {words.until(until, knownDay(rule, election))}
      <br />
      {rule.mark === 'L' ? words.article(rule.article) : words.notChecked}
    </>
  )
}

/** The day, where it follows from polling day alone; what waits for the validation has none yet. */
function knownDay({ until }: RetentionRule, { pollingDay }: Election): string | undefined {
  if (until.after !== 'polling-day') return undefined
  const { months = 0, days = 0 } = until
  return longDate(Temporal.PlainDate.from(pollingDay).add({ months }).add({ days }).toString(), 'nl')
}

/** The notice says nothing of rules that do not concern a citizen. */
function toldOf(key: string): { readonly data: string; readonly until: string } | undefined {
  const all: Readonly<Record<string, { data: string; until: string }>> = notices.nl.privacy.retention
  return all[key]
}
