import type { Duplicate } from '../../letters/index.ts'
import { dutchMoment } from '../../platform/pdf/paper.ts'
import { texts } from './texts.nl.ts'

/** What this voter got before, so that nobody gives another without knowing. */
export function IssuedBefore({ duplicates }: { duplicates: readonly Duplicate[] }) {
  if (duplicates.length === 0) return null
  const { title, line } = texts.before
  return (
    <>
      <h2>{title(duplicates.length)}</h2>
      <ul>
        {duplicates.map(({ issuedAt, channel, reason }) => (
          <li>{line(dutchMoment(issuedAt), texts.channels[channel], texts.reasons[reason])}</li>
        ))}
      </ul>
    </>
  )
}
