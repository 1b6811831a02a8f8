import type { NewVersions, OutdatedGroup, OutdatedReason, WaitingVoters } from '../../letters/index.ts'
import { countText, Details, Table } from '../../platform/http/components/index.ts'
import type { LetterId } from '../../platform/ids.ts'
import { type ElectionDesk, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { texts } from './overview-texts.nl.ts'

const { outdated: said, waiting, replacing } = texts

/** How many are out of date for each reason, and then for each section with an example to look at. */
export function Outdated({ desk, groups }: { desk: ElectionDesk; groups: readonly OutdatedGroup[] }) {
  const reasons = Object.keys(said.reasons) as OutdatedReason[]
  const totals = reasons
    .map((reason) => ({ reason, of: groups.filter((group) => group.reason === reason) }))
    .filter(({ of }) => of.length > 0)
  const sum = (of: readonly OutdatedGroup[], what: 'letters' | 'released') =>
    countText(of.reduce((all, group) => all + group[what], 0))
  return (
    <section>
      <h2>{said.title}</h2>
      <Table
        caption={said.title}
        hideCaption
        empty={said.none}
        rows={totals}
        columns={[
          { heading: said.why, isRowHeading: true, cell: ({ reason }) => said.reasons[reason] },
          { heading: said.sections, isNumber: true, cell: ({ of }) => countText(of.length) },
          { heading: said.letters, isNumber: true, cell: ({ of }) => sum(of, 'letters') },
          { heading: said.released, isNumber: true, cell: ({ of }) => sum(of, 'released') },
        ]}
      />
      {groups.length > 0 && (
        <Details summary={said.perSection}>
          <Table
            caption={said.perSection}
            hideCaption
            empty=""
            rows={groups}
            columns={[
              { heading: said.section, isRowHeading: true, cell: ({ section }) => String(section) },
              { heading: said.why, cell: ({ reason }) => said.reasons[reason] },
              { heading: said.letters, isNumber: true, cell: ({ letters }) => countText(letters) },
              {
                heading: said.look,
                cell: ({ section, reason, example }) => (
                  <Look desk={desk} letter={example} of={said.lookOf(section, said.reasons[reason])} />
                ),
              },
            ]}
          />
        </Details>
      )}
    </section>
  )
}

/** Voters without a letter, for each section why. */
export function Waiting({ groups }: { groups: readonly WaitingVoters[] }) {
  return (
    <section>
      <h2>{waiting.title}</h2>
      <Table
        caption={waiting.title}
        hideCaption
        empty={waiting.none}
        rows={groups}
        columns={[
          { heading: said.section, isRowHeading: true, cell: ({ section }) => String(section) },
          { heading: said.why, cell: ({ because }) => waiting.because[because] },
          { heading: waiting.voters, isNumber: true, cell: ({ voters }) => countText(voters) },
          { heading: waiting.hadOne, isNumber: true, cell: ({ hadOne }) => countText(hadOne) },
        ]}
      />
    </section>
  )
}

/** New letters that take the place of another, for each section with an example beside the one before. */
export function Replacing({ desk, groups }: { desk: ElectionDesk; groups: readonly NewVersions[] }) {
  return (
    <section>
      <h2>{replacing.title}</h2>
      {groups.length > 0 && <p>{replacing.help}</p>}
      <Table
        caption={replacing.title}
        hideCaption
        empty={replacing.none}
        rows={groups}
        columns={[
          { heading: said.section, isRowHeading: true, cell: ({ section }) => String(section) },
          { heading: said.letters, isNumber: true, cell: ({ letters }) => countText(letters) },
          {
            heading: said.look,
            cell: ({ section, example }) => (
              <Look desk={desk} letter={example} of={replacing.lookOf(section)} />
            ),
          },
        ]}
      />
    </section>
  )
}

function Look({ desk, letter, of }: { desk: ElectionDesk; letter: LetterId; of: string }) {
  if (!may(desk, 'voters.read')) return <>–</>
  return (
    <a href={paths.oldAndNew({ election: desk.election.code, letter })}>
      {said.look} <span class="govuk-visually-hidden">{of}</span>
    </a>
  )
}
