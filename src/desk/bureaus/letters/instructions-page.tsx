import {
  currentInstructions,
  defaultInstructions,
  type InstructedBureau,
  instructedBureaus,
  loadBureauRules,
  loadMemberLetters,
  longestInstructions,
  writeInstructions,
} from '../../../bureaus/index.ts'
import { momentText } from '../../../platform/dates.ts'
import {
  Button,
  Details,
  type FieldErrors,
  Form,
  Inset,
  TextArea,
} from '../../../platform/http/components/index.ts'
import { type ElectionDesk, inOwnScope } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { seeOther, showPage } from '../../show-page.tsx'
import { texts as bureaus } from '../texts.nl.ts'
import { texts } from './texts.nl.ts'

const words = texts.instructions

/** What the chairs of each kind of bureau are told behind their letter: the text of the program, or the municipality's own. */
export async function showInstructions(desk: ElectionDesk, errors: FieldErrors = {}) {
  const { election } = desk
  const own = await inOwnScope(desk, (db) => currentInstructions(db, election))
  const letters = loadMemberLetters(loadBureauRules(election.ruleset))
  const code = election.code
  return showPage(
    desk,
    {
      ...{ title: words.title, caption: election.name, errors },
      trail: [
        { href: paths.bureaus({ election: code }), text: bureaus.title },
        { href: paths.memberLetters({ election: code }), text: texts.title },
      ],
    },
    <>
      <p class="desk-lead">{words.lead}</p>
      <Inset>{words.how}</Inset>
      {instructedBureaus.map((bureau) => {
        const name = fieldOf(bureau)
        const written = own.get(bureau)
        const text = written?.text ?? defaultInstructions(letters, bureau)
        return (
          <Details summary={words.bureaus[bureau]} open={errors[name] !== undefined}>
            <p>
              {written
                ? words.version(written.version, momentText(written.writtenAt, 'nl'))
                : words.ofTheProgram}
            </p>
            <Form
              csrf={desk.csrf}
              action={paths.writeInstructions({ election: code, bureau: bureau.toLowerCase() })}
            >
              <TextArea
                {...{
                  name,
                  label: words.text,
                  error: errors[name],
                  rows: 20,
                  maxlength: longestInstructions,
                }}
                value={desk.form.has(name) ? desk.form.text(name) : text}
              />
              <Button>{words.button}</Button>
            </Form>
          </Details>
        )
      })}
    </>,
  )
}

const fieldOf = (bureau: InstructedBureau) => `tekst-${bureau.toLowerCase()}`

export async function saveInstructions(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, form, context } = desk
  const bureau = instructedBureaus.find((one) => one.toLowerCase() === context.req.param('bureau'))
  if (!bureau) return notFoundPage(desk)
  const text = form.text(fieldOf(bureau))
  const written = await writeInstructions(deps, { election, bureau, text, by: staff.staffId })
  if (!written.ok) return showInstructions(desk, { [fieldOf(bureau)]: words.refused[written.because] })
  return seeOther(desk, paths.chairInstructions({ election: election.code }), 'instructions-written')
}
