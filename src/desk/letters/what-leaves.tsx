import { channelPolicy } from '../../elections/index.ts'
import { CodeGroups, Inset, Warning } from '../../platform/http/components/index.ts'
import type { ElectionDesk } from '../desk.ts'
import type { ReleaseFacts } from './release-facts.ts'
import { replacingText, texts } from './release-texts.nl.ts'
import { texts as letterTexts } from './texts.nl.ts'

type Sample = NonNullable<ReleaseFacts['sample']>

/** What a release of this sample does, in one sentence with its numbers, and the code that both people see. */
export function WhatLeaves({ desk, sample }: { desk: ElectionDesk; sample: Sample }) {
  const { plates, coverage } = sample.contents
  const { replaces } = sample
  const leaves = {
    letters: coverage.composed,
    sections: new Set(plates.map(({ section }) => section)).size,
    road: desk.municipality.ebox.api ?? desk.deps.config.EBOX_API,
    isPaperForAll: channelPolicy(desk.election) === 'paper-for-all',
  }
  return (
    <section>
      <h2>{texts.what}</h2>
      <p class="desk-lead">{texts.sentence(leaves)}</p>
      {replaces && (
        <Warning>
          {replacingText(replaces, coverage.composed)} {texts.correction.stays}
        </Warning>
      )}
      {desk.municipality.seal && <p>{texts.sealed}</p>}
      <Inset>
        <p>{letterTexts.proof.code}</p>
        <p>
          <CodeGroups code={sample.code} />
        </p>
      </Inset>
    </section>
  )
}
