import { Button, countText, Form, Live, Progress } from '../../platform/http/components/index.ts'
import { findUpload, isBusy, stopReading, type UploadedList } from '../../voters/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'
import { startReading } from './start-reading.ts'
import { texts } from './texts.nl.ts'
import { showVotersPage } from './voters-page.tsx'

/** Seconds until a browser without script asks again. */
const refreshAfter = 4
const megabyte = 2 ** 20

/** How far the list is that is being read; once it is, its report. The numbers come from the database, whoever reads it. */
export async function showReading(desk: ElectionDesk) {
  const election = desk.election.code
  const upload = await findUpload(desk.deps, desk.election)
  if (!upload) return seeOther(desk, paths.voters({ election }))
  if (!isBusy(upload)) {
    const hasReport = upload.state === 'imported' || upload.state === 'refused'
    return seeOther(desk, hasReport ? paths.votersReport({ election }) : paths.voters({ election }))
  }
  const { title, close, keepOpen, refresh, stop: stopText, stopHelp } = texts.reading
  return showVotersPage(
    desk,
    { title, caption: upload.sourceName, refreshAfter },
    <>
      <Live>
        <HowFar upload={upload} />
        <p>{upload.state === 'receiving' ? keepOpen : close}</p>
      </Live>
      <p>
        <a href={paths.votersReading({ election })}>{refresh}</a>
      </p>
      <Form csrf={desk.csrf} action={paths.votersStop({ election })}>
        <p class="quiet">{stopHelp}</p>
        <Button kind="secondary">{stopText}</Button>
      </Form>
    </>,
  )
}

function HowFar({ upload }: { upload: UploadedList }) {
  const { state, bytes, totalBytes, rows } = upload
  const { receiving, reading, checking, rows: rowsText, bytes: bytesText } = texts.reading
  const label = state === 'receiving' ? receiving : reading
  const inMegabytes = (count: number) => countText(Math.ceil(count / megabyte))
  const isRead = state === 'reading' && totalBytes !== undefined && rows > 0 && bytes >= totalBytes * 0.99
  return (
    <>
      {totalBytes !== undefined && <Progress label={label} done={bytes} total={totalBytes} />}
      <p>
        {totalBytes !== undefined && bytesText(inMegabytes(bytes), inMegabytes(totalBytes))}
        {state === 'reading' && ` · ${rowsText(countText(rows))}`}
      </p>
      {isRead && <p>{checking}</p>}
    </>
  )
}

export async function stop(desk: ElectionDesk) {
  await stopReading(desk.deps, { election: desk.election, by: desk.staff.staffId })
  return seeOther(desk, paths.votersReading({ election: desk.election.code }))
}

/** Once more, with the same preset: after it was stopped, or when its process ended under it. */
export async function readAgain(desk: ElectionDesk) {
  const election = desk.election.code
  const upload = await findUpload(desk.deps, desk.election)
  const started = await startReading(desk, upload?.preset)
  const isGone = !started.ok && started.because !== 'already-reading'
  return seeOther(desk, isGone ? paths.votersUpload({ election }) : paths.votersReading({ election }))
}
