import {
  type SettingsVersion,
  selectSettingsVersions,
  staffNameOf,
  textDifferences,
} from '../../municipalities/index.ts'
import { ButtonLink, Pages, Tag } from '../../platform/http/components/index.ts'
import { withQuery } from '../../platform/http/path.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { momentText } from '../home/day-texts.ts'
import { paths } from '../paths.ts'
import { texts } from './own-texts.nl.ts'
import { Differences, showTextsPage } from './own-texts-frame.tsx'

const versionsOnPage = 20

/** Every version of the texts, the newest first: who, when, and what it changed. */
export async function showOwnTextsHistory(desk: ElectionDesk) {
  const before = Number(desk.context.req.query('voor')) || undefined
  const { municipalityId } = desk.staff
  const { versions, names } = await inOwnScope(desk, async (db) => {
    const limit = versionsOnPage + 1
    const versions = await selectSettingsVersions(db, municipalityId, { before, limit })
    const names = new Map<string, string>()
    for (const by of new Set(versions.map(({ recordedBy }) => recordedBy)))
      names.set(by, (await staffNameOf(db, municipalityId, by)) ?? texts.history.operator)
    return { versions, names }
  })
  const shown = versions.slice(0, versionsOnPage)
  const { title, lead } = texts.history
  const address = paths.ownTextsHistory({ election: desk.election.code })
  return showTextsPage(
    desk,
    { title, view: 'history' },
    <>
      <p class="desk-lead">{lead}</p>
      {shown.map((version, at) => (
        <Version
          desk={desk}
          version={version}
          previous={versions[at + 1]}
          by={names.get(version.recordedBy)!}
          isInForce={!before && at === 0}
        />
      ))}
      <Pages
        next={
          versions.length > versionsOnPage ? withQuery(address, { voor: shown.at(-1)!.version }) : undefined
        }
        first={before ? address : undefined}
      />
    </>,
  )
}

interface VersionProps {
  readonly desk: ElectionDesk
  readonly version: SettingsVersion
  readonly previous: SettingsVersion | undefined
  readonly by: string
  readonly isInForce: boolean
}

function Version({ desk, version: { version, ...of }, previous, by, isInForce }: VersionProps) {
  const said = texts.history
  const caption = said.version(version)
  return (
    <section>
      <h2>
        {caption} {isInForce && <Tag colour="green">{said.inForce}</Tag>}
      </h2>
      <p>{said.by(by, momentText(of.recordedAt))}</p>
      {previous ? (
        <Differences
          caption={caption}
          differences={textDifferences(previous.document, of.document)}
          headings={{ was: said.was, is: said.became }}
          empty={said.same}
        />
      ) : (
        <p>{said.first}</p>
      )}
      {!isInForce && (
        <ButtonLink
          kind="secondary"
          href={withQuery(paths.ownTexts({ election: desk.election.code }), { versie: version })}
        >
          {said.take(version)}
        </ButtonLink>
      )}
    </section>
  )
}
