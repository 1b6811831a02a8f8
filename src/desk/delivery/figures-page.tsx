import { campaignStatus, countReadings, type HourOfOutcomes, outcomesByHour } from '../../delivery/index.ts'
import { outcomesBySection, type SectionOutcomes } from '../../letters/index.ts'
import { BarChart, countText, Pages, Table } from '../../platform/http/components/index.ts'
import { withQuery } from '../../platform/http/path.ts'
import { inOwnScope } from '../desk.ts'
import { countedHourText, momentText } from '../home/day-texts.ts'
import { paths } from '../paths.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { remembered } from '../remembered.ts'
import { showDeliveryPage } from './delivery-page.tsx'
import { csvAnswer, csvOf, Download, type FigureColumn, number } from './figure-tables.tsx'
import { texts } from './figures-texts.nl.ts'
import { texts as common } from './texts.nl.ts'
import type { CampaignDesk } from './with-campaign.ts'

interface Outcome {
  readonly outcome: string
  readonly letters: number
}

interface Counted {
  readonly outcomes: readonly Outcome[]
  readonly hours: readonly HourOfOutcomes[]
  readonly sections: readonly SectionOutcomes[]
  readonly readings: { readonly published: number; readonly read: number }
}

/** Counted once for everybody who looks. */
function count(desk: CampaignDesk) {
  const { deps, campaign } = desk
  return remembered(deps, `figures ${campaign.campaignId}`, () =>
    inOwnScope(desk, async (db): Promise<Counted> => {
      const status = (await campaignStatus(db, campaign, deps.clock.now()))!
      return {
        outcomes: Object.entries(status.counts).map(([state, letters]) => ({
          ...{ outcome: common.outcomes[state as keyof typeof common.outcomes], letters },
        })),
        hours: await outcomesByHour(db, campaign),
        sections: await outcomesBySection(db, campaign),
        readings: await countReadings(db, campaign),
      }
    }),
  )
}

const chartRows = { hours: 24, sections: 20 }
const sectionsPerPage = 100

/** By outcome, by hour and by section: charts, with the same numbers as tables and as files. */
export async function showFigures(desk: CampaignDesk) {
  const { value, at } = await count(desk)
  const { outcomes, hours, sections, readings } = value
  const file = (table: string) => paths.figuresFile({ ...addressOf(desk), table })
  const from = Math.max(Number(desk.context.req.query('na') ?? 0) || 0, 0)
  const after = sections.filter(({ section }) => section > from)
  const shown = after.slice(0, sectionsPerPage)
  const address = paths.figures(addressOf(desk))
  const behind = sections
    .filter(({ toGo }) => toGo > 0)
    .toSorted((one, other) => shareOf(one) - shareOf(other))
  const drawn = (behind.length > 0 ? behind : sections).slice(0, chartRows.sections)
  return showDeliveryPage(
    desk,
    { title: texts.title, ...desk },
    <>
      <p class="quiet">{texts.countedAt(momentText(at))}</p>
      <h2>{texts.byOutcome}</h2>
      <BarChart
        title={texts.lettersByOutcome}
        bars={outcomes
          .filter(({ letters }) => letters > 0)
          .map(({ outcome, letters }) => ({ label: outcome, amount: letters }))}
      />
      <Table
        hideCaption
        caption={texts.byOutcome}
        rows={outcomes}
        columns={outcomeColumns}
        empty={texts.nothingYet}
      />
      <Download href={file('uitkomst.csv')} />
      <p>
        {readings.read > 0
          ? texts.read(countText(readings.read), countText(readings.published))
          : texts.notRead}{' '}
        <a href={paths.readStatus(addressOf(desk))}>{texts.toReadStatus}</a>
      </p>
      <h2>{texts.byHour}</h2>
      <BarChart
        title={texts.lastHours(chartRows.hours)}
        bars={hours.slice(-chartRows.hours).map((one) => ({
          label: countedHourText(one.hour),
          amount: one.delivered + one.inactive + one.exceptions,
        }))}
      />
      <Table
        hideCaption
        caption={texts.byHour}
        rows={hours.toReversed().slice(0, 100)}
        columns={hourColumns}
        empty={texts.nothingYet}
      />
      <Download href={file('uur.csv')} />
      <h2>{texts.bySection}</h2>
      <BarChart
        title={behind.length > 0 ? texts.behind : texts.sections}
        bars={drawn.map((one) => ({
          label: texts.section(one.section),
          amount: one.letters - one.toGo,
          of: one.letters,
        }))}
      />
      <Table
        hideCaption
        caption={texts.bySection}
        rows={shown}
        columns={sectionColumns}
        empty={texts.nothingYet}
      />
      <Pages
        next={after.length > shown.length ? withQuery(address, { na: shown.at(-1)!.section }) : undefined}
        first={from > 0 ? address : undefined}
      />
      <Download href={file('stemafdeling.csv')} />
    </>,
  )
}

function addressOf({ election, campaign }: CampaignDesk) {
  return { election: election.code, campaign: campaign.campaignId }
}

function shareOf({ letters, toGo }: SectionOutcomes): number {
  return (letters - toGo) / Math.max(letters, 1)
}

const outcomeColumns: readonly FigureColumn<Outcome>[] = [
  { heading: texts.outcome, isRowHeading: true, cell: (row) => row.outcome, of: (row) => row.outcome },
  number(texts.letters, (row) => row.letters),
]
const hourColumns: readonly FigureColumn<HourOfOutcomes>[] = [
  {
    ...{ heading: texts.hour, isRowHeading: true },
    ...{ cell: ({ hour }) => countedHourText(hour), of: ({ hour }) => hour },
  },
  number(texts.delivered, (row) => row.delivered),
  number(texts.inactive, (row) => row.inactive),
  number(texts.exceptions, (row) => row.exceptions),
]
const sectionColumns: readonly FigureColumn<SectionOutcomes>[] = [
  { heading: texts.sectionHead, isRowHeading: true, cell: (row) => row.section, of: (row) => row.section },
  number(texts.letters, (row) => row.letters),
  number(texts.delivered, (row) => row.delivered),
  number(texts.inactive, (row) => row.inactive),
  number(texts.exceptions, (row) => row.exceptions),
  number(texts.toGo, (row) => row.toGo),
]

/** One of the tables as a file for a spreadsheet: all rows, the numbers of the page. */
export async function figuresFile(desk: CampaignDesk) {
  const { value } = await count(desk)
  const name = desk.context.req.param('table') ?? ''
  const files: Readonly<Record<string, () => string>> = {
    'uitkomst.csv': () => csvOf(outcomeColumns, value.outcomes),
    'uur.csv': () => csvOf(hourColumns, value.hours),
    'stemafdeling.csv': () => csvOf(sectionColumns, value.sections),
  }
  if (!Object.hasOwn(files, name)) return notFoundPage(desk)
  return csvAnswer(desk, name, files[name]!())
}
