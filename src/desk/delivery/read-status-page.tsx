import {
  countReadings,
  type HourOfReadings,
  readingsByHour,
  readStatusAskedAt,
} from '../../delivery/index.ts'
import { readingsBySection, type SectionReadings } from '../../letters/index.ts'
import { longDate } from '../../platform/dates.ts'
import { BarChart, countText, Pages, Table } from '../../platform/http/components/index.ts'
import { withQuery } from '../../platform/http/path.ts'
import { inOwnScope, may } from '../desk.ts'
import { countedHourText, momentText } from '../home/day-texts.ts'
import { paths } from '../paths.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { remembered } from '../remembered.ts'
import { AskReadStatus, askNow, stopAsking } from './ask-read-status.tsx'
import { showDeliveryPage } from './delivery-page.tsx'
import { csvAnswer, csvOf, Download, type FigureColumn, number } from './figure-tables.tsx'
import { texts } from './read-status-texts.nl.ts'
import type { CampaignDesk } from './with-campaign.ts'

interface Day {
  readonly day: string
  readonly read: number
}

interface Counted {
  readonly sum: { readonly published: number; readonly read: number }
  readonly sections: readonly SectionReadings[]
  readonly days: readonly Day[]
  readonly hours: readonly HourOfReadings[]
}

/** Counted once for everybody who looks. */
function count(desk: CampaignDesk) {
  const { deps, campaign } = desk
  return remembered(deps, `read-status ${campaign.campaignId}`, () =>
    inOwnScope(desk, async (db): Promise<Counted> => {
      const hours = await readingsByHour(db, campaign)
      return {
        ...{ sum: await countReadings(db, campaign), hours, days: byDay(hours) },
        sections: await readingsBySection(db, campaign),
      }
    }),
  )
}

function byDay(hours: readonly HourOfReadings[]): Day[] {
  const days = new Map<string, number>()
  for (const { hour, read } of hours) {
    const day = hour.slice(0, 10)
    days.set(day, (days.get(day) ?? 0) + read)
  }
  return [...days].map(([day, read]) => ({ day, read }))
}

const chartRows = { sections: 20, hours: 24, days: 31 }
const sectionsPerPage = 100

/** What was opened and what was not, in numbers only; when it was asked, and the button that asks. */
export async function showReadStatus(desk: CampaignDesk) {
  const { value, at } = await count(desk)
  const askedAt = await inOwnScope(desk, (db) => readStatusAskedAt(db, desk.campaign))
  const { sum } = value
  const isKnown = askedAt !== undefined || sum.read > 0
  return showDeliveryPage(
    desk,
    { title: texts.title, ...desk },
    <>
      <p class="desk-lead">{sumText(sum, isKnown)}</p>
      <p>{texts.lead}</p>
      <p>
        {texts.counts} {askedAt ? texts.asked(momentText(askedAt)) : isKnown && texts.neverAsked}{' '}
        <span class="quiet">{texts.countedAt(momentText(at))}</span>
      </p>
      {may(desk, 'delivery.run') && sum.published > 0 && <AskReadStatus desk={desk} askedAt={askedAt} />}
      {isKnown && <Opened desk={desk} value={value} />}
    </>,
  )
}

function sumText({ published, read }: Counted['sum'], isKnown: boolean): string {
  if (published === 0) return texts.noneYet
  return isKnown ? texts.sum(countText(read), countText(published)) : texts.notKnown(countText(published))
}

