import type { App } from '../../../src/app.ts'
import {
  askGroupMessage,
  changeSchedule,
  changeWording,
  groupToSend,
  type MessageFilter,
  releaseGroupMessage,
  sendDueMessages,
  usualWording,
  type Wording,
} from '../../../src/bureaus/index.ts'
import type { Election } from '../../../src/elections/index.ts'
import { openMailer } from '../../../src/open-mailer.ts'
import { staffOf } from '../../../src/platform/db/scope.ts'
import type { Mailer } from '../../../src/platform/mail.ts'
import { expectOk } from '../expect-ok.ts'
import type { BureausStaff } from './town.ts'

type Deps = App & { readonly portalUrl: string }

const ways = { mail: true, sms: false }
const parking: Wording = {
  subject: 'Waar je kunt parkeren',
  body: 'Dag {voornaam}\n\nDe parking aan {plaats} is op {dag} voor de kiezers. Zet je fiets of auto bij de sporthal.\n\n{gemeente}',
  sms: '',
}
const training: Wording = {
  subject: 'Kom naar de infoavond',
  body: 'Dag {voornaam}\n\nOp de infoavond oefenen we samen wat een {functie} doet. Je bent welkom vanaf 19 uur in het gemeentehuis.\n\n{gemeente}',
  sms: '',
}

/**
 * Messages as a newcomer finds them: one template in the town's own words, three that leave by themselves, a message to a group that
 * left and of which one address takes nothing, and one that waits for a second person. Answers what there is, in words.
 */
export async function messages(
  daysAgo: (days: number) => Deps,
  election: Election,
  { clerk, registrar }: BureausStaff,
): Promise<string> {
  const by = clerk.staffId
  const eve = { election, template: 'eve', language: 'nl', seen: 0, by } as const
  const { subject, body, sms } = usualWording(election, { template: 'eve', language: 'nl' })
  const wording = { subject, body: body.replace('Tot morgen', 'Er staat koffie klaar. Tot morgen'), sms }
  expectOk('a wording', await changeWording(daysAgo(3), { ...eve, wording }))
  for (const [template, daysBefore, hour] of [
    ['practical', 14, '09:00'],
    ['reminder', 5, '09:00'],
    ['eve', 1, '18:00'],
  ] as const) {
    const wish = { election, template, isOn: true, daysBefore, hour, by }
    expectOk('a schedule', await changeSchedule(daysAgo(3), wish))
  }
  const groupId = await ask(daysAgo(2), election, { wording: parking, filter: { number: '1' }, by })
  const release = { election, groupId, by: registrar.staffId }
  const released = await releaseGroupMessage({ ...daysAgo(2), ways }, release)
  const { people } = expectOk('its release', released)
  await send(daysAgo(2), election)
  // Gerda asks it, so that Stef can release it.
  const invitation = { wording: training, filter: { kind: 'POLLING' }, by: registrar.staffId } as const
  await ask(daysAgo(0), election, invitation)
  return `${people} members got a message, one address takes none, and one message waits for a second person`
}

async function ask(
  deps: Deps,
  election: Election,
  draft: { wording: Wording; filter: MessageFilter; by: string },
) {
  const seen = await deps.database.inScope(staffOf(election.municipalityId), (db) =>
    groupToSend(db, { ways }, election, draft),
  )
  const order = { election, ...draft, seen: seen.sha256.toString('hex') }
  return expectOk('a message to a group', await askGroupMessage({ ...deps, ways }, order)).groupId
}

/** Over the stand-in of a mail server, where there is one; the first address is refused. */
async function send(deps: Deps, election: Election): Promise<void> {
  const real = await openMailer(deps.config)
  let refused: string | undefined
  const mailer: Mailer = {
    send(message) {
      refused ??= message.to
      if (message.to === refused) return Promise.resolve({ kind: 'refused', code: '550' })
      return real ? real.send(message) : Promise.resolve({ kind: 'taken', code: '250' })
    },
    close() {},
  }
  await sendDueMessages({ ...deps, mailer, connections: 1 }, [election.municipalityId])
  real?.close()
}
