import { readdir } from 'node:fs/promises'
import {
  countEndedInPrintFiles,
  countOnPaper,
  manifestName,
  type PaperCounts,
  type PrintFileFacts,
  printFileFacts,
  printFilesTaken,
  printFilesWritten,
  printLetters,
  reprintFile,
  type TakenFile,
  type WhatToPrint,
  type WrittenFile,
  whatToPrint,
} from '../../letters/index.ts'
import {
  Button,
  ButtonLink,
  type Column,
  countText,
  type FieldErrors,
  Form,
  Inset,
  Live,
  Pages,
  Progress,
  Table,
  TextField,
  Warning,
} from '../../platform/http/components/index.ts'
import { withQuery } from '../../platform/http/path.ts'
import { findWork, startWork, stopWork } from '../background.ts'
import { ComesFirst, type StepName } from '../comes-first.tsx'
import { OutdatedNotice, sectionsToCorrect } from '../corrections/outdated-notice.tsx'
import { type ElectionDesk, inOwnScope, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { remembered } from '../remembered.ts'
import { seeOther } from '../show-page.tsx'
import { showDeliveryPage } from './delivery-page.tsx'
import { Downloads, Manifest, Taken } from './print-downloads.tsx'
import { printFolder } from './print-folder.ts'
import { texts } from './print-texts.nl.ts'

type Made = Awaited<ReturnType<typeof printLetters>>

const workOf = ({ election }: ElectionDesk) => `print ${election.municipalityId} ${election.electionId}`
const pathOf = ({ election }: ElectionDesk) => paths.printFiles({ election: election.code })

const rowsPerPage = 100

interface Row extends PrintFileFacts {
  readonly ended: number
}

/** The print files there are, how far the making of them is, and what one can do. */
export async function showPrintFiles(desk: ElectionDesk) {
  const { municipalityId, electionId } = desk.election
  const { rows, taken, written, onPaper } = await inOwnScope(desk, async (db) => {
    const ended = await countEndedInPrintFiles(db, municipalityId, electionId)
    const facts = await printFileFacts(db, municipalityId, electionId)
    return {
      rows: facts.map((file): Row => ({ ...file, ended: ended.get(file.name) ?? 0 })),
      taken: await printFilesTaken(db, municipalityId, electionId),
      onPaper: await countOnPaper(db, municipalityId, electionId),
      written: await printFilesWritten(db, municipalityId, electionId),
    }
  })
  const key = `to print ${municipalityId} ${electionId}`
  const due = (await remembered(desk.deps, key, () => whatToPrint(desk.deps, desk))).value
  const here = await namesHere(desk)
  // After a file that somebody made again since, under another name, it begins at the first.
  const after = rows.findIndex(({ name }) => name === desk.context.req.query('na')) + 1
  const shown = rows.slice(after, after + rowsPerPage)
  const last = after + shown.length
  const listAt = (na?: string) => `${withQuery(pathOf(desk), { na })}#bestanden`
  const done = rows.filter(({ name }) => taken.has(`${name}.pdf`)).length
  return showDeliveryPage(
    desk,
    { title: texts.title },
    <>
      <p class="desk-lead">{texts.lead}</p>
      <OutdatedNotice desk={desk} sections={await sectionsToCorrect(desk)} />
      {may(desk, 'delivery.run') && <Make desk={desk} due={due} />}
      <h2 id="bestanden">{texts.files.title}</h2>
      {rows.length + onPaper.exceptions > 0 && <InAll counts={onPaper} hasFiles={rows.length > 0} />}
      {done > 0 && <Inset>{texts.taken.some(countText(done), countText(rows.length))}</Inset>}
      {here.has(manifestName) && rows.length > 0 && may(desk, 'delivery.run') && (
        <Manifest election={desk.election} taken={taken} />
      )}
      {shown.length < rows.length && <p>{texts.files.shown(after + 1, last, rows.length)}</p>}
      <Table
        caption={texts.files.title}
        hideCaption
        rows={shown}
        empty={texts.files.none}
        columns={columnsFor(desk, { taken, here, written })}
      />
      <Pages
        next={last < rows.length ? listAt(shown.at(-1)!.name) : undefined}
        first={after > 0 ? listAt() : undefined}
      />
    </>,
  )
}

/** What stands in the files together, how much of that is on the certificate, and what stands in none. */
function InAll({ counts, hasFiles }: { counts: PaperCounts; hasFiles: boolean }) {
  const { printed, exceptions, ended } = counts
  const { all, withEnded, noneEnded, exceptions: withoutPost } = texts.inAll
  return (
    <p>
      {hasFiles && `${all(printed + ended)} ${ended > 0 ? withEnded(ended, printed) : noneEnded} `}
      {exceptions > 0 && withoutPost(exceptions)}
    </p>
  )
}

/** What lies in the folder from which the desk hands out. */
async function namesHere(desk: ElectionDesk): Promise<ReadonlySet<string>> {
  return new Set(await readdir(printFolder(desk)).catch(() => []))
}

interface Whereabouts {
  readonly taken: ReadonlyMap<string, TakenFile>
  readonly here: ReadonlySet<string>
  readonly written: ReadonlyMap<string, WrittenFile>
}

function columnsFor(desk: ElectionDesk, { taken, here, written }: Whereabouts): Column<Row>[] {
  const election = desk.election.code
  const { files } = texts
  const open: readonly Column<Row>[] = [
    { heading: files.name, isRowHeading: true, cell: ({ name }) => <span class="whole">{name}</span> },
    { heading: files.letters, isNumber: true, cell: ({ letters }) => countText(letters) },
    { heading: files.pages, isNumber: true, cell: ({ pages }) => countText(pages) },
    { heading: files.paper, cell: ({ cover }) => cover?.paperColour ?? '–' },
    {
      heading: files.state,
      cell: ({ reprintedBecause, ended, letters }) =>
        ended > 0 && ended >= letters ? (
          <strong>{files.allEnded}</strong>
        ) : (
          [reprintedBecause ? files.again(reprintedBecause) : files.whole, ended > 0 && files.ended(ended)]
            .filter(Boolean)
            .join('; ')
        ),
    },
  ]
  const forWhoMay: readonly Column<Row>[] = [
    {
      heading: files.download,
      cell: (file) => <Downloads {...{ election, file, here }} written={written.get(file.name)} />,
    },
    { heading: texts.taken.title, cell: (file) => <Taken file={file} taken={taken} /> },
    {
      heading: files.remake,
      cell: ({ name }) => (
        <a href={withQuery(paths.printAgain({ election }), { bestand: name })}>{files.remake}</a>
      ),
    },
  ]
  return [
    ...open,
    ...(may(desk, 'delivery.run') ? forWhoMay : []),
    { heading: files.sha256, cell: ({ sha256 }) => <code class="breaks">{sha256}</code> },
  ]
}

function Make({ desk, due }: { desk: ElectionDesk; due: WhatToPrint }) {
  const found = findWork<Made>(desk.deps, workOf(desk))
  const { make } = texts
  if (found.is === 'running')
    return (
      <>
        <Live>
          <Progress
            label={make.running(countText(found.done), countText(found.total))}
            done={found.done}
            total={found.total}
          />
          {found.isStopping && <p>{make.stopping}</p>}
        </Live>
        <p>
          <a href={pathOf(desk)}>{make.refresh}</a>
        </p>
        {!found.isStopping && (
          <Form csrf={desk.csrf}>
            <Button kind="secondary" name="daad" value="stop">
              {make.stop}
            </Button>
          </Form>
        )}
      </>
    )
  return (
    <>
      {found.is === 'failed' && <Inset>{make.failed}</Inset>}
      {found.is === 'ended' && <Ended outcome={found.outcome} />}
      <h2>{make.title}</h2>
      {due.is === 'ready' ? (
        <>
          <p>{make.due(due.letters)}</p>
          <p>{make.text}</p>
          <Form csrf={desk.csrf}>
            <Button>{make.button}</Button>
          </Form>
        </>
      ) : due.is === 'nothing-left' ? (
        <p>{make.nothingLeft}</p>
      ) : (
        <ComesFirst desk={desk} step={beforePrint[due.is]}>
          {due.is === 'still-sending' ? make.stillSending(due.letters) : make.first[due.is]}
        </ComesFirst>
      )}
    </>
  )
}

const beforePrint = {
  ...{ 'list-not-closed': 'list', 'nothing-released': 'release', 'still-sending': 'delivery' },
} as const satisfies Record<Exclude<WhatToPrint['is'], 'ready' | 'nothing-left'>, StepName>

function Ended({ outcome }: { outcome: Made }) {
  const { make } = texts
  if (!outcome.ok)
    return (
      <Inset>
        <strong>{make.refusedTitle}.</strong> {make.because[outcome.because]}
      </Inset>
    )
  const { letters, files } = outcome
  return <p>{make.made(letters, files)}</p>
}

/** Starts the work, or asks it to stop after the file that is being made. */
export function makePrintFiles(desk: ElectionDesk) {
  const { deps, election, staff } = desk
  if (desk.form.text('daad') === 'stop') {
    stopWork(deps, workOf(desk))
    return seeOther(desk, pathOf(desk), 'print-stopped')
  }
  const wanted = { election, folder: printFolder(desk), by: staff.staffId }
  startWork(deps, workOf(desk), ({ signal, onProgress }) =>
    printLetters({ ...deps, onProgress }, { ...wanted, signal }),
  )
  return seeOther(desk, pathOf(desk), 'print-started')
}

/** Before a file is made again: why, and what that means. */
export async function askPrintAgain(desk: ElectionDesk, errors: FieldErrors = {}) {
  const { municipalityId, electionId, code } = desk.election
  const name = desk.form.text('bestand') || (desk.context.req.query('bestand') ?? '')
  const known = await inOwnScope(desk, (db) => printFileFacts(db, municipalityId, electionId))
  if (!known.some((file) => file.name === name)) return notFoundPage(desk)
  const { again } = texts
  return showDeliveryPage(
    desk,
    { title: again.title(name), errors },
    <>
      <p class="desk-lead">{again.text}</p>
      <Form csrf={desk.csrf} action={paths.printAgain({ election: code })}>
        <input type="hidden" name="bestand" value={name} />
        <TextField
          name="reden"
          label={again.reason}
          hint={again.reasonHint}
          value={desk.form.text('reden')}
          error={errors.reden}
          maxlength={200}
        />
        <Warning>{again.warning}</Warning>
        <Button>{again.button}</Button>{' '}
        <ButtonLink kind="secondary" href={pathOf(desk)}>
          {again.back}
        </ButtonLink>
      </Form>
    </>,
  )
}

export async function printAgain(desk: ElectionDesk) {
  const { deps, election, staff, form } = desk
  const answer = await reprintFile(deps, {
    ...{ election, folder: printFolder(desk), by: staff.staffId },
    ...{ file: form.text('bestand'), reason: form.text('reden') },
  })
  if (!answer.ok) return askPrintAgain(desk, { reden: texts.again.because[answer.because] })
  return seeOther(desk, pathOf(desk), 'printed-again')
}
