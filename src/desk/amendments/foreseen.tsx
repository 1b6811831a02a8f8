import type { CountOfGround, Foreseen } from '../../letters/index.ts'
import {
  Button,
  countText,
  type FieldErrors,
  Figures,
  Form,
  Inset,
  Table,
  TextField,
  Warning,
} from '../../platform/http/components/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { texts as ofVoter } from '../voters/search-texts.nl.ts'
import { texts } from './texts.nl.ts'

const said = texts.foreseen

/** How many rows a file has. */
export function rowsOf({ struck, added, corrected }: Foreseen): number {
  return struck + added + corrected
}

/** What the file would do to the list and to the letters, and the form that has it done. */
export function ForeseenView({
  desk,
  foreseen,
  errors,
}: {
  desk: ElectionDesk
  foreseen: Foreseen
  errors: FieldErrors
}) {
  return (
    <>
      {foreseen.isChanged && <Inset>{said.changed}</Inset>}
      <p class="desk-lead">{said.lead}</p>
      <Figures
        figures={(['struck', 'added', 'corrected'] as const).map((name) => ({
          name: said[name],
          value: foreseen[name],
        }))}
      />
      <Letters foreseen={foreseen} />
      <Grounds grounds={foreseen.grounds} />
      <Warning>{said.undo}</Warning>
      <Form csrf={desk.csrf} action={paths.amendmentsCarryOut({ election: desk.election.code })}>
        <input type="hidden" name="gezien" value={foreseen.seen} />
        <TextField
          {...{ name: 'aantal', label: said.number, hint: said.numberHint, error: errors.aantal }}
          value={desk.form.text('aantal')}
          inputmode="numeric"
          width={10}
        />
        <Button kind="warning">{said.button}</Button>
      </Form>
    </>
  )
}

function Letters({ foreseen }: { foreseen: Foreseen }) {
  const { withdrawn, notReleased, sent, notOnLetter, toMake } = foreseen
  const rows = [
    { what: said.notReleased, count: notReleased },
    { what: said.notLeft, count: withdrawn - notReleased - sent },
    { what: said.sent, count: sent },
    { what: said.notOnLetter, count: notOnLetter },
    { what: said.toMake, count: toMake },
  ]
  return (
    <section>
      <h2>{said.letters}</h2>
      <Table
        caption={said.letters}
        hideCaption
        columns={[
          { heading: said.letter, isRowHeading: true, cell: ({ what }) => what },
          { heading: said.count, isNumber: true, cell: ({ count }) => countText(count) },
        ]}
        rows={rows}
        empty=""
      />
      {toMake > 0 && <p class="desk-text">{said.next}</p>}
    </section>
  )
}

function Grounds({ grounds }: { grounds: readonly CountOfGround[] }) {
  return (
    <section>
      <h2>{said.grounds}</h2>
      <Table
        caption={said.grounds}
        hideCaption
        columns={[
          {
            heading: said.ground,
            isRowHeading: true,
            cell: ({ ground }) => ofVoter.voter.grounds[ground] ?? ground,
          },
          { heading: said.what, cell: ({ kind }) => texts.upload.kinds[kind] },
          { heading: said.rows, isNumber: true, cell: ({ count }) => countText(count) },
        ]}
        rows={grounds}
        empty=""
      />
    </section>
  )
}
