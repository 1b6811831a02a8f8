import { identityChecks } from '../../letters/index.ts'
import { Button, ButtonGroup, type FieldErrors, Form, Radios } from '../../platform/http/components/index.ts'
import { newId } from '../../platform/ids.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { duplicateArticle } from './counter-bounds.ts'
import { texts } from './texts.nl.ts'

/** How identity was checked, why, and which way; sent twice it gives one duplicate, by the id of its request. */
export function DuplicateForm({
  desk,
  voterId,
  errors,
}: {
  desk: ElectionDesk
  voterId: string
  errors: FieldErrors
}) {
  const { election, csrf, form: typed } = desk
  const { identity, identityHint, reason, reasonHint, notLost, print, mailbox, mailboxHint, title } =
    texts.form
  const { reasons } = election.ruleset.duplicate.value
  return (
    <>
      <h2>{title}</h2>
      <Form csrf={csrf} action={paths.issueDuplicate({ election: election.code })}>
        <input type="hidden" name="kiezer" value={voterId} />
        <input type="hidden" name="aanvraag" value={typed.text('aanvraag') || newId<string>()} />
        <Radios
          {...{ name: 'identiteit', label: identity, hint: identityHint, error: errors.identiteit }}
          value={typed.text('identiteit')}
          choices={identityChecks.map((check) => ({ value: check, label: texts.identities[check] }))}
        />
        <Radios
          {...{
            name: 'reden',
            label: reason,
            hint: [
              reasonHint(duplicateArticle(election)),
              ...(reasons.includes('lost') ? [] : [notLost]),
            ].join(' '),
            error: errors.reden,
          }}
          value={typed.text('reden')}
          choices={reasons.map((one) => ({ value: one, label: texts.reasons[one] }))}
        />
        <ButtonGroup>
          <Button name="hoe" value="print">
            {print}
          </Button>
          <Button kind="secondary" name="hoe" value="mailbox">
            {mailbox}
          </Button>
        </ButtonGroup>
        <p>{mailboxHint}</p>
      </Form>
    </>
  )
}
