import {
  ButtonGroup,
  ButtonLink,
  countText,
  Details,
  Figures,
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
  type UploadedList,
  type UploadOutcome,
  type VotersList,
} from '../../voters/index.ts'
import { type ElectionDesk, inOwnScope, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'
import { DifferenceSummary } from './difference-summary.tsx'
import { FindingGroups, FindingRows } from './finding-groups.tsx'
import { texts } from './texts.nl.ts'
import { showVotersPage } from './voters-page.tsx'

/** What was found in the list that came last: refused, or waiting to be accepted, or in use. */
export async function showReport(desk: ElectionDesk) {
  const { municipalityId, electionId, code } = desk.election
  const upload = await findUpload(desk.deps, desk.election)
  if (upload && isBusy(upload)) return seeOther(desk, paths.votersReading({ election: code }))
  const found = await inOwnScope(desk, async (db) => {
    const [newest] = await listsOf(db, municipalityId, electionId)
    return newest && findImportReport(db, municipalityId, electionId, newest.listId)
  })
  if (upload?.state === 'refused' && upload.outcome)
    return showRefused(desk, { upload, outcome: upload.outcome })
  if (found) return showStored(desk, found, upload)
  return showVotersPage(desk, { title: texts.report.title }, <div class="empty">{texts.report.none}</div>)
}

function showRefused(
  desk: ElectionDesk,
  { upload, outcome }: { upload: UploadedList; outcome: UploadOutcome },
) {
  const { report } = outcome
  const { refused, refusedLead, other, goodRows, errors, warnings } = texts.report
  const election = desk.election.code
  return showVotersPage(
    desk,
    { title: refused, caption: upload.sourceName },
    <>
      <WhyNot outcome={outcome} />
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
          <FindingGroups report={report} severity="error" />
          <FindingGroups report={report} severity="warning" />
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

/** What is wrong beside the rows: with the file as a whole, or with the sheet that came back. */
function WhyNot({ outcome }: { outcome: UploadOutcome }) {
  const { because, fault, detail, sheetFindings } = outcome
  if (because === 'rows-refused') return null
  const text = fault && because === 'not-a-list' ? findingText(fault, 'nl') : undefined
  const isSheet = ['not-a-sheet', 'nothing-mended', 'sheet-refused', 'another-list'].includes(because)
  return (
    <>
      <Notice {...(isSheet && { title: texts.report.sheetWrong })}>
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

function showStored(desk: ElectionDesk, { list, report }: Stored, upload: UploadedList | undefined) {
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
      <FindingGroups report={report} severity="warning" />
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
