import type { Command } from 'commander'
import { type DeputyId, endDeputy, listDeputies, listStaff, nameDeputy } from '../municipalities/index.ts'
import { refused } from '../platform/result.ts'
import { idFrom } from './arguments.ts'
import { done, verb } from './command.ts'
import { chosenMunicipality, chosenStaff, credentialOption, municipalityOption } from './find.ts'

export function deputyVerb(staff: Command): void {
  const description = {
    name: 'deputy EMAIL',
    summary: 'Name somebody who releases letters while the releaser is absent',
    examples: [
      'staff deputy carla@zonnedorp.example --for bert@zonnedorp.example --from 2029-05-14 --until 2029-05-25 --reason "on leave" --credential bert.credential',
    ],
    options: [credentialOption],
    required: [
      ['--for EMAIL', 'who is absent, and has the right letters.release'],
      ['--from DAY', 'first day'],
      ['--until DAY', 'last day'],
      ['--reason TEXT', 'why; it stands on the certificate'],
    ] as const,
  }
  verb(staff, description, async (app, [email], options) => {
    const who = await chosenStaff(app, options)
    if (!who.ok) return who
    const people = await listStaff(app, { municipalityId: who.staff.municipalityId })
    const person = (address: string) =>
      people.find((member) => member.email === address.trim().toLowerCase())?.staffId
    const [deputy, absent] = [person(email!), person(String(options.for))]
    if (!deputy || !absent) return refused('unknown-staff', deputy ? String(options.for) : email)
    const [from, until, reason] = [options.from, options.until, options.reason].map(String)
    const period = { from: from!, until: until!, reason: reason! }
    const named = await nameDeputy(app, { staff: who.staff, deputy, absent, ...period })
    return named.ok ? done(named, `${email} may release from ${from} up to and including ${until}.`) : named
  })
}

export function deputiesVerb(staff: Command): void {
  const description = {
    name: 'deputies',
    summary: 'List who may release for whom, and when',
    examples: ['staff deputies'],
    options: [municipalityOption],
  }
  verb(staff, description, async (app, _, options) => {
    const found = await chosenMunicipality(app, options)
    if (!found.ok) return found
    const { municipalityId } = found.municipality
    const people = new Map((await listStaff(app, { municipalityId })).map((one) => [one.staffId, one.name]))
    const items = await listDeputies(app, { municipalityId })
    return done(
      { items },
      ...items.map(
        ({ deputyId, deputy, absent, from, until, reason, endedAt }) =>
          `${people.get(deputy)} for ${people.get(absent)}, ${from} to ${until}: ${reason}${endedAt ? ' (ended)' : ''}  ${deputyId}`,
      ),
    )
  })
}

export function endDeputyVerb(staff: Command): void {
  const description = {
    name: 'end-deputy DEPUTY_ID',
    summary: 'End a deputy before the last day: the releaser is back',
    examples: ['staff end-deputy 0198b7a0-… --credential bert.credential'],
    options: [credentialOption],
  }
  verb(staff, description, async (app, [id], options) => {
    const deputyId = idFrom<DeputyId>(id, 'DEPUTY_ID')
    const who = await chosenStaff(app, options)
    if (!who.ok) return who
    const ended = await endDeputy(app, { staff: who.staff, deputyId })
    return ended.ok ? done({ ended: true }, 'The deputy may not release any more.') : ended
  })
}
