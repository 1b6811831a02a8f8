import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { duplicateReasons } from '../../elections/index.ts'
import { identityChecks } from '../../letters/index.ts'
import {
  Button,
  ButtonGroup,
  Details,
  Inset,
  Radios,
  TextField,
} from '../../platform/http/components/index.ts'
import type { DeskDeps } from '../desk-deps.ts'
import { texts as counterTexts } from '../duplicates/texts.nl.ts'
import { Frame } from '../frame.tsx'
import { paths } from '../paths.ts'
import { texts as frameTexts } from '../texts.nl.ts'
import { script } from './shell-files.ts'
import { DuplicateSheet, Part, Place, ScriptButton, SearchParts, VoterFacts } from './shell-parts.tsx'
import { texts } from './texts.nl.ts'

const words = texts.shell

/** What this page may: its own scripts, its own look, its own server. A form goes nowhere. */
const policyWith = (nonce: string) =>
  [
    ...["default-src 'none'", `script-src 'nonce-${nonce}'`, "worker-src 'self'", "style-src 'self'"],
    ...["img-src 'self'", "font-src 'self'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'"],
    "frame-ancestors 'none'",
  ].join('; ')

/**
 * The page for a counter without network, as a browser keeps it: the same for everybody. Whoever has it has nothing yet: a
 * pack comes by another road.
 */
export function showShell({ config }: Pick<DeskDeps, 'config'>, context: Context) {
  const nonce = context.get('secureHeadersNonce') ?? ''
  context.header('Content-Security-Policy', policyWith(nonce))
  context.header('Cache-Control', 'no-cache')
  return context.html(
    <Frame
      title={`${words.title} · ${frameTexts.product}`}
      nonce={nonce}
      isPractice={config.KIESLOKET_ENV === 'development'}
    >
      <h1>{words.title}</h1>
      <noscript>
        <p>{texts.noScript}</p>
      </noscript>
      <div
        data-offline
        data-standing={paths.deviceStanding()}
        data-worker={script('worker.js')}
        {...words.data}
      >
        <Part name="none">
          {Object.entries(words.none).map(([because, text]) => (
            <Part name={`none-${because}`}>
              <Inset>{text}</Inset>
            </Part>
          ))}
          <p>{words.noneNext}</p>
        </Part>
        <Part name="waiting">
          <p>
            {words.waiting} <Place name="waiting" />. {words.waitingKept}
          </p>
        </Part>
        <Locked />
        <Part name="opening">
          <p role="status">{words.opening}</p>
        </Part>
        <Part name="open">
          <p class="desk-lead no-print">
            <Place name="until" />
          </p>
          <p class="no-print" role="status">
            <Place name="loading" />
          </p>
        </Part>
        <SearchParts />
        <Voter />
        <DuplicateSheet />
        <Part name="open">
          <Foot />
        </Part>
      </div>
      <script type="module" src={script('page.js')} nonce={nonce} />
    </Frame>,
  )
}

function Locked() {
  const { locked } = words
  return (
    <Part name="locked">
      <p class="desk-lead">
        <Place name="municipality" />, <Place name="election" />
      </p>
      <p>
        {locked.made} <Place name="made" />. {locked.expires} <Place name="expires" />.
      </p>
      <ScriptForm name="code">
        <ErrorOf name="naam" />
        <TextField
          name="naam"
          label={locked.name}
          hint={locked.nameHint}
          autocomplete="name"
          maxlength={60}
        />
        <ErrorOf name="code" />
        <TextField name="code" label={locked.code} hint={locked.codeHint} maxlength={20} width={20} />
        <Button>{locked.button}</Button>
      </ScriptForm>
    </Part>
  )
}

/** A form that a script takes: the policy of the page keeps it from going anywhere, in no address stands what was typed. */
export function ScriptForm({ name, children }: { name: string; children: Child }) {
  return (
    <form method="post" novalidate data-form={name}>
      {children}
    </form>
  )
}

function ErrorOf({ name }: { name: string }) {
  return <p class="govuk-error-message" role="alert" data-error={name} hidden />
}

function Voter() {
  const { form } = counterTexts
  const { voter } = words
  return (
    <Part name="voter">
      <h2 tabindex={-1}>
        <Place name="name">{counterTexts.hits.name}</Place>
      </h2>
      <VoterFacts />
      <Part name="before">
        <Inset>
          <Place name="before" />
        </Inset>
      </Part>
      <Part name="no-letter">
        <Inset>{voter.noLetter}</Inset>
      </Part>
      <Part name="too-late">
        <Inset>{voter.tooLate}</Inset>
      </Part>
      <Part name="issue">
        <ScriptForm name="issue">
          <ErrorOf name="identiteit" />
          <Radios
            {...{ name: 'identiteit', label: form.identity, hint: form.identityHint }}
            choices={identityChecks.map((check) => ({ value: check, label: counterTexts.identities[check] }))}
          />
          <ErrorOf name="reden" />
          <Radios
            {...{ name: 'reden', label: form.reason, hint: voter.reasonHint }}
            choices={duplicateReasons.map((one) => ({ value: one, label: counterTexts.reasons[one] }))}
          />
          <Button>{voter.button}</Button>
        </ScriptForm>
      </Part>
      <ScriptButton does="next" kind="secondary">
        {voter.back}
      </ScriptButton>
    </Part>
  )
}

function Foot() {
  const { foot } = words
  return (
    <div class="no-print">
      <h2>{foot.title}</h2>
      <p>
        <strong>
          <Place name="count" />
        </strong>{' '}
        {foot.count} <Place name="clerk" />. <Place name="network" />
      </p>
      <p>{foot.handIn}</p>
      <ButtonGroup>
        <ScriptButton does="lock" kind="secondary">
          {foot.lock}
        </ScriptButton>
      </ButtonGroup>
      <Details summary={foot.endSummary}>
        <p>{foot.endText}</p>
        <ScriptButton does="end" kind="warning">
          {foot.end}
        </ScriptButton>
      </Details>
    </div>
  )
}
