import { countText, SummaryList } from '../../platform/http/components/index.ts'
import { paths } from '../paths.ts'
import { amendOne } from './amend-one.tsx'
import { fullName, type Opened } from './open-to-amend.ts'
import { texts } from './texts.nl.ts'

/** On what the strike rests, then what it would do, and the strike itself. */
export const { show: showStrike, carryOut: strike } = amendOne({
  kind: 'strike',
  page: paths.voterStrike,
  deed: paths.voterStrikeNow,
  before: (opened) => (
    <>
      <p class="desk-lead">{texts.strike.lead}</p>
      <WhoItIs opened={opened} />
    </>
  ),
  summary: (_, opened) => <WhoItIs opened={opened} />,
})

function WhoItIs({ opened: { voter } }: { opened: Opened }) {
  const { name, listNumber, section } = texts.who
  return (
    <SummaryList
      facts={[
        { name, value: fullName(voter) },
        { name: listNumber, value: countText(voter.listNumber) },
        { name: section, value: String(voter.section) },
      ]}
    />
  )
}
