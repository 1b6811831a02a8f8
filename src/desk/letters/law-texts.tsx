import type { Election } from '../../elections/index.ts'
import type { previewLetter } from '../../letters/index.ts'
import { Table } from '../../platform/http/components/index.ts'
import { texts } from './texts.nl.ts'

type Preview = Extract<Awaited<ReturnType<typeof previewLetter>>, { ok: true }>

/** What the ruleset has the letter say, with its source: nobody at the municipality words it. */
export function LawTexts({ election, preview }: { election: Election; preview: Preview }) {
  const { law, text, source, fixed, because } = texts.preview
  return (
    <>
      <p>{fixed(election.ruleset.name)}</p>
      <Table
        caption={law}
        hideCaption
        empty={because['no-such-letter']}
        rows={preview.facts.election.statutoryTexts}
        columns={[
          { heading: law, isRowHeading: true, cell: (one) => one.title },
          { heading: text, cell: (one) => one.text },
          { heading: source, cell: (one) => one.source },
        ]}
      />
    </>
  )
}
