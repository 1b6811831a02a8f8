import { Button, ButtonGroup, Form } from '../../platform/http/components/index.ts'
import type { VoterFact } from '../../voters/index.ts'
import { type ElectionDesk, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { texts } from './texts.nl.ts'

const said = texts.links

/** To what may be amended of a voter on a closed list. Forms that are sent, so that nobody stands in an address. */
export function AmendLinks({
  desk,
  voter,
  reason,
}: {
  desk: ElectionDesk
  voter: VoterFact
  reason: string
}) {
  if (!may(desk, 'voters.amend')) return null
  const at = { election: desk.election.code }
  if (voter.state === 'struck')
    return (
      <>
        <h2>{said.title}</h2>
        <p>
          {said.isStruck} <a href={paths.voterAdd(at)}>{said.add}</a>
        </p>
      </>
    )
  const ways = [
    { action: paths.voterCorrect(at), text: said.correct },
    { action: paths.voterStrike(at), text: said.strike },
  ]
  return (
    <>
      <h2>{said.title}</h2>
      <p>{said.help}</p>
      <ButtonGroup>
        {ways.map(({ action, text }) => (
          <Form csrf={desk.csrf} action={action}>
            <input type="hidden" name="kiezer" value={voter.voterId} />
            <input type="hidden" name="reden" value={reason} />
            <Button kind="secondary">{text}</Button>
          </Form>
        ))}
      </ButtonGroup>
    </>
  )
}

/** For who is not found on the list: a decision may put them on it. */
export function AddLink({ desk }: { desk: ElectionDesk }) {
  if (!may(desk, 'voters.amend')) return null
  return (
    <p>
      {said.notFound} <a href={paths.voterAdd({ election: desk.election.code })}>{said.add}</a>
    </p>
  )
}
