import { type Foreseen, foreseenOf } from '../../letters/index.ts'
import { ButtonLink, type FieldErrors, Figures, Inset, Notice } from '../../platform/http/components/index.ts'
import { findingText, findUpload, isBusy, type UploadedList } from '../../voters/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { missingColumnsText } from '../missing-columns.nl.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'
import { FindingGroups } from '../voters/finding-groups.tsx'
import { OnceMore, showAmendmentsPage } from './amendments-frame.tsx'
import { columnTexts } from './column-texts.nl.ts'
import { ForeseenView } from './foreseen.tsx'
import { texts } from './texts.nl.ts'

/** What became of the file that was sent last: what is wrong with it, what it would do, or what it did. */
export async function showReport(desk: ElectionDesk, errors: FieldErrors = {}, status?: 409) {
  const upload = await findUpload(desk.deps, desk.election, 'amendments')
  if (upload && isBusy(upload))
    return seeOther(desk, paths.amendmentsProgress({ election: desk.election.code }))
  const page = { caption: upload?.sourceName ?? desk.election.name, errors, ...(status && { status }) }
  if (!upload) {
    const empty = <div class="empty">{texts.report.none}</div>
    return showAmendmentsPage(desk, { ...page, title: texts.report.title }, empty)
  }
  const foreseen = foreseenOf(upload)
  if (upload.state === 'refused')
    return showAmendmentsPage(
      desk,
      { ...page, title: texts.report.refused },
      <RefusedFile desk={desk} upload={upload} />,
    )
  if (upload.state === 'foreseen' && foreseen)
    return showAmendmentsPage(
      desk,
      { ...page, title: texts.foreseen.title },
      <ForeseenView desk={desk} foreseen={foreseen} errors={errors} />,
    )
  if (upload.state === 'carried-out' && foreseen)
    return showAmendmentsPage(
      desk,
      { ...page, title: texts.done.title },
      <CarriedOut desk={desk} foreseen={foreseen} />,
    )
  return showAmendmentsPage(
    desk,
    { ...page, title: texts.report.title },
    <>
      <Inset>{whyEnded(upload)}</Inset>
      <OnceMore desk={desk} />
    </>,
  )
}

function whyEnded({ state }: UploadedList): string {
  const { stopped, failed, waiting } = texts.ended
  return state === 'stopped' ? stopped : state === 'waiting' ? waiting : failed
}

function RefusedFile({ desk, upload }: { desk: ElectionDesk; upload: UploadedList }) {
  const { report } = upload.outcome ?? {}
  const said = texts.report
  const at = { election: desk.election.code }
  return (
    <>
      {!report && <WhyNot outcome={upload.outcome} />}
      <p class="desk-lead">{report ? said.refusedLead : said.fileRefusedLead}</p>
      {report && (
        <>
          <Figures figures={[{ name: said.faults, value: report.errors }]} />
          <p>
            <a href={paths.amendmentsFindings(at)}>{said.download}</a>
          </p>
          <FindingGroups report={report} severity="error" title={said.faults} />
        </>
      )}
      <ButtonLink href={paths.amendByFile(at)}>{texts.ended.other}</ButtonLink>
    </>
  )
}

/** What is wrong with the file as a whole: which columns it lacks, or what it is instead. */
function WhyNot({ outcome }: { outcome: UploadedList['outcome'] }) {
  const { because = '', fault, facts } = outcome ?? {}
  const said = texts.report
  const text = fault && findingText(fault, 'nl')
  const lacksColumns = fault === 'missing-columns' && (facts?.missing || facts?.separator)
  return (
    <Notice title={said.cannotRead}>
      <p class="govuk-notification-banner__heading">
        {(!lacksColumns && text?.reason) || (said.because[because] ?? because)}
      </p>
      {lacksColumns ? <p>{missingColumnsText(facts, columnTexts)}</p> : text && <p>{text.remedy}</p>}
    </Notice>
  )
}

function CarriedOut({ desk, foreseen }: { desk: ElectionDesk; foreseen: Foreseen }) {
  const { withdrawn, sent, toMake } = foreseen
  const said = texts.done
  const at = { election: desk.election.code }
  return (
    <>
      <Figures
        figures={(['struck', 'added', 'corrected'] as const).map((name) => ({
          name: said[name],
          value: foreseen[name],
        }))}
      />
      {withdrawn > 0 && <p>{said.takenBack(withdrawn)}</p>}
      {sent > 0 && <p>{said.sent(sent)}</p>}
      <p>{toMake > 0 ? said.toMake(toMake) : said.nothing}</p>
      <ButtonLink href={paths.corrections(at)}>{said.next}</ButtonLink>
      <p>
        <a href={paths.amendByFile(at)}>{said.other}</a>
      </p>
    </>
  )
}
