import type { Child } from 'hono/jsx'
import { Figures, Progress } from '../../../platform/http/components/index.ts'
import { FollowingPage } from '../../following-page.tsx'
import type { BoardFacts } from './board-facts.ts'
import { anyBoard as words } from './texts.nl.ts'

interface Props {
  readonly title: string
  readonly facts: BoardFacts
  /** Of this page, and of what tells it that something moved. */
  readonly address: string
  readonly stream: string
  /** The rows, of which cells with `data-live` move along. */
  readonly children: Child
}

/** How many bureaus are complete, of a municipality or of an area: moving along where there is script; without, one refreshes. */
export function LiveBoard({ title, facts, address, stream, children }: Props) {
  const { total, done, state, texts } = facts
  return (
    <section aria-label={title} {...(total > 0 && { 'data-live-from': stream, 'data-live-state': state })}>
      <Progress label={words.label} done={done} total={total} />
      <Figures
        figures={[
          { name: words.figures.complete, value: texts.complete!, live: 'complete' },
          { name: words.figures.incomplete, value: texts.incomplete!, live: 'incomplete' },
          { name: words.figures.incidents, value: texts.incidents!, live: 'incidents' },
        ]}
      />
      <p class="quiet" data-live="at">
        {texts.at}
      </p>
      <FollowingPage words={words} address={address} />
      {children}
    </section>
  )
}
