import { headerColumns } from '../../voters/index.ts'
import { listColumnTexts } from './list-columns.nl.ts'
import { texts } from './texts.nl.ts'

/** Where the description stands on the page where a list is chosen. */
export const formatPlace = 'formaat'

/** Our own format in short: its columns, those first that have to be there. */
export function ListFormat() {
  const { formatTitle, formatLead, needed, optional } = texts.upload
  const namesOf = (isNeeded: boolean) =>
    headerColumns
      .filter(({ required }) => required === isNeeded)
      .map(({ name }) => (
        <li>
          <code>{name}</code>: {listColumnTexts[name]}
        </li>
      ))
  return (
    <section id={formatPlace}>
      <h2>{formatTitle}</h2>
      <p>{formatLead}</p>
      <h3>{needed}</h3>
      <ul>{namesOf(true)}</ul>
      <h3>{optional}</h3>
      <ul>{namesOf(false)}</ul>
    </section>
  )
}
