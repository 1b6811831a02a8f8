import type { Section } from '../../elections/index.ts'
import { asset } from '../../platform/http/assets.ts'
import { countText } from '../../platform/http/components/index.ts'
import { themeAddress, wholeTheme } from '../../platform/http/theme-route.ts'
import { dutchMoment } from '../../platform/pdf/paper.ts'
import type { EmergencyList, VoterFact } from '../../voters/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { addressOf, nameOf } from './hit-list.tsx'
import { texts } from './texts.nl.ts'

const words = texts.emergency.print
const utf8 = new TextEncoder()

/** The list as a document of its own, in pieces: a section on new paper, its room above each sheet. */
export async function* emergencyPages(desk: ElectionDesk, list: EmergencyList): AsyncGenerator<Uint8Array> {
  yield utf8.encode(
    `<!doctype html><html lang="nl">${head(desk)}<body class="desk"><main class="desk-main"><div class="desk-width">`,
  )
  yield utf8.encode(String(<Opening desk={desk} />))
  for (const section of list.sections) {
    yield utf8.encode(`${opening(section)}${headings(section)}<tbody>`)
    let voters = 0
    for await (const page of list.votersOf(section.section)) {
      voters += page.length
      yield utf8.encode(page.map((voter) => String(<Row voter={voter} />)).join(''))
    }
    yield utf8.encode(`</tbody></table></section>${<p>{words.count(section.section, countText(voters))}</p>}`)
  }
  yield utf8.encode(
    `${(
      <p>
        <strong>{words.end}</strong>
      </p>
    )}</div></main></body></html>`,
  )
}

function head({ municipality }: ElectionDesk): string {
  const theme = wholeTheme(municipality.theme)
  return String(
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>{`${texts.emergency.title} · ${municipality.name}`}</title>
      <link rel="icon" href={asset('favicon.svg')} type="image/svg+xml" />
      <link rel="stylesheet" href={asset('style.css')} />
      {theme && <link rel="stylesheet" href={themeAddress(theme)} />}
    </head>,
  )
}

function Opening({ desk: { municipality, election, deps } }: { desk: ElectionDesk }) {
  return (
    <>
      <h1>
        {texts.emergency.title}, {municipality.name}
      </h1>
      <p>{words.state(election.name, dutchMoment(deps.clock.now()))}</p>
      <p>
        <strong>{words.keep}</strong>
      </p>
      <p class="no-print">{words.hint}</p>
    </>
  )
}

/** Wider than a phone it scrolls by itself; its name is safe to stand in an attribute, because it is a number. */
function opening({ section }: Section): string {
  const name = words.region(section)
  return `<section class="table-region emergency-section" tabindex="0" aria-label="${name}"><table class="govuk-table">`
}

function headings({ section, place, room }: Section): string {
  const columns = [words.listNumber, words.name, words.address, words.given]
  return String(
    <thead>
      <tr>
        <th colspan={columns.length} scope="colgroup">
          {words.section(section, place.name, room)}
        </th>
      </tr>
      <tr>
        {columns.map((column) => (
          <th scope="col">{column}</th>
        ))}
      </tr>
    </thead>,
  )
}

function Row({ voter }: { voter: VoterFact }) {
  return (
    <tr>
      <td>{voter.listNumber}</td>
      <th scope="row">{nameOf(voter)}</th>
      <td>{addressOf(voter)}</td>
      <td class="emergency-given" />
    </tr>
  )
}
