import type { Command } from 'commander'
import { breakGlass, refuseRelease, releaseLetters, requestRelease } from '../letters/index.ts'
import { WrongUse } from './arguments.ts'
import { changesSinceClose, withChanges } from './changes-since-close.ts'
import { done, verb } from './command.ts'
import { counted } from './counted.ts'
import { chosenElection, chosenStaff, credentialOption, electionOption, municipalityOption } from './find.ts'
import { languageLines } from './letters-language.ts'

export function releaseVerb(letters: Command): void {
  const description = {
    name: 'release',
    summary: 'Release the letters: one person asks, another confirms the same sample by its hash',
    examples: [
      'letters release --request --credential an.credential',
      'letters release --confirm 3f1c… --credential bert.credential',
      'letters release --confirm 3f1c… --break-glass "both releasers are in hospital since Monday" --credential carla.credential',
      'letters release --refuse "arms are wrong" --credential bert.credential',
    ],
    options: [
      municipalityOption,
      electionOption,
      credentialOption,
      ['--request', 'ask for release of the latest sample'],
      ['--again REASON', 'with --request: why a sample that was refused is asked for again, unchanged'],
      ['--confirm HASH', 'release what was asked for, by the hash of the sample you looked at'],
      ['--hold', 'with --confirm: nothing leaves until `delivery wave` or `delivery go`'],
      [
        '--break-glass REASON',
        'nobody is there who may: with --confirm, by who manages the staff; said on the certificate',
      ],
      ['--refuse REASON', 'refuse (or take back) the request'],
    ] as const,
  }
  verb(letters, description, async (app, _, options) => {
    if (!options.request && !options.confirm && !options.refuse)
      throw new WrongUse('say --request, --confirm HASH or --refuse REASON')
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const who = await chosenStaff(app, options)
    if (!who.ok) return who
    const facts = { election: found.election, staff: who.staff }
    if (options.breakGlass && !options.confirm) throw new WrongUse('--break-glass goes with --confirm HASH')
    if (typeof options.confirm === 'string') {
      const sampleSha256 = Buffer.from(options.confirm, 'hex')
      if (typeof options.breakGlass === 'string') {
        const broken = await breakGlass(app, { ...facts, sampleSha256, reason: options.breakGlass })
        if (!broken.ok) return broken
      }
      const released = await releaseLetters(app, {
        ...facts,
        sampleSha256,
        hold: options.hold === true,
      })
      if (!released.ok) return withChanges(app, found.election, released)
      const next = options.hold ? 'delivery wave --section NUMBER' : 'delivery run'
      const text = `Released: ${counted(released.letters, 'letter')}. Next: npx kiesloket ${next}`
      return done(released, text, ...(await changesSinceClose(app, found.election)))
    }
    if (typeof options.refuse === 'string') {
      const answer = await refuseRelease(app, { ...facts, reason: options.refuse })
      return answer.ok ? done(answer, 'The request is refused.') : answer
    }
    const again = typeof options.again === 'string' ? options.again : undefined
    const asked = await requestRelease(app, { ...facts, again })
    if (!asked.ok) return withChanges(app, found.election, asked)
    const hash = asked.sampleSha256.toString('hex')
    const unsigned = asked.unsigned.map(({ path }) => path)
    return done(
      { releaseId: asked.releaseId, sample: hash, unsigned, unmetLanguage: asked.unmetLanguage },
      `Release asked for sample ${hash}; a second person confirms.`,
      ...(await changesSinceClose(app, found.election)),
      ...unsignedLines(unsigned),
      ...languageLines({ unmet: asked.unmetLanguage, notOffered: 0, lapsed: 0 }),
    )
  })
}

/** Only outside production: there, nothing unsigned is released. */
function unsignedLines(unsigned: readonly string[]): string[] {
  if (unsigned.length === 0) return []
  return [
    `Nobody signed off ${counted(unsigned.length, 'value')} of the law on these letters: in production they could not leave.`,
    'See npx kiesloket election check',
  ]
}
