import type { Election } from '../../elections/index.ts'
import type { previewLetter } from '../../letters/index.ts'
import { texts } from './texts.nl.ts'

type Preview = Extract<Awaited<ReturnType<typeof previewLetter>>, { ok: true }>

/** What the ruleset has the letter say, with its source: nobody at the municipality words it. A list, as it is prose on any screen. */
export function LawTexts({ election, preview }: { election: Election; preview: Preview }) {
  const { law, source, fixed, because } = texts.preview
  const all = preview.facts.election.statutoryTexts
  return (
    <>
      <p>{fixed(election.ruleset.name)}</p>
      {all.length === 0 && <div class="empty">{because['no-such-letter']}</div>}
      <ul class="law-texts" aria-label={law}>
        {all.map((one) => (
          <li>
            <strong>{one.title}</strong>
            <p>{one.text}</p>
            <p class="quiet">
              {source}: {one.source}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
