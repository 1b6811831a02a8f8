import type { Child } from 'hono/jsx'
import type { StaffRight } from '../municipalities/index.ts'
import { Inset } from '../platform/http/components/index.ts'
import { type ElectionDesk, may } from './desk.ts'
import { paths } from './paths.ts'
import { texts } from './texts.nl.ts'

interface Step {
  readonly right: StaffRight
  readonly href: (election: string) => string
}

const steps = {
  list: { right: 'voters.read', href: (election) => paths.voters({ election }) },
  letters: { right: 'letters.read', href: (election) => paths.letters({ election }) },
  proof: { right: 'letters.read', href: (election) => paths.proof({ election }) },
  release: { right: 'letters.read', href: (election) => paths.release({ election }) },
  delivery: { right: 'desk.read', href: (election) => paths.deliveries({ election }) },
  print: { right: 'letters.read', href: (election) => paths.printFiles({ election }) },
} as const satisfies Record<string, Step>

export type StepName = keyof typeof steps

interface Props {
  readonly desk: ElectionDesk
  readonly step: StepName
  /** Why nothing can be done here yet. */
  readonly children: Child
}

/**
 * In the place of a button of which nothing could come: what has to be done before, with the way to it for who may go
 * there. The server refuses as well, whatever a page shows.
 */
export function ComesFirst({ desk, step, children }: Props) {
  const { right, href } = steps[step]
  return (
    <Inset>
      <p>{children}</p>
      {may(desk, right) && (
        <p>
          <a href={href(desk.election.code)}>{texts.comesFirst[step]}</a>
        </p>
      )}
    </Inset>
  )
}
