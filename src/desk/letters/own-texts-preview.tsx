import { previewChoices, previewLetter } from '../../letters/index.ts'
import { lookAtForm, type MunicipalitySettings, withOwnTexts } from '../../municipalities/index.ts'
import { Details, Sheets } from '../../platform/http/components/index.ts'
import { TypedForm } from '../../platform/http/typed-form.ts'
import { drawPdf } from '../../platform/pdf/draw-pdf.ts'
import { pngOf } from '../../platform/pdf/picture.ts'
import type { ElectionDesk } from '../desk.ts'
import { createNewestOnly } from '../newest-only.ts'
import { paths } from '../paths.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { LawTexts } from './law-texts.tsx'
import { type AskedLetter, categoryOf } from './letter-choice.tsx'
import { cachedForSession } from './letter-page.tsx'
import { texts as own } from './own-texts.nl.ts'
import { typedTexts } from './own-texts-fields.ts'
import { texts } from './texts.nl.ts'

/** The letter of which an example is asked, or the first there is. Nothing while there are no sections. */
export async function askedLetter(desk: ElectionDesk) {
  const choices = await previewChoices(desk.deps, desk.election)
  const [first] = choices.sections
  if (!first) return undefined
  const { form } = desk
  const asked: AskedLetter = {
    section: Number(form.text('afdeling') || first.section),
    category: categoryOf(form.text('kiezers')) ?? choices.categories[0]!,
    language: form.text('taal') === 'fr' ? 'fr' : 'nl',
  }
  return { choices, asked }
}

/** The same letter with these settings. */
export function exampleWith(desk: ElectionDesk, settings: MunicipalitySettings, asked: AskedLetter) {
  return previewLetter(desk.deps, { election: desk.election, settings, ...asked })
}

interface ExampleProps {
  readonly desk: ElectionDesk
  readonly asked: AskedLetter
  readonly example: Awaited<ReturnType<typeof exampleWith>>
  /** Under which id what was typed is kept; absent: the example says what is true now. */
  readonly kept: string | undefined
}

/** Both pages of the letter, and its texts that nobody here words. */
export function Example({ desk, asked, example, kept }: ExampleProps) {
  const { election } = desk
  if (!example.ok) return <div class="empty">{texts.preview.because[example.because]}</div>
  const sheets = [1, 2].map((page) => ({
    src: paths.ownTextsPicture({ election: election.code, typed: kept ?? 'nu', ...asked, page }),
    alternative: texts.preview.alternative(page),
    larger: own.preview.larger(page),
  }))
  return (
    <>
      <p>{kept ? own.preview.draft : own.preview.current}</p>
      <Sheets sheets={sheets} />
      <ul>
        {sheets.map(({ src, larger }) => (
          <li>
            <a href={src} target="_blank" rel="noopener">
              {larger}
            </a>
          </li>
        ))}
      </ul>
      <Details summary={own.preview.law}>
        <LawTexts election={election} preview={example} />
      </Details>
    </>
  )
}

const newestOnly = createNewestOnly()

/** What the example follows while somebody types: however often it is asked, one is in the making for each person. */
export function newestOfPerson<Made>(
  { staff }: ElectionDesk,
  what: string,
  make: () => Promise<Made>,
): Promise<Made | undefined> {
  return newestOnly(`${staff.municipalityId} ${staff.staffId} ${what}`, make)
}

/** One page of it as a picture, with what this person typed within the hour, or as it is now. */
export async function showOwnTextsPicture(desk: ElectionDesk) {
  const asked = desk.context.req.param() as Record<string, string>
  const settings = asked.typed === 'nu' ? desk.municipality : await settingsTyped(desk, asked.typed!)
  const category = categoryOf(asked.category)
  if (!settings || !category) return notFoundPage(desk)
  const language = asked.language === 'fr' ? 'fr' : 'nl'
  const number = Number(asked.page)
  const draw = async () => {
    const example = await exampleWith(desk, settings, { section: Number(asked.section), category, language })
    const page = example.ok ? (await drawPdf(example.pdf, 110))[number - 1] : undefined
    return { png: page && (await pngOf(page)) }
  }
  const drawn = asked.typed === 'nu' ? await draw() : await newestOfPerson(desk, `page ${number}`, draw)
  if (!drawn) return desk.context.text(own.preview.overtaken, 409)
  return drawn.png ? cachedForSession(desk, drawn.png, { seconds: 0 }) : notFoundPage(desk)
}

async function settingsTyped(desk: ElectionDesk, keptId: string): Promise<MunicipalitySettings | undefined> {
  const fields = await lookAtForm(desk.deps, { ...desk.staff, keptId })
  if (!fields) return undefined
  const typed = withOwnTexts(desk.municipality, typedTexts(new TypedForm(fields), desk.municipality))
  return typed.ok ? typed.settings : undefined
}
