import { buffer } from 'node:stream/consumers'
import {
  keepListFile,
  type ListFileKind,
  type LookedThrough,
  listAFigures,
  lookThrough,
  mostListFileBytes,
  takeOverListFile,
} from '../../../bureaus/index.ts'
import { momentText } from '../../../platform/dates.ts'
import {
  Button,
  countText,
  type FieldErrors,
  FileField,
  Form,
  Inset,
  SummaryList,
} from '../../../platform/http/components/index.ts'
import { readUpload } from '../../../platform/http/read-upload.ts'
import { isOurToken } from '../../cookies.ts'
import { type ElectionDesk, inOwnScope } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage, notFromOurPagePage } from '../../refusal-pages.tsx'
import { seeOther, showPage } from '../../show-page.tsx'
import { texts as bureauTexts } from '../texts.nl.ts'
import { Faults, faultsCsv } from './faults.tsx'
import { texts } from './texts.nl.ts'

const words = texts.upload

function whatOf({ context }: ElectionDesk): ListFileKind | undefined {
  const what = context.req.param('what')
  return what === 'list-a' || what === 'candidates' ? what : undefined
}

function trailOf({ election: { code: election } }: ElectionDesk) {
  return [
    { href: paths.bureaus({ election }), text: bureauTexts.title },
    { href: paths.memberLists({ election }), text: texts.title },
  ]
}

/** Where a file is chosen; one that waits to be looked through is told. */
export async function showFile(desk: ElectionDesk, errors: FieldErrors = {}) {
  const what = whatOf(desk)
  if (!what) return notFoundPage(desk)
  const { title, lead, columns } = texts.files[what]
  return showPage(
    desk,
    { title, caption: desk.election.name, trail: trailOf(desk), errors },
    <>
      <p class="desk-lead">{lead}</p>
      <p>{columns}</p>
      <Form csrf={desk.csrf} upload>
        <FileField
          {...{
            name: 'bestand',
            label: words.file,
            hint: words.hint,
            error: errors.bestand,
            accept: '.csv,text/csv,.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          }}
          limit={{ bytes: mostListFileBytes, tooLarge: words.tooLarge }}
        />
        <Button>{words.button}</Button>
      </Form>
    </>,
  )
}

/** Keeps the file, and goes on to where it is looked through. Nothing of it is used yet. */
export async function receiveListFile(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff } = desk
  const what = whatOf(desk)
  if (!what) return notFoundPage(desk)
  const upload = await readUpload(desk.context, {
    ...{ field: 'bestand', maxBytes: mostListFileBytes, isOurToken: isOurToken(desk), receive: buffer },
  })
  if (!upload.ok && upload.because === 'not-from-our-page') return notFromOurPagePage(desk)
  if (!upload.ok) {
    const said = { 'too-large': words.tooLarge, 'no-file': words.missing, broken: words.broken }
    return showFile(desk, { bestand: said[upload.because as keyof typeof said] })
  }
  await keepListFile(deps, { election, what, bytes: upload.received, by: staff.staffId })
  return seeOther(desk, paths.listFilePreview({ election: election.code, what }))
}

/** What a kept file would change, or all that is wrong with it by row and column. */
export function showPreview(desk: ElectionDesk) {
  return previewPage(desk)
}

async function previewPage(desk: ElectionDesk, errors: FieldErrors = {}): Promise<Response> {
  const { deps, election } = desk
  const what = whatOf(desk)
  if (!what) return notFoundPage(desk)
  const looked = await lookThrough(deps, { election, what })
  const { preview } = texts
  const another = (
    <p>
      <a href={paths.listFile({ election: election.code, what })}>{preview.other}</a>
    </p>
  )
  const page = { title: preview.title, caption: election.name, trail: trailOf(desk), errors }
  if (!looked) return showPage(desk, page, [<div class="empty">{preview.none}</div>, another])
  return showPage(
    desk,
    page,
    <>
      <p>{preview.kept(momentText(looked.keptAt, 'nl'))}</p>
      {looked.answer.ok ? (
        <Change {...{ desk, looked }} facts={await factsOf(desk, looked)} />
      ) : (
        <Wrong {...{ desk, looked }} />
      )}
      {another}
    </>,
  )
}

async function factsOf(desk: ElectionDesk, { answer }: LookedThrough) {
  const { preview } = texts
  if (!answer.ok) return []
  if ('candidates' in answer) {
    const { candidates } = await inOwnScope(desk, (db) => listAFigures(db, desk.election))
    return [
      { name: preview.candidates, value: countText(answer.candidates) },
      { name: preview.known, value: countText(candidates) },
    ]
  }
  return [
    { name: preview.rows, value: countText(answer.rows) },
    { name: preview.people, value: countText(answer.people) },
    { name: preview.more, value: countText(answer.namedMoreThanOnce) },
    { name: preview.added, value: countText(answer.added) },
    { name: preview.changed, value: countText(answer.changed) },
    { name: preview.gone, value: countText(answer.gone) },
    { name: preview.unchanged, value: countText(answer.unchanged) },
  ]
}

interface Looked {
  readonly desk: ElectionDesk
  readonly looked: LookedThrough
}

function Change({ desk, looked, facts }: Looked & { facts: readonly { name: string; value: string }[] }) {
  const { election } = desk
  return (
    <>
      <SummaryList facts={facts} />
      <Form
        id="overnemen"
        csrf={desk.csrf}
        action={paths.listFileTakeOver({ election: election.code, what: looked.what })}
      >
        <input type="hidden" name="gezien" value={looked.seen} />
        <Button>{texts.preview.takeOver}</Button>
      </Form>
    </>
  )
}

function Wrong({ desk, looked: { what, answer } }: Looked) {
  if (answer.ok) return null
  const unreadable = answer.because === 'not-a-list' ? texts.preview.unreadable[answer.fault] : undefined
  const said = unreadable ?? texts.preview.refused[answer.because]
  return (
    <>
      <Inset>{said}</Inset>
      {answer.detail && answer.because === 'not-a-list' && <p lang="en">{answer.detail}</p>}
      {'faults' in answer && (
        <Faults
          faults={answer.faults}
          download={paths.listFileFaults({ election: desk.election.code, what })}
          refused={what === 'list-a' && paths.listFileRefused({ election: desk.election.code, what })}
        />
      )}
    </>
  )
}

/** Takes the file over as somebody saw what it changes. */
export async function takeOverFile(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, form } = desk
  const what = whatOf(desk)
  if (!what) return notFoundPage(desk)
  const asked = { election, what, seen: form.text('gezien'), by: staff.staffId }
  const taken = await takeOverListFile(deps, asked)
  if (taken.ok) return seeOther(desk, paths.memberLists({ election: election.code }), 'list-file-taken-over')
  const { changedMeanwhile, none, refused } = texts.preview
  const said = {
    'no-file': none,
    'changed-meanwhile': changedMeanwhile,
    'list-adopted': refused['list-adopted'],
  }
  return previewPage(desk, { overnemen: said[taken.because] })
}

/** All faults, to send to who made the file. */
export async function downloadFaults(desk: ElectionDesk): Promise<Response> {
  const { deps, election, context } = desk
  const what = whatOf(desk)
  const looked = what && (await lookThrough(deps, { election, what }))
  if (!looked || looked.answer.ok || !('faults' in looked.answer)) return notFoundPage(desk)
  return context.body(faultsCsv(looked.answer.faults), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="fouten.csv"',
  })
}
