import { Inset } from '../../platform/http/components/index.ts'
import { type ElectionDesk, inOwnScope, may } from '../desk.ts'
import { momentText } from '../home/day-texts.ts'
import { paths } from '../paths.ts'
import { namedReleases } from './release-facts.ts'
import { texts } from './release-texts.nl.ts'
import { glassText, standInText } from './stand-in.ts'

/** Tells everybody who opens the election that somebody released, or may now, without it being their own right. */
export async function StandInNotice({ desk }: { desk: ElectionDesk }) {
  if (!may(desk, 'letters.read')) return null
  const { request, releases } = await inOwnScope(desk, (db) => namedReleases(db, desk))
  const lines = [
    ...(request?.glasses ?? []).map(glassText),
    ...releases.flatMap((one) => {
      const standIn = standInText(one)
      if (one.state !== 'released' || !standIn) return []
      return [`${texts.released.by(one.asker, one.decider, momentText(one.decidedAt!))} ${standIn}`]
    }),
  ]
  if (lines.length === 0) return null
  return (
    <Inset>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
      <p>
        <a href={paths.release({ election: desk.election.code })}>{texts.toRelease}</a>
      </p>
    </Inset>
  )
}
