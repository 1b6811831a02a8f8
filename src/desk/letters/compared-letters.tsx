import type { SeenLetter } from '../../letters/index.ts'
import { Sheets, Table } from '../../platform/http/components/index.ts'
import {
  compareWords,
  spoken,
  type WordChange,
  type WordsCompared,
} from '../../platform/pdf/compare-words.ts'
import { drawPdf } from '../../platform/pdf/draw-pdf.ts'
import { markBoxes, pngOf } from '../../platform/pdf/picture.ts'
import { readWords, type Word } from '../../platform/pdf/read-words.ts'
import type { ElectionDesk } from '../desk.ts'
import { texts } from './compared-texts.nl.ts'
import { dotsPerInch, letterPdf } from './letter-pictures.ts'

/** Two letters to hold against each other. */
export interface LetterPair {
  readonly earlier: SeenLetter
  readonly now: SeenLetter
}

/** Which of the two a picture is of. */
export const sides = { earlier: 'vroeger', now: 'nu' } as const

async function compared(desk: ElectionDesk, { earlier, now }: LetterPair) {
  const [before, after] = [await letterPdf(desk, earlier.letter), await letterPdf(desk, now.letter)]
  return { before, after, ...compareWords(await readWords(before), await readWords(after)) }
}

interface ComparedProps {
  readonly desk: ElectionDesk
  readonly pair: LetterPair
  readonly picture: (side: string, page: number) => string
}

/** What the letters say otherwise, as words; and both of them as pictures, with those words marked. */
export async function ComparedLetters({ desk, pair, picture }: ComparedProps) {
  const { changes, moved, isShifted } = await compared(desk, pair)
  const isOtherArms = pair.earlier.form.arms !== pair.now.form.arms
  return (
    <>
      <section>
        <h2>{texts.title}</h2>
        {changes.length > 0 ? <Changes changes={changes} /> : <p>{texts.same}</p>}
        {isOtherArms && <p>{texts.otherArms}</p>}
        <Elsewhere moved={moved} isShifted={isShifted} />
        <p class="quiet">{texts.code}</p>
      </section>
      <section>
        <h2>{texts.pictures}</h2>
        <p>{texts.marks}</p>
        {[1, 2].map((page) => (
          <Sheets
            sheets={[
              { src: picture(sides.earlier, page), alternative: texts.was(page) },
              { src: picture(sides.now, page), alternative: texts.is(page) },
            ]}
          />
        ))}
      </section>
    </>
  )
}

function Changes({ changes }: { changes: readonly WordChange[] }) {
  const { head } = texts
  return (
    <Table
      caption={texts.changes(changes.length)}
      empty=""
      rows={changes}
      columns={[
        { heading: head.where, isRowHeading: true, cell: (change) => placeOf(change) },
        {
          heading: head.was,
          cell: ({ removed }) => (removed.length > 0 ? <del>{spoken(removed)}</del> : texts.nothing),
        },
        {
          heading: head.is,
          cell: ({ added }) => (added.length > 0 ? <ins>{spoken(added)}</ins> : texts.nothing),
        },
      ]}
    />
  )
}

function placeOf({ removed, added, after }: WordChange): string {
  const { page } = [...added, ...removed][0]!
  return after.length > 0 ? texts.placeAfter(page, spoken(after)) : texts.place(page)
}

function Elsewhere({ moved, isShifted }: Pick<WordsCompared, 'moved' | 'isShifted'>) {
  return (
    <>
      {isShifted && <p>{texts.shifted}</p>}
      {moved.length > 0 && (
        <>
          <p>{texts.moved}</p>
          <ul>
            {moved.map((words) => (
              <li>{spoken(words)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** One page of either letter, with the words marked that the other does not have. Nothing when there is no such page. */
export async function comparedPicture(
  desk: ElectionDesk,
  pair: LetterPair,
  { side, page }: { side: string; page: number },
): Promise<Buffer | undefined> {
  const { before, after, changes } = await compared(desk, pair)
  const isNow = side === sides.now
  const drawn = (await drawPdf(isNow ? after : before, dotsPerInch))[page - 1]
  if (!drawn) return undefined
  const words = changes.flatMap(({ removed, added }) => (isNow ? added : removed))
  const boxes = words.filter((word) => word.page === page).map(inDots)
  return pngOf(markBoxes(drawn, boxes, { isStruck: !isNow }))
}

function inDots({ left, top, right, bottom }: Word) {
  const scale = dotsPerInch / 72
  return { left: left * scale, top: top * scale, right: right * scale, bottom: bottom * scale }
}
