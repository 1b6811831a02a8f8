import type { LetterLanguage } from '../../elections/index.ts'
import { previewChoices, previewLetter } from '../../letters/index.ts'
import { Button, Sheets } from '../../platform/http/components/index.ts'
import { drawPdf } from '../../platform/pdf/draw-pdf.ts'
import { pngOf } from '../../platform/pdf/picture.ts'
import { type ElectionDesk, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { LawTexts } from './law-texts.tsx'
import { categoryOf, LetterChoice } from './letter-choice.tsx'
import { cachedForSession } from './letter-page.tsx'
import { showLettersPage } from './letters-frame.tsx'
import { texts } from './texts.nl.ts'

/** The letter as it would be now, for each section, category of voters and language; and where its law comes from. */
export async function showPreview(desk: ElectionDesk) {
  const { deps, election, context } = desk
  const choices = await previewChoices(deps, election)
  const [first] = choices.sections
  const { title, lead, noPlaces, show, because, law } = texts.preview
  if (!first) return showLettersPage(desk, { title, part: 'preview' }, <div class="empty">{noPlaces}</div>)
  const asked = {
    section: Number(context.req.query('afdeling') ?? first.section),
    category: categoryOf(context.req.query('kiezers')) ?? choices.categories[0]!,
    language: (context.req.query('taal') ?? 'nl') as LetterLanguage,
  }
  const preview = await previewLetter(deps, { election, ...asked })
  return showLettersPage(
    desk,
    { title, part: 'preview' },
    <>
      <p class="desk-lead">{lead}</p>
      {may(desk, 'municipality.manage') && (
        <p>
          <a href={paths.ownTexts({ election: election.code })}>{texts.preview.ownTexts}</a>
        </p>
      )}
      <form method="get">
        <LetterChoice choices={choices} asked={asked} />
        <Button kind="secondary">{show}</Button>
      </form>
      {preview.ok ? (
        <>
          <Sheets
            sheets={[1, 2].map((page) => ({
              src: paths.previewPicture({ election: election.code, ...asked, page }),
              alternative: texts.preview.alternative(page),
            }))}
          />
          <h2>{law}</h2>
          <LawTexts election={election} preview={preview} />
        </>
      ) : (
        <div class="empty">{because[preview.because]}</div>
      )}
    </>,
  )
}

/** One page of it as a picture. */
export async function showPreviewPicture(desk: ElectionDesk) {
  const { deps, election } = desk
  const asked = desk.context.req.param() as Record<string, string>
  const category = categoryOf(asked.category)
  const language = asked.language === 'fr' ? 'fr' : 'nl'
  const section = Number(asked.section)
  if (!category) return notFoundPage(desk)
  const preview = await previewLetter(deps, { election, section, category, language })
  const page = preview.ok && (await drawPdf(preview.pdf, 110))[Number(asked.page) - 1]
  return page ? cachedForSession(desk, await pngOf(page), { seconds: 0 }) : notFoundPage(desk)
}
