import type { Context } from 'hono'
import { pageAbove } from '../../platform/http/page-above.ts'
import type { Language } from '../language.ts'
import { paths } from '../paths.ts'
import { texts } from './texts.ts'

/** Within a site or an app our header is not there, nor always a button of the browser: to the election, or to all of them. */
export function BackLink({ context, language }: { context: Context; language: Language }) {
  const here = context.req.path
  if (here === paths.elections()) return null
  const parent = here.slice(0, here.lastIndexOf('/'))
  const above = pageAbove(parent, [paths.election.pattern], paths.elections())
  const { elections, election } = texts[language].back
  return (
    <a class="govuk-back-link" href={above}>
      {above === paths.elections() ? elections : election}
    </a>
  )
}
