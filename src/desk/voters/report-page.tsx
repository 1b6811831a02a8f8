import {
  Button,
  ButtonGroup,
  ButtonLink,
  countText,
  Details,
  Figures,
  Form,
  Inset,
  Notice,
  Table,
} from '../../platform/http/components/index.ts'
import {
  findImportReport,
  findingText,
  findUpload,
  type ImportReport,
  isBusy,
  listsOf,
  type RowInQuestion,
  rowsInQuestion,
  type UploadedList,
  type UploadOutcome,
  type VotersList,
} from '../../voters/index.ts'
import { ComesFirst } from '../comes-first.tsx'
import { type ElectionDesk, inOwnScope, may } from '../desk.ts'
import { missingColumnsText } from '../missing-columns.nl.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'
import { DifferenceSummary } from './difference-summary.tsx'
import { FindingGroups, FindingRows, rowsShownOf } from './finding-groups.tsx'
import { listColumnTexts } from './list-columns.nl.ts'
import { formatPlace } from './list-format.tsx'
import { texts } from './texts.nl.ts'
import { showVotersPage } from './voters-page.tsx'

/** What was found in the list that came last: refused, or waiting to be accepted, or in use. */
export function showReport(desk: ElectionDesk) {
  return reportPage(desk, undefined)
}

/** The same, with what stands in the rows that it shows: that somebody looked at them is written down. */
export async function showRows(desk: ElectionDesk) {
  const { deps, election, staff } = desk
  const { upload, found } = await reportNow(desk)
  const report = upload?.state === 'refused' ? upload.outcome?.report : found?.report
  if (!report) return reportPage(desk, undefined)
  const asked = { election, rows: rowsShownOf(report), by: staff.staffId }
  const answer = await rowsInQuestion(deps, asked)
  return reportPage(desk, answer.ok ? answer.rows : 'gone')
}

type Rows = ReadonlyMap<number, RowInQuestion> | 'gone' | undefined

async function reportNow(desk: ElectionDesk) {
  const { municipalityId, electionId } = desk.election
  const upload = await findUpload(desk.deps, desk.election)
  const found = await inOwnScope(desk, async (db) => {
    const [newest] = await listsOf(db, municipalityId, electionId)
    return newest && findImportReport(db, municipalityId, electionId, newest.listId)
  })
  return { upload, found }
}

async function reportPage(desk: ElectionDesk, rows: Rows) {
  const { code } = desk.election
  const { upload, found } = await reportNow(desk)
  if (upload && isBusy(upload)) return seeOther(desk, paths.votersReading({ election: code }))
  if (upload?.state === 'refused' && upload.outcome)
    return showRefused(desk, { upload, outcome: upload.outcome, rows })
  if (found) return showStored(desk, found, { upload, rows })
  return showVotersPage(
    desk,
    { title: texts.report.title },
    <ComesFirst desk={desk} step="list">
      {texts.report.none}
    </ComesFirst>,
  )
}

function showRefused(
  desk: ElectionDesk,
  { upload, outcome, rows }: { upload: UploadedList; outcome: UploadOutcome; rows: Rows },
) {
  const { report } = outcome
  const { refused, refusedLead, other, goodRows, errors, warnings } = texts.report
  const election = desk.election.code
  return showVotersPage(
    desk,
    { title: refused, caption: upload.sourceName },
    <>
      <WhyNot {...{ desk, upload, outcome }} />
      {report && (
        <>
          <p class="desk-lead">{refusedLead}</p>
          <Figures
            figures={[
              { name: errors, value: report.errors },
              { name: warnings, value: report.warnings },
              { name: goodRows, value: report.voters },
            ]}
          />
          <Downloads desk={desk} hasSheet />
          <AskRows desk={desk} rows={rows} />
          <FindingGroups report={report} severity="error" rows={mapOf(rows)} />
          <FindingGroups report={report} severity="warning" rows={mapOf(rows)} />
        </>
      )}
      {may(desk, 'voters.import') && (
        <ButtonLink href={paths.votersUpload({ election })} kind="secondary">
          {other}
        </ButtonLink>
      )}
    </>,
  )
}

interface WhyNotProps {
  readonly desk: ElectionDesk
  readonly upload: UploadedList
  readonly outcome: UploadOutcome
}

/** The columns of our own format are described where a list is chosen; those of another program are its own. */
function ColumnsMissing({
  desk,
  upload,
  facts,
}: Omit<WhyNotProps, 'outcome'> & Required<Pick<UploadOutcome, 'facts'>>) {
  const { cannotRead, toFormat } = texts.report
  const href = `${paths.votersUpload({ election: desk.election.code })}#${formatPlace}`
  return (
    <Notice title={cannotRead}>
      <p class="govuk-notification-banner__heading">{texts.because['not-a-list']}</p>
      <p>{missingColumnsText(facts ?? {}, listColumnTexts)}</p>
      {!upload.preset && may(desk, 'voters.import') && (
        <p>
          <a href={href}>{toFormat}</a>
        </p>
      )}
    </Notice>
  )
}

