import { type Downtime, listDowntimes } from '../../delivery/index.ts'
import { listMunicipalities } from '../../municipalities/index.ts'
import { type Column, Table, Tag, type TagColour } from '../../platform/http/components/index.ts'
import { shortMoment } from '../audit/short-moment.ts'
import type { Desk } from '../desk.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { type Examined, examineDatabase } from './examine-database.ts'
import { OperatorViews } from './operator-views.tsx'
import { texts } from './texts.nl.ts'

const daysShown = 30

/** Whether the database is as it should be, and when the parties that letters go to were away. */
export async function showHealth(desk: Desk) {
  const { database, clock } = desk.deps
  const since = new Date(clock.now().getTime() - daysShown * 86_400_000)
  const staff = (await listMunicipalities(database)).map(({ municipalityId }) => municipalityId)
  const downtimes = await listDowntimes(desk.deps, { staff, since })
  const examined = await examineDatabase(desk.deps)
  const { title, lead, database: ofDatabase, none, parties, partiesNone } = texts.health
  return showPage(
    desk,
    { title },
    <>
      <OperatorViews current={paths.installationHealth()} />
      <p class="desk-lead">{lead(downtimes.filter(({ endedAt }) => !endedAt).length)}</p>
      <Table caption={parties(daysShown)} columns={partyColumns} rows={downtimes} empty={partiesNone} />
      <Table caption={ofDatabase} columns={databaseColumns} rows={examined} empty={none} />
      <p>{texts.health.more}</p>
    </>,
  )
}

const partyColumns: readonly Column<Downtime>[] = [
  { heading: texts.health.party, cell: ({ host, api }) => `${host} (${api})`, isRowHeading: true },
  { heading: texts.health.from, cell: ({ beganAt }) => shortMoment(beganAt) },
  {
    heading: texts.health.until,
    cell: ({ endedAt }) => (endedAt ? shortMoment(endedAt) : <Tag colour="red">{texts.health.still}</Tag>),
  },
  { heading: texts.health.failures, cell: ({ failures }) => failures, isNumber: true },
  { heading: texts.health.codes, cell: ({ codes }) => codes.join(', ') },
]

const colours: Readonly<Record<Examined['state'], TagColour>> = { ok: 'green', look: 'yellow', wrong: 'red' }

const databaseColumns: readonly Column<Examined>[] = [
  { heading: texts.health.what, cell: ({ what }) => what, isRowHeading: true },
  {
    heading: texts.health.state,
    cell: ({ state }) => <Tag colour={colours[state]}>{texts.health.states[state]}</Tag>,
  },
  { heading: texts.health.says, cell: ({ says }) => says },
]
