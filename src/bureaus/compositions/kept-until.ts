import { Temporal } from 'temporal-polyfill'
import type { Election } from '../../elections/index.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'

/**
 * The last day on which a composition that was handed over is kept; absent where no rule says so, and it goes with the members. A rule
 * that counts from anything else than polling day has no day yet.
 */
export function keptUntil({
  ruleset,
  pollingDay,
}: Pick<Election, 'ruleset' | 'pollingDay'>): string | undefined {
  const rule = loadBureauRules(ruleset).retention.find(({ key }) => key === 'bureau-composition')
  if (rule?.until.after !== 'polling-day') return undefined
  const { months = 0, days = 0 } = rule.until
  return Temporal.PlainDate.from(pollingDay).add({ months }).add({ days }).toString()
}
