import type { GroupMessage } from '../../../bureaus/index.ts'
import { Button, type FieldErrors, Form, Inset, Warning } from '../../../platform/http/components/index.ts'
import { type ElectionDesk, may } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { texts } from './texts.nl.ts'

const words = texts.oneGroup

interface DeedsProps {
  readonly desk: ElectionDesk
  readonly group: GroupMessage
  readonly errors: FieldErrors
  /** Whether the same people would get it as when it was asked. */
  readonly isSame: boolean
  readonly isBusy: boolean
}

/** What may still be done with it, by who is here. */
export function GroupDeeds({ desk, group, errors, isSame, isBusy }: DeedsProps) {
  const { csrf, election, staff } = desk
  const address = { election: election.code, group: group.groupId }
  if (!may(desk, 'bureaus.manage') || group.endedAt) return null
  const isWaiting = group.releasedAt === null
  const isOwn = group.askedBy === staff.staffId
  return (
    <>
      {errors.vrijgave && (
        <p class="govuk-error-message" id="vrijgave">
          {errors.vrijgave}
        </p>
      )}
      {isWaiting && isOwn && <Inset>{words.ownRequest}</Inset>}
      {isWaiting && !isSame && <Warning>{words.changed}</Warning>}
      {isWaiting && !isOwn && isSame && (
        <>
          <h2>{words.release}</h2>
          <p>{words.releaseLead(group.people)}</p>
          <Form csrf={csrf} action={paths.releaseGroupMessage(address)}>
            <Button>{words.releaseButton(group.people)}</Button>
          </Form>
        </>
      )}
      {(isWaiting || isBusy) && (
        <Form csrf={csrf} action={paths.endGroupMessage(address)}>
          <Button kind="secondary">{isWaiting ? words.takeBack : words.stop}</Button>
        </Form>
      )}
    </>
  )
}
