import { outdatedSections } from '../../letters/index.ts'
import { Warning } from '../../platform/http/components/index.ts'
import { type ElectionDesk, inOwnScope, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { texts } from './overview-texts.nl.ts'

/** Sections whose released letters say another room, hour or text than holds now. */
export function sectionsToCorrect(desk: ElectionDesk): Promise<readonly number[]> {
  return inOwnScope(desk, (db) => outdatedSections(db, desk.election, ['released']))
}

/** Above every page from which one goes on with released letters: that these letters are wrong, and who mends that. */
export function OutdatedNotice({ desk, sections }: { desk: ElectionDesk; sections: readonly number[] }) {
  if (sections.length === 0) return null
  const { title, text, link, byOthers } = texts.notice
  return (
    <Warning>
      {title} {text(sections)}{' '}
      {may(desk, 'letters.read') ? (
        <a href={paths.corrections({ election: desk.election.code })}>{link}</a>
      ) : (
        byOthers
      )}
    </Warning>
  )
}
