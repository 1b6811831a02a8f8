import { dayInBelgium, longDate } from '../../platform/dates.ts'
import type { ElectionDesk } from '../desk.ts'
import type { BureausFacts } from './bureaus-overview.ts'
import { texts } from './texts.nl.ts'

const mostNamed = 12

/** What is not known yet of which bureaus, and what waits; nothing when nothing is missing. */
export function WhatIsMissing({ desk, facts }: { desk: ElectionDesk; facts: BureausFacts }) {
  const { missing, states } = facts
  const words = texts.overview.missing
  const isLate = dayInBelgium(desk.deps.clock.now()) > missing.lastDay
  const undecided = isLate ? words.undecidedLate : words.undecided
  const lines = [
    ...line(missing.noBureau, words.noBureau),
    ...line(missing.noSection, words.noSection),
    ...line(missing.seatsUnknown, words.seatsUnknown),
    ...line(missing.noPlace, words.noPlace),
    ...(states.proposed > 0 ? [undecided(states.proposed, longDate(missing.lastDay, 'nl'))] : []),
  ]
  if (lines.length === 0) return null
  return (
    <>
      <h2>{words.title}</h2>
      <ul>
        {lines.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
    </>
  )
}

function line(what: readonly (string | number)[], text: (named: string) => string): string[] {
  if (what.length === 0) return []
  const named = what.slice(0, mostNamed).join(', ')
  return [text(what.length > mostNamed ? `${named} en nog ${what.length - mostNamed}` : named)]
}
