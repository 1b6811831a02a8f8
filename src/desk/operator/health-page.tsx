import type { Downtime } from '../../delivery/index.ts'
import { type Column, Table, Tag, type TagColour } from '../../platform/http/components/index.ts'
import { shortMoment } from '../audit/short-moment.ts'
import { stopText } from '../delivery/reason-texts.nl.ts'
import type { Desk } from '../desk.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { type Examined, examineDatabase, examineFolder } from './examine-database.ts'
import { texts } from './health-texts.nl.ts'
import { OperatorViews } from './operator-views.tsx'
import { outsideParties, stateOf } from './parties.ts'
import { PartyCards } from './party-cards.tsx'

const daysShown = 30

/** Whether everybody outside answers, when they were away, what broke off, and whether the database is as it should be. */
export async function showHealth(desk: Desk) {
  const since = new Date(desk.deps.clock.now().getTime() - daysShown * 86_400_000)
  const { parties, brokenOff, downtimes } = await outsideParties(desk, since)
  const down = downtimes.filter(({ endedAt }) => !endedAt).length
  const away = parties.filter((party) => stateOf(party) === 'away').length
  const examined = [...(await examineDatabase(desk.deps)), await examineFolder(desk.deps)]
  return showPage(
    desk,
    { title: texts.title },
    <>
      <OperatorViews current={paths.installationHealth()} />
      <p class="desk-lead">{texts.lead(Math.max(down, away))}</p>
      <h2>{texts.outside}</h2>
      <p class="desk-text">{texts.outsideLead}</p>
      <PartyCards desk={desk} parties={parties} />
      <Table
        {...{ caption: texts.brokenOff.caption, empty: texts.brokenOff.none }}
        {...{ columns: brokenColumns, rows: brokenOff }}
      />
      <Table
        {...{ caption: texts.parties(daysShown), empty: texts.partiesNone }}
        {...{ columns: partyColumns, rows: downtimes }}
      />
      <Table caption={texts.database} columns={databaseColumns} rows={examined} empty={texts.none} />
      <p>{texts.more}</p>
    </>,
  )
}

interface BrokenOff {
  readonly municipality: string
  readonly because: string
}

const brokenColumns: readonly Column<BrokenOff>[] = [
  {
    heading: texts.brokenOff.municipality,
    cell: ({ municipality }) => municipality,
    isRowHeading: true,
  },
  { heading: texts.brokenOff.means, cell: ({ because }) => stopText(because).means },
  { heading: texts.brokenOff.todo, cell: ({ because }) => stopText(because).todo },
]

const partyColumns: readonly Column<Downtime>[] = [
  { heading: texts.party, cell: ({ host, api }) => `${host} (${api})`, isRowHeading: true },
  { heading: texts.from, cell: ({ beganAt }) => shortMoment(beganAt) },
  {
    heading: texts.until,
    cell: ({ endedAt }) => (endedAt ? shortMoment(endedAt) : <Tag colour="red">{texts.still}</Tag>),
  },
  { heading: texts.failures, cell: ({ failures }) => failures, isNumber: true },
  { heading: texts.codes, cell: ({ codes }) => codes.join(', ') },
]

const colours: Readonly<Record<Examined['state'], TagColour>> = { ok: 'green', look: 'yellow', wrong: 'red' }

const databaseColumns: readonly Column<Examined>[] = [
  { heading: texts.what, cell: ({ what }) => what, isRowHeading: true },
  {
    heading: texts.state,
    cell: ({ state }) => (
      <span class="whole">
        <Tag colour={colours[state]}>{texts.checkStates[state]}</Tag>
      </span>
    ),
  },
  { heading: texts.says, cell: ({ says }) => says },
]
