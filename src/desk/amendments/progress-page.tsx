import { Button, countText, Form, Live, Progress } from '../../platform/http/components/index.ts'
import { findUpload, isBusy, stopReading } from '../../voters/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'
import { showAmendmentsPage } from './amendments-frame.tsx'
import { startLook } from './start-look.ts'
import { texts } from './texts.nl.ts'

/** Seconds until a browser without script asks again. */
const refreshAfter = 4
const said = texts.progress

/** How far the file is that is looked through or carried out; once it is, its report. */
export async function showProgress(desk: ElectionDesk) {
  const at = { election: desk.election.code }
  const upload = await findUpload(desk.deps, desk.election, 'amendments')
  if (!upload) return seeOther(desk, paths.amendByFile(at))
  if (!isBusy(upload)) return seeOther(desk, paths.amendmentsReport(at))
  const { state, bytes, totalBytes, rows, sourceName } = upload
  const isCarriedOut = state === 'carrying-out'
  const title = isCarriedOut ? said.carryingOut : said.looking
  return showAmendmentsPage(
    desk,
    { title, caption: sourceName, refreshAfter },
    <>
      <Live>
        {totalBytes !== undefined && <Progress label={title} done={bytes} total={totalBytes} />}
        <p>{said.rows(countText(rows))}</p>
        <p>{isCarriedOut ? said.all : said.close}</p>
      </Live>
      <p>
        <a href={paths.amendmentsProgress(at)}>{said.refresh}</a>
      </p>
      <Form csrf={desk.csrf} action={paths.amendmentsStop(at)}>
        <p class="quiet">{said.stopHelp}</p>
        <Button kind="secondary">{said.stop}</Button>
      </Form>
    </>,
  )
}

export async function stop(desk: ElectionDesk) {
  await stopReading(desk.deps, { election: desk.election, by: desk.staff.staffId })
  return seeOther(desk, paths.amendmentsProgress({ election: desk.election.code }))
}

/** Once more, after it was stopped or when its process ended under it. */
export async function lookAgain(desk: ElectionDesk) {
  const at = { election: desk.election.code }
  const started = await startLook(desk)
  const isGone = !started.ok && started.because === 'no-upload'
  return seeOther(desk, isGone ? paths.amendByFile(at) : paths.amendmentsProgress(at))
}
