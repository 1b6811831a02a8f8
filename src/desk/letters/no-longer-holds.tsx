import type { HeldBack } from '../../letters/index.ts'
import { Warning } from '../../platform/http/components/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { texts as deskTexts } from '../texts.nl.ts'
import { texts } from './release-texts.nl.ts'

interface Props {
  readonly desk: ElectionDesk
  readonly heldBack: HeldBack
  /** Somebody asked for the release: that has to be refused or taken back first. */
  readonly isRequested?: boolean
}

/** Before a decision: why these letters can't be released, and what has to happen first. */
export function NoLongerHolds({ desk, heldBack, isRequested = false }: Props) {
  const { because, whenRequested } = texts.heldBack
  const at = { election: desk.election.code }
  const steps: Partial<Record<HeldBack, [href: string, text: string]>> = {
    'letters-outdated': [paths.letters(at), deskTexts.comesFirst.letters],
    'changed-since-sample': [paths.proof(at), deskTexts.comesFirst.proof],
  }
  const [href, text] = (!isRequested && steps[heldBack]) || []
  return (
    <Warning>
      {because[heldBack]} {isRequested && whenRequested[heldBack]} {href && <a href={href}>{text}</a>}
    </Warning>
  )
}
