import { countIssues, type Received, waitingIssues } from '../../letters/index.ts'
import {
  Button,
  ButtonLink,
  Figures,
  Form,
  Inset,
  Notice,
  TextField,
} from '../../platform/http/components/index.ts'
import { type ElectionDesk, inOwnScope, may } from '../desk.ts'
import { texts as counterTexts } from '../duplicates/texts.nl.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { Devices } from './devices.tsx'
import { script } from './shell-files.ts'
import { Part, Place } from './shell-parts.tsx'
import { texts } from './texts.nl.ts'
import { WaitingIssues } from './waiting-issues.tsx'

const words = texts.page
const mostWaiting = 100

/** A counter without network: what this browser is and has, what it has to hand in, what waits for a person, which devices there are. */
export async function showOffline(
  desk: ElectionDesk,
  {
    received,
    errors = {},
  }: { received?: Received | undefined; errors?: Readonly<Record<string, string>> } = {},
) {
  const { election, context } = desk
  const { municipalityId, electionId } = election
  const { counts, waiting } = await inOwnScope(desk, async (db) => ({
    counts: await countIssues(db, municipalityId, electionId),
    waiting: await waitingIssues(db, municipalityId, electionId, mostWaiting),
  }))
  return showPage(
    desk,
    {
      ...{ title: words.title, caption: election.name, errors },
      trail: [{ href: paths.duplicates({ election: election.code }), text: counterTexts.counter.title }],
    },
    <>
      {received && <ReceivedNotice received={received} />}
      <p class="desk-lead">{words.lead}</p>
      <ThisDevice desk={desk} nameError={errors.naam} />
      <WaitingIssues desk={desk} issues={waiting} isMore={waiting.length === mostWaiting} />
      <h2>{words.counts}</h2>
      <Figures
        figures={[
          { name: words.counted, value: counts.counted },
          { name: words.waiting, value: counts.waiting },
          { name: words.setAside, value: counts['set-aside'] },
        ]}
      />
      <Devices desk={desk} />
      <script type="module" src={script('counter.js')} nonce={context.get('secureHeadersNonce')} />
    </>,
  )
}

function ReceivedNotice({ received: { issues, kept, refused } }: { received: Received }) {
  const said = texts.received
  const count = (state: string) => issues.filter((issue) => issue.state === state).length
  return (
    <div data-received={kept.join(' ')}>
      <Notice kind={refused.length > 0 ? 'information' : 'success'} title={said.title}>
        <p>{kept.length + refused.length === 0 ? said.nothing : said.counted(count('counted'))}</p>
        <p>{said.waiting(count('waiting'))}</p>
        {refused.length > 0 && <p>{said.refused(refused.length)}</p>}
      </Notice>
    </div>
  )
}

function ThisDevice({ desk, nameError }: { desk: ElectionDesk; nameError: string | undefined }) {
  const { election, csrf, form } = desk
  const address = { election: election.code }
  const mayTake = may(desk, 'duplicates.take-offline')
  return (
    <div
      data-offline
      data-municipality={String(election.municipalityId)}
      data-election={election.code}
      data-standing={paths.deviceStanding()}
    >
      <h2>{words.here}</h2>
      <noscript>
        <p>{texts.noScript}</p>
      </noscript>
      {(['unfit', 'elsewhere', 'revoked'] as const).map((name) => (
        <Part name={name}>
          <Inset>{words[name]}</Inset>
        </Part>
      ))}
      <Part name="new">
        <p>{words.new}</p>
      </Part>
      <Part name="enrol">
        {mayTake ? (
          <div data-form="enrol">
            <p>{words.enrolHint}</p>
            <Form csrf={csrf} action={paths.enrolDevice(address)}>
              {['toestel', 'sleutel', 'bewijs'].map((name) => (
                <input type="hidden" name={name} value="" />
              ))}
              <TextField
                {...{
                  name: 'naam',
                  label: words.name,
                  hint: words.nameHint,
                  error: nameError,
                  maxlength: 60,
                }}
                value={form.text('naam')}
              />
              <Button>{words.enrol}</Button>
            </Form>
          </div>
        ) : (
          <p>{words.mayNotEnrol}</p>
        )}
      </Part>
      <Part name="enrolled">
        <p>{words.enrolled}</p>
      </Part>
      <Part name="no-pack">
        <p>{words.noPack}</p>
        {mayTake && <ButtonLink href={paths.takePack(address)}>{words.take}</ButtonLink>}
      </Part>
      <Part name="pack">
        <p>
          {words.packOf} <Place name="of" />, {words.packMade} <Place name="made" />. {words.packExpires}{' '}
          <Place name="expires" />.
        </p>
        <div class="govuk-button-group">
          <ButtonLink href={paths.offlineCounter()}>{words.open}</ButtonLink>
          {mayTake && (
            <ButtonLink kind="secondary" href={paths.takePack(address)}>
              {words.takeNew}
            </ButtonLink>
          )}
          <button type="button" class="govuk-button govuk-button--warning" data-do="wipe">
            {words.wipe}
          </button>
        </div>
      </Part>
      <Part name="outbox">
        <h3>{words.outboxTitle}</h3>
        <p>
          {words.outbox} <Place name="given" />. {words.outboxNow}
        </p>
        <Form csrf={csrf} action={paths.offline(address)}>
          <input type="hidden" name="posten" value="" />
          <Button>{words.handIn}</Button>
        </Form>
      </Part>
      <Part name="outbox-elsewhere">
        <p>{words.outboxElsewhere}</p>
      </Part>
    </div>
  )
}
