import type { KeptBureau, KeptSeat, ShownVolunteer } from '../../../bureaus/index.ts'
import { Button, Form, Inset, Table } from '../../../platform/http/components/index.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { fullName } from '../bureau-text.ts'
import { texts } from './texts.nl.ts'
import { WhatRulesSay } from './what-rules-say.tsx'

interface Props {
  readonly desk: ElectionDesk
  readonly bureau: KeptBureau
  readonly seat: KeptSeat
  readonly volunteers: readonly ShownVolunteer[] | undefined
}

/** Who offered to sit here and can be proposed with one click; or that the lists come first. */
export function VolunteersForSeat({ desk, bureau, seat, volunteers }: Props) {
  const words = texts.seat
  if (seat.isTaken || volunteers?.length === 0) return null
  if (!volunteers) return <Inset>{words.listsFirst}</Inset>
  const election = desk.election.code
  const action = paths.proposeVolunteer({ election, number: bureau.number, seat: seat.seatId })
  return (
    <>
      <h2>{words.title}</h2>
      <Table
        {...{ caption: words.caption, rows: volunteers, empty: words.none }}
        columns={[
          {
            heading: texts.columns.who,
            isRowHeading: true,
            cell: (one) => (
              <a href={paths.volunteer({ election, volunteer: one.volunteerId })}>{fullName(one)}</a>
            ),
          },
          { heading: texts.columns.section, isNumber: true, cell: ({ section }) => section },
          { heading: texts.columns.rules, cell: (one) => <WhatRulesSay volunteer={one} /> },
          {
            heading: words.propose,
            cell: (one) => (
              <Form csrf={desk.csrf} action={action}>
                <Button kind="secondary" name="vrijwilliger" value={one.volunteerId}>
                  {words.propose}
                  <span class="govuk-visually-hidden"> {fullName(one)}</span>
                </Button>
              </Form>
            ),
          },
        ]}
      />
      <h2>{words.somebodyElse}</h2>
    </>
  )
}
