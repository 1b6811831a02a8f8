import {
  type Election,
  type ElectionSettings,
  heldAssemblies,
  hourText,
  markTextInDutch,
  openDeadlines,
  openingHours,
} from '../../elections/index.ts'
import { dayInBelgium, longDate } from '../../platform/dates.ts'
import { DeadlineList } from '../home/deadline-list.tsx'
import { legalDays } from '../home/deadlines.ts'
import { texts as homeTexts } from '../home/texts.nl.ts'
import { articleOf } from './election-form.tsx'
import { texts } from './texts.nl.ts'

export interface ElectionFact {
  readonly name: string
  readonly value: string
}

const said = texts.facts

/** What an election is, in words; what it does not say is left out. */
export function factsOf(election: Election): ElectionFact[] {
  const { name, code, ruleset, pollingDay, votingMode, settings } = election
  const { open, close, source, mark } = openingHours(election)
  const origin = `${articleOf(source)}; ${markTextInDutch(mark)}`
  const held = heldAssemblies(election).map((one) => texts.assemblies[one.code])
  const decided = Object.keys(settings.decisions ?? {}).length
  const facts: [string, string | undefined][] = [
    [said.name, name],
    [said.frenchName, settings.french?.name],
    [said.code, code],
    [said.kind, said.kindOf(ruleset.name, ruleset.version)],
    [said.pollingDay, longDate(pollingDay, 'nl')],
    ...eventFacts(settings),
    [said.votingMode, texts.modes[votingMode]],
    [said.hours, said.hoursOf(hourText(open), hourText(close), origin)],
    [said.assemblies, held.join(', ')],
    [said.uncontested, settings.uncontested?.map((one) => texts.assemblies[one]).join(', ')],
    [said.districts, settings.uncontestedDistricts?.join(', ')],
    [said.newMunicipality, settings.newMunicipality],
    [said.canton, settings.canton],
    [said.constituency, settings.constituency],
    [said.decided, decided > 0 ? said.decidedCount(decided) : undefined],
  ]
  return facts.flatMap(([fact, value]) => (value ? [{ name: fact, value }] : []))
}

function eventFacts({ events = {} }: ElectionSettings): [string, string][] {
  return Object.entries(events).flatMap(([event, day]) => {
    const label = texts.form.eventDay(texts.events[event as keyof typeof texts.events])
    return day ? [[label, said.eventOn(longDate(day.value, 'nl'), day.source)] as [string, string]] : []
  })
}

/** The days that the law gives an election, before anything was done for it. */
export function LegalDays({ election, now }: { election: Election; now: Date }) {
  const open = openDeadlines(election)
  return (
    <>
      <DeadlineList deadlines={legalDays(election, now, dayInBelgium(now))} />
      {open.length > 0 && (
        <>
          <h3>{texts.preview.waiting}</h3>
          <ul>
            {open.map(({ label, awaits, article }) => (
              <li>
                {label} ({article}). {homeTexts.calendar.waitingFor(awaits)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