function Opened({ desk, value: { sections, days, hours } }: { desk: CampaignDesk; value: Counted }) {
  return (
    <>
      <Sections desk={desk} sections={sections} />
      <h2>{texts.byDay}</h2>
      <p class="quiet">{texts.when}</p>
      <BarChart
        title={texts.dayChart}
        bars={days
          .slice(-chartRows.days)
          .map(({ day, read }) => ({ label: longDate(day, 'nl'), amount: read }))}
      />
      <Table
        hideCaption
        caption={texts.byDay}
        rows={days.toReversed()}
        columns={dayColumns}
        empty={texts.empty}
      />
      <Download href={fileOf(desk, 'dag.csv')} />
      <h2>{texts.byHour}</h2>
      <BarChart
        title={texts.hourChart(chartRows.hours)}
        bars={hours
          .slice(-chartRows.hours)
          .map(({ hour, read }) => ({ label: countedHourText(hour), amount: read }))}
      />
      <Table
        hideCaption
        caption={texts.byHour}
        rows={hours.toReversed().slice(0, 100)}
        columns={hourColumns}
        empty={texts.empty}
      />
      <Download href={fileOf(desk, 'uur.csv')} />
    </>
  )
}

function Sections({ desk, sections }: { desk: CampaignDesk; sections: readonly SectionReadings[] }) {
  const from = Math.max(Number(desk.context.req.query('na') ?? 0) || 0, 0)
  const after = sections.filter(({ section }) => section > from)
  const shown = after.slice(0, sectionsPerPage)
  const address = paths.readStatus(addressOf(desk))
  const least = sections.toSorted((one, other) => one.read / one.published - other.read / other.published)
  return (
    <>
      <h2>{texts.bySection}</h2>
      <BarChart
        title={texts.sectionChart}
        bars={least.slice(0, chartRows.sections).map(({ section, read, published }) => ({
          ...{ label: texts.section(section), amount: read, of: published },
        }))}
      />
      <Table
        hideCaption
        caption={texts.bySection}
        rows={shown}
        columns={sectionColumns}
        empty={texts.noneYet}
      />
      <Pages
        next={after.length > shown.length ? withQuery(address, { na: shown.at(-1)!.section }) : undefined}
        first={from > 0 ? address : undefined}
      />
      <Download href={fileOf(desk, 'stemafdeling.csv')} />
    </>
  )
}

const sectionColumns: readonly FigureColumn<SectionReadings>[] = [
  { heading: texts.sectionHead, isRowHeading: true, cell: (row) => row.section, of: (row) => row.section },
  number(texts.published, (row) => row.published),
  number(texts.read, (row) => row.read),
  number(texts.unread, (row) => row.published - row.read),
]
const dayColumns: readonly FigureColumn<Day>[] = [
  {
    ...{ heading: texts.day, isRowHeading: true },
    ...{ cell: ({ day }) => longDate(day, 'nl'), of: ({ day }) => day },
  },
  number(texts.newlyRead, (row) => row.read),
]
const hourColumns: readonly FigureColumn<HourOfReadings>[] = [
  {
    ...{ heading: texts.hour, isRowHeading: true },
    ...{ cell: ({ hour }) => countedHourText(hour), of: ({ hour }) => hour },
  },
  number(texts.newlyRead, (row) => row.read),
]

function addressOf({ election, campaign }: CampaignDesk) {
  return { election: election.code, campaign: campaign.campaignId }
}

function fileOf(desk: CampaignDesk, table: string): string {
  return paths.readStatusFile({ ...addressOf(desk), table })
}

/** Starts asking, or stops it. */
export async function askReadStatus(desk: CampaignDesk) {
  return desk.form.text('daad') === 'stop' ? stopAsking(desk) : askNow(desk)
}

/** One of the tables as a file for a spreadsheet: all rows, the numbers of the page. */
export async function readStatusFile(desk: CampaignDesk) {
  const { value } = await count(desk)
  const name = desk.context.req.param('table') ?? ''
  const files: Readonly<Record<string, () => string>> = {
    'stemafdeling.csv': () => csvOf(sectionColumns, value.sections),
    'dag.csv': () => csvOf(dayColumns, value.days),
    'uur.csv': () => csvOf(hourColumns, value.hours),
  }
  if (!Object.hasOwn(files, name)) return notFoundPage(desk)
  return csvAnswer(desk, `geopend-${name}`, files[name]!())
}
