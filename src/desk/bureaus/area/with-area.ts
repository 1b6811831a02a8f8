import { type AreaElection, bureausOfArea, electionsOfArea } from '../../../bureaus/index.ts'
import { dayInBelgium } from '../../../platform/dates.ts'
import type { Desk, DeskRoute } from '../../desk.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { type AreaBureauRow, rowsOfArea } from './area-facts.ts'

export interface AreaDesk extends Desk {
  /** Enterprise number of the court or main bureau. */
  readonly authority: string
  /** What is granted to it and is held on `day`. */
  readonly elections: readonly AreaElection[]
  /** What is granted to it and is not over; of one day where the address names one. */
  readonly coming: readonly AreaElection[]
  /** The polling day that is looked at; absent where nothing is granted. */
  readonly day: string | undefined
  /** It is that day, or it was: how bureaus stand on it says something. */
  readonly hasCome: boolean
  /** All polling days of which something is granted. */
  readonly days: readonly string[]
}

/** What is granted, of the day in the address (`dag`), or of the day on which something waits, and else of the nearest. */
export async function areaOfDesk(desk: Desk, authority: string): Promise<AreaDesk> {
  const all = await electionsOfArea(desk.deps, authority)
  const days = [...new Set(all.map(({ election }) => election.pollingDay))]
  const asked = desk.context.req.query('dag')
  const today = dayInBelgium(desk.deps.clock.now())
  const day = days.find((one) => one === asked) ?? (await dayToOpen(desk, { authority, all, days, today }))
  return {
    ...desk,
    ...{ authority, day, days, hasCome: day !== undefined && day <= today },
    elections: all.filter(({ election }) => election.pollingDay === day),
    coming: all.filter(({ election: { pollingDay } }) =>
      asked === day ? pollingDay === day : pollingDay >= today,
    ),
  }
}

interface Granted {
  readonly authority: string
  readonly all: readonly AreaElection[]
  readonly days: readonly string[]
  readonly today: string
}

/** Of the days on which something waits for who is here the nearest, else of those with bureaus, else of all. */
async function dayToOpen(desk: Desk, { authority, all, days, today }: Granted): Promise<string | undefined> {
  if (days.length < 2) return days[0]
  const rows = rowsOfArea(all, await bureausOfArea(desk.deps, { authority, elections: all }))
  const daysOf = (some: readonly AreaBureauRow[]) => new Set(some.map(({ of }) => of.election.pollingDay))
  const waiting = daysOf(rows.filter(({ proposed, asking }) => proposed + asking > 0))
  const isPast = (day: string) => day < today
  const ofWaiting = [...waiting].filter((day) => !isPast(day))
  return [ofWaiting, [...daysOf(rows)], days].map((some) => nearest(some, today)).find(Boolean)
}

/** Days after polling day its results and payments are looked at, and so the past counts as the future does. */
function nearest(days: readonly string[], today: string): string | undefined {
  const away = (day: string) => Math.abs(Date.parse(day) - Date.parse(today))
  return days.toSorted((one, other) => away(one) - away(other) || (one < other ? 1 : -1))[0]
}

/** For a page over all municipalities of an area: whoever comes for no court or main bureau finds none. */
export function withArea(handle: (desk: AreaDesk) => Response | Promise<Response>): DeskRoute['handle'] {
  return async (desk) => {
    const { authority } = desk.session
    return authority ? handle(await areaOfDesk(desk, authority)) : notFoundPage(desk)
  }
}
