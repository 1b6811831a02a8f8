import { Inset } from '../../platform/http/components/index.ts'
import type { PlacesFacts } from './places-overview.ts'
import { texts } from './texts.nl.ts'

/** Which letters say something else by now, and what to do about it; nothing when all of them still hold. */
export function OutdatedLetters({ outdated: { composed, released } }: Pick<PlacesFacts, 'outdated'>) {
  if (composed.length + released.length === 0) return null
  return (
    <Inset>
      <h2>{texts.outdated.title}</h2>
      {composed.length > 0 && <p>{texts.outdated.composed(composed)}</p>}
      {released.length > 0 && <p>{texts.outdated.released(released)}</p>}
    </Inset>
  )
}
