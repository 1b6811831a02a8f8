import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Election, Section, SectionListColumn } from '../elections/index.ts'
import type { MunicipalitySettings } from '../municipalities/index.ts'
import { addressLines } from '../platform/address.ts'
import { longDate } from '../platform/dates.ts'
import { dutchMoment, dutchNumber } from '../platform/pdf/paper.ts'
import type { Typesetter } from '../platform/pdf/typesetter.ts'
import type { ChangeKind, SectionListRow } from './section-list-rows.ts'
import { texts } from './section-list-texts.nl.ts'

const layout = readFileSync(join(import.meta.dirname, 'section-list.typ'), 'utf8')

export interface SectionListFacts {
  readonly election: Election
  readonly settings: Pick<MunicipalitySettings, 'name'>
  readonly section: Pick<Section, 'section' | 'place' | 'room'>
  readonly rows: readonly SectionListRow[]
  readonly at: Date
}

/** Of the width that is left, what a column gets; 0: as wide as what stands in it, which is of one length. */
const shares = {
  'list-number': 0,
  'last-name': 7,
  'first-names': 5,
  'main-residence': 9,
  'national-number': 0,
  change: 4,
} as const satisfies Record<SectionListColumn | 'change', number>

/** Typesets the list of one section. */
export function typesetSectionList(typesetter: Typesetter, facts: SectionListFacts): Promise<Uint8Array> {
  const { election, rows } = facts
  const widths = [...election.ruleset.sectionList.value.map((column) => shares[column]), shares.change]
  const view = { ...headOf(facts), columns: headsOf(election), widths, rows }
  return typesetter.typeset({ main: layout, inputs: { view: JSON.stringify(view) } })
}

/** What stands above the columns, in the PDF and in the CSV. */
export function headsOf({ ruleset }: Election): string[] {
  return [...ruleset.sectionList.value.map((column) => texts.columns[column]), texts.change]
}

function headOf({ election, settings, section: { section, place, room }, rows, at }: SectionListFacts) {
  const count = (kind: ChangeKind) => dutchNumber(countOf(rows, kind))
  const voters = dutchNumber(rows.filter(({ struck }) => !struck).length)
  return {
    title: texts.title(section),
    lines: [
      `${settings.name} · ${texts.election(election.name, longDate(election.pollingDay, 'nl'))}`,
      texts.place(room, place.name, addressLines(place.address).join(', ')),
      texts.counts(voters, count('struck'), count('added'), count('corrected')),
      texts.state(dutchMoment(at), election.ruleset.sectionList.source),
    ],
    notice: texts.notice,
    footer: texts.footer(settings.name, section),
  }
}

export function countOf(rows: readonly SectionListRow[], wanted: ChangeKind): number {
  return rows.filter(({ kind }) => kind === wanted).length
}
