import { countText, type Task, TaskList } from '../../platform/http/components/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import type { CorrectionsFacts } from './overview-page.tsx'
import { texts } from './overview-texts.nl.ts'

const { status, ...said } = texts.steps
const busy = { text: status.busy, colour: 'blue' } as const

/** From the old letters to the new ones that are released, each step with how it stands. */
export function Steps({ desk, facts }: { desk: ElectionDesk; facts: CorrectionsFacts }) {
  return (
    <section>
      <h2>{said.title}</h2>
      <TaskList id="step" tasks={tasksOf(desk.election.code, facts)} />
      <p class="quiet">{said.sent}</p>
    </section>
  )
}

function tasksOf(election: string, facts: CorrectionsFacts): Task[] {
  const at = { election }
  return [
    { title: said.takeBack, ...takeBackTask(facts) },
    { title: said.compose, href: paths.letters(at), status: composeStatus(facts) },
    { title: said.proof, href: paths.proof(at), status: proofStatus(facts) },
    { title: said.release, href: paths.release(at), status: releaseStatus(facts) },
  ]
}

function takeBackTask({ outdated, running }: CorrectionsFacts): Pick<Task, 'href' | 'status'> {
  if (running === 'withdraw') return { status: busy }
  const letters = outdated.reduce((sum, group) => sum + group.letters, 0)
  if (letters === 0) return { status: { text: status.nothing } }
  return { href: '#terugnemen', status: { text: status.toTakeBack(countText(letters)), colour: 'yellow' } }
}

function composeStatus({ waiting, running }: CorrectionsFacts): Task['status'] {
  if (running === 'compose') return busy
  const voters = waiting.reduce((sum, group) => sum + group.voters, 0)
  return voters > 0
    ? { text: status.toCompose(countText(voters)), colour: 'yellow' }
    : { text: status.nothing }
}

function proofStatus({ waiting, replacing, running, isSampled }: CorrectionsFacts): Task['status'] {
  if (running === 'sample') return busy
  if (waiting.length > 0 || running) return { text: status.later }
  if (isSampled) return { text: status.toCheck, colour: 'yellow' }
  return replacing.length > 0 ? { text: status.toSample, colour: 'yellow' } : { text: status.nothing }
}

function releaseStatus(facts: CorrectionsFacts): Task['status'] {
  const { waiting, replacing, running, isSampled, isRequested } = facts
  if (running === 'release') return busy
  if (isRequested) return { text: status.requested, colour: 'blue' }
  if (waiting.length > 0) return { text: status.later }
  if (isSampled) return { text: status.toAsk, colour: 'yellow' }
  return { text: replacing.length > 0 ? status.later : status.nothing }
}
