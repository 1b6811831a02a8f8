import type { ServedBefore } from '../../../bureaus/index.ts'
import { longDate } from '../../../platform/dates.ts'
import { SummaryList } from '../../../platform/http/components/index.ts'
import { texts } from './texts.nl.ts'

const words = texts.served

/** Of who says to have served before: what is known here, and what the law asks. Nothing is decided by it. */
export function ServedBeforeFacts({ known }: { known: ServedBefore }) {
  const { served, called, times, lastDay, may, because } = known
  return (
    <>
      <h2>{words.title}</h2>
      <SummaryList
        facts={[
          { name: words.served, value: words.ofTimes(served, times) },
          { name: words.called, value: words.times(called) },
          { name: words.lastDay, value: lastDay ? longDate(lastDay, 'nl') : words.noDay },
          { name: words.view, value: may ? words.may : because.map((one) => words.because[one]).join('; ') },
        ]}
      />
      <p>{words.extract}</p>
    </>
  )
}
