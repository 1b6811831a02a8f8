import type { Child } from 'hono/jsx'
import type { TextDifference } from '../../municipalities/index.ts'
import { type FieldErrors, SubNavigation, Table } from '../../platform/http/components/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { texts } from './own-texts.nl.ts'
import { inFormOrder, nameOfText } from './own-texts-fields.ts'

interface Props {
  readonly title: string
  readonly view: 'texts' | 'history'
  readonly errors?: FieldErrors
  readonly status?: 409
}

/** A page of the municipality's own texts: to change them, or what they were. */
export function showTextsPage(desk: ElectionDesk, { view, ...props }: Props, body: Child) {
  const { election } = desk
  const at = { election: election.code }
  const views = { texts: paths.ownTexts(at), history: paths.ownTextsHistory(at) }
  const { label, ...names } = texts.views
  return showPage(
    desk,
    { ...props, caption: election.name, trail: [{ href: paths.election(at), text: election.name }] },
    <>
      <SubNavigation
        label={label}
        links={[
          { href: views.texts, text: names.texts },
          { href: views.history, text: names.history },
        ]}
        current={views[view]}
      />
      {body}
    </>,
  )
}

interface DifferencesProps {
  readonly caption: string
  readonly differences: readonly TextDifference[]
  readonly headings: { readonly was: string; readonly is: string }
  readonly empty: string
}

/** Texts that differ, a row each, by the names they have on the form. */
export function Differences({ caption, differences, headings, empty }: DifferencesProps) {
  const { text, absent } = texts.changes
  return (
    <Table
      caption={caption}
      hideCaption
      empty={empty}
      rows={inFormOrder(differences)}
      columns={[
        { heading: text, isRowHeading: true, cell: ({ path }) => nameOfText(path) },
        { heading: headings.was, cell: ({ was }) => <Lines text={was ?? absent} /> },
        { heading: headings.is, cell: ({ is }) => <Lines text={is ?? absent} /> },
      ]}
    />
  )
}

/** A text of several lines, as it was typed. */
export function Lines({ text }: { text: string }) {
  const lines = text.split('\n')
  return (
    <>
      {lines.map((line, at) => (
        <>
          {at > 0 && <br />}
          {line}
        </>
      ))}
    </>
  )
}
