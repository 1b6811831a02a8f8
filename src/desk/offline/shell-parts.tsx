import type { Child } from 'hono/jsx'
import { Button, ButtonGroup, TextField } from '../../platform/http/components/index.ts'
import { texts as counterTexts } from '../duplicates/texts.nl.ts'
import { longestTyped } from '../duplicates/typed-question.ts'
import { texts } from './texts.nl.ts'

const words = texts.shell

/** A part of a page that a script shows when it is its turn. */
export function Part({ name, children }: { name: string; children?: Child }) {
  return (
    <div data-part={name} hidden>
      {children}
    </div>
  )
}

/** Where a script puts a text; a heading says something before that too. */
export function Place({ name, children }: { name: string; children?: Child }) {
  return <span data-fill={name}>{children}</span>
}

const kinds = {
  primary: '',
  secondary: ' govuk-button--secondary',
  warning: ' govuk-button--warning',
} as const

/** A button that sends nothing. */
export function ScriptButton(props: { does: string; kind?: keyof typeof kinds; children: Child }) {
  const { does, kind = 'primary', children } = props
  return (
    <button type="button" class={`govuk-button no-print${kinds[kind]}`} data-do={does}>
      {children}
    </button>
  )
}

export function SearchParts() {
  const { search } = words
  const { hits } = counterTexts
  return (
    <>
      <Part name="search">
        <form method="post" novalidate data-form="search">
          <TextField
            {...{ name: 'zoek', type: 'search', maxlength: longestTyped }}
            label={counterTexts.search.label}
            hint={search.hint}
          />
          <Button>{counterTexts.search.button}</Button>
        </form>
      </Part>
      <Part name="nobody">
        <h2>{hits.title(0, false)}</h2>
        <div class="empty">{search.nobody}</div>
      </Part>
      <Part name="hits">
        <h2>
          <Place name="hits">{hits.caption}</Place>
        </h2>
        <p data-more hidden>
          {search.more}
        </p>
        <section class="table-region" tabindex={0} aria-label={hits.caption}>
          <table class="govuk-table">
            <caption class="govuk-visually-hidden">{hits.caption}</caption>
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                {[hits.name, hits.open, search.born, hits.address, hits.listNumber].map((heading) => (
                  <th scope="col" class="govuk-table__header">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody class="govuk-table__body" data-hits />
          </table>
        </section>
        <template data-hit>
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              <Place name="name" />
            </th>
            <td class="govuk-table__cell">
              <button type="button" class="govuk-button govuk-button--secondary">
                {hits.choose}{' '}
                <span class="govuk-visually-hidden">
                  <Place name="name" />
                </span>
              </button>
            </td>
            {['born', 'address', 'listNumber'].map((name) => (
              <td class="govuk-table__cell">
                <Place name={name} />
              </td>
            ))}
          </tr>
        </template>
      </Part>
    </>
  )
}

export function VoterFacts() {
  const { voter } = counterTexts
  const facts = [
    [counterTexts.hits.listNumber, 'listNumber'],
    [words.search.born, 'born'],
    [voter.address, 'address'],
    [voter.section, 'section'],
    [voter.room, 'room'],
  ] as const
  return (
    <dl class="govuk-summary-list">
      {facts.map(([name, place]) => (
        <div class="govuk-summary-list__row govuk-summary-list__row--no-actions">
          <dt class="govuk-summary-list__key">{name}</dt>
          <dd class="govuk-summary-list__value">
            <Place name={place} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What comes out of the printer: no more than who it is and where they vote. */
export function DuplicateSheet() {
  const { sheet } = words
  return (
    <Part name="issued">
      <h2 tabindex={-1} class="no-print">
        {sheet.title}
      </h2>
      <p class="no-print">{sheet.counted}</p>
      <div class="offline-duplicate">
        <p class="offline-mark">
          <Place name="mark" />
        </p>
        <p>
          <strong>
            <Place name="of" />
          </strong>
          <br />
          <Place name="electionName" />
          <br />
          <Place name="day" />, <Place name="hours" />
        </p>
        <dl>
          {[
            [counterTexts.hits.listNumber, ['listNumber']],
            [counterTexts.hits.name, ['name']],
            [counterTexts.hits.address, ['address']],
            [counterTexts.voter.section, ['section']],
            [counterTexts.voter.room, ['room', 'roomAddress']],
          ].map(([name, places]) => (
            <div>
              <dt>{name}</dt>
              <dd>
                {(places as string[]).map((place) => (
                  <div>
                    <Place name={place} />
                  </div>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <p>
          {sheet.printed} <Place name="printed" />.
        </p>
      </div>
      <ButtonGroup>
        <ScriptButton does="print">{sheet.print}</ScriptButton>
        <ScriptButton does="next" kind="secondary">
          {counterTexts.issued.next}
        </ScriptButton>
      </ButtonGroup>
      <p class="no-print">{sheet.hint}</p>
    </Part>
  )
}