/** What is wrong beside the rows: with the file as a whole, or with the sheet that came back. */
function WhyNot({ desk, upload, outcome }: WhyNotProps) {
  const { because, fault, facts, detail, sheetFindings } = outcome
  if (because === 'rows-refused') return null
  if (because === 'not-a-list' && fault === 'missing-columns' && (facts?.missing || facts?.separator))
    return <ColumnsMissing {...{ desk, upload, facts }} />
  const text = fault && because === 'not-a-list' ? findingText(fault, 'nl') : undefined
  const isSheet = ['not-a-sheet', 'nothing-mended', 'sheet-refused', 'another-list'].includes(because)
  return (
    <>
      <Notice title={isSheet ? texts.report.sheetWrong : texts.report.cannotRead}>
        <p class="govuk-notification-banner__heading">{text?.reason ?? texts.because[because] ?? because}</p>
        {text && <p>{text.remedy}</p>}
      </Notice>
      {detail && <Details summary={texts.report.detail}>{detail}</Details>}
      {sheetFindings && sheetFindings.length > 0 && <SheetFindings findings={sheetFindings} />}
    </>
  )
}

function SheetFindings({ findings }: { findings: NonNullable<UploadOutcome['sheetFindings']> }) {
  return (
    <>
      {[...Map.groupBy(findings, ({ code }) => code)].map(([code, some]) => (
        <>
          <h2>{findingText(code, 'nl').reason}</h2>
          <p class="desk-text">{findingText(code, 'nl').remedy}</p>
          <FindingRows caption={findingText(code, 'nl').reason} findings={some} />
        </>
      ))}
    </>
  )
}

interface Stored {
  readonly list: VotersList
  readonly report: ImportReport
}

function showStored(
  desk: ElectionDesk,
  { list, report }: Stored,
  { upload, rows }: { upload: UploadedList | undefined; rows: Rows },
) {
  const election = desk.election.code
  const isImported = list.state === 'imported'
  const { fine, fineLead, title, inUse, voters, warnings, sections, noFindings, accept } = texts.report
  const { perSection } = report
  return showVotersPage(
    desk,
    { title: isImported ? fine : title, caption: list.sourceName },
    <>
      <p class="desk-lead">{isImported ? fineLead : inUse}</p>
      <Figures
        figures={[
          { name: voters, value: report.voters },
          { name: warnings, value: report.warnings },
          { name: sections, value: perSection.length },
        ]}
      />
      {isImported && (
        <ButtonGroup>
          {may(desk, 'voters.accept') && (
            <ButtonLink href={paths.votersAccept({ election })}>{accept}</ButtonLink>
          )}
        </ButtonGroup>
      )}
      <DifferenceSummary desk={desk} list={list} />
      {report.warnings === 0 && <Inset>{noFindings}</Inset>}
      {isImported && upload?.listId === list.listId && report.warnings > 0 && (
        <AskRows desk={desk} rows={rows} />
      )}
      <FindingGroups report={report} severity="warning" rows={mapOf(rows)} />
      {upload?.listId === list.listId && report.warnings > 0 && (
        <Downloads desk={desk} hasSheet={isImported} />
      )}
      <Details summary={texts.report.perSection}>
        <Table
          caption={texts.report.perSection}
          hideCaption
          columns={[
            { heading: texts.report.section, isRowHeading: true, cell: ({ section }) => String(section) },
            { heading: voters, isNumber: true, cell: (one) => countText(one.voters) },
          ]}
          rows={perSection}
          empty={noFindings}
        />
      </Details>
    </>,
  )
}

const mapOf = (rows: Rows) => (rows === 'gone' ? undefined : rows)

/** Whose rows they are and what stands there is shown to who asks, and not to everybody who reads the report. */
function AskRows({ desk, rows }: { desk: ElectionDesk; rows: Rows }) {
  if (!may(desk, 'voters.import') || mapOf(rows)) return null
  const { button, help, gone } = texts.report.rows
  if (rows === 'gone') return <Inset>{gone}</Inset>
  return (
    <Form csrf={desk.csrf}>
      <p>{help}</p>
      <Button kind="secondary">{button}</Button>
    </Form>
  )
}

function Downloads({ desk, hasSheet }: { desk: ElectionDesk; hasSheet: boolean }) {
  const election = desk.election.code
  const { downloads, findings, findingsHelp, sheet, sheetHelp, mend } = texts.report
  if (!may(desk, 'voters.import')) return null
  return (
    <section>
      <h2>{downloads}</h2>
      <ul>
        {hasSheet && (
          <li>
            <a href={paths.votersSheet({ election })}>{sheet}</a>. {sheetHelp}
          </li>
        )}
        <li>
          <a href={paths.votersFindings({ election })}>{findings}</a>. {findingsHelp}
        </li>
      </ul>
      {hasSheet && <ButtonLink href={paths.votersMend({ election })}>{mend}</ButtonLink>}
    </section>
  )
}
