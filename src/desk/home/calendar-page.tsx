import { openDeadlines } from '../../elections/index.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { campaignFacts } from './campaign-overview.ts'
import { DeadlineList } from './deadline-list.tsx'
import { type Deadline, deadlines } from './deadlines.ts'
import { texts } from './texts.nl.ts'

/** Every deadline of the election in order of time: what is late, what comes, what is over, what waits. */
export async function showCalendar(desk: ElectionDesk) {
  const { election, deps } = desk
  const now = deps.clock.now()
  const facts = await inOwnScope(desk, (db) => campaignFacts(db, election, now))
  const all = deadlines(election, facts, now, dayInBelgium(now))
  const which = (...states: readonly Deadline['state'][]) => all.filter(({ state }) => states.includes(state))
  const { title, lead, late, coming, over, waiting, waitingFor, nothingComing } = texts.calendar
  const waits = openDeadlines(election)
  const comes = which('next', 'open')
  return showPage(
    desk,
    { title, caption: election.name, trail: [{ href: paths.start(), text: texts.start.title }] },
    <>
      <p class="desk-lead">{lead}</p>
      <Part title={late} deadlines={which('late')} />
      <h2>{coming}</h2>
      {comes.length > 0 ? <DeadlineList deadlines={comes} /> : <p>{nothingComing}</p>}
      {waits.length > 0 && (
        <>
          <h2>{waiting}</h2>
          <ul>
            {waits.map(({ label, awaits, article }) => (
              <li>
                {label} ({article}). {waitingFor(awaits)}
              </li>
            ))}
          </ul>
        </>
      )}
      <Part title={over} deadlines={which('done', 'passed')} />
    </>,
  )
}

function Part({ title, deadlines: some }: { title: string; deadlines: readonly Deadline[] }) {
  if (some.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <DeadlineList deadlines={some} />
    </>
  )
}
