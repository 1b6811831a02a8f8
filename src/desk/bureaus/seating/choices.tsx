import { Button, Form } from '../../../platform/http/components/index.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { bureauName, fullName, seatName } from '../bureau-text.ts'
import type { SeatingFacts } from './seating-page.tsx'
import { texts } from './texts.nl.ts'

/** What was decided by hand and counts at the next division, each to be taken back. */
export function Choices({ desk, facts: { choices } }: { desk: ElectionDesk; facts: SeatingFacts }) {
  if (choices.length === 0) return null
  const words = texts.choices
  const action = paths.dropSeatingChoice({ election: desk.election.code })
  return (
    <>
      <h2>{words.title}</h2>
      {choices.map((one) => {
        const who = one.name ? fullName(one.name) : words.unknown
        const said =
          one.choice === 'KEEP'
            ? words.keep(who, `${seatName(one)}, ${bureauName(one)}`)
            : words.notHere(who, bureauName(one))
        return (
          <Form csrf={desk.csrf} action={action}>
            <p>{said}</p>
            <Button kind="secondary" name="keuze" value={one.choiceId}>
              {words.drop}
              <span class="govuk-visually-hidden">: {said}</span>
            </Button>
          </Form>
        )
      })}
    </>
  )
}
