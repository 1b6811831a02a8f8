import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { currentDraw, drawFile, freezeDraw, holdDraw, type KeptDraw, withdrawDraw } from '../bureaus/index.ts'
import { staffOf } from '../platform/db/scope.ts'
import { refused } from '../platform/result.ts'
import { WrongUse } from './arguments.ts'
import { done, verb } from './command.ts'
import { chosenElection, chosenStaff, credentialOption, electionOption, municipalityOption } from './find.ts'

const which = [municipalityOption, electionOption, credentialOption] as const

export function commitVerb(draw: Command): void {
  const description = {
    name: 'commit',
    summary: 'Fix out of whom list B is drawn, and print the commitment to make known before chance speaks',
    examples: ['draw commit --source "Lotto of 21 August 2030" --at 2030-08-21T20:30:00+02:00 --dice 3'],
    options: [
      ...which,
      ['--dice NUMBER', 'how many dice the magistrate throws besides', '3'],
      ['--one-person', 'let the person who commits draw as well'],
      [
        '--without-list-a',
        'go on though list A is not adopted: who comes on it later stands behind all who are drawn',
      ],
    ] as const,
    required: [
      ['--source SOURCE', 'where the public value will come from'],
      ['--at MOMENT', 'when it becomes known, with the offset from UTC'],
    ] as const,
  }
  verb(draw, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const who = await chosenStaff(app, options)
    if (!who.ok) return who
    const knownAt = new Date(String(options.at))
    if (Number.isNaN(knownAt.getTime()) || !/(Z|[+-]\d\d:\d\d)$/.test(String(options.at)))
      throw new WrongUse('--at is no moment: write it as 2030-08-21T20:30:00+02:00')
    const frozen = await freezeDraw(app, {
      ...{ election: found.election, staff: who.staff, publicSource: String(options.source), knownAt },
      ...{ dice: Number(options.dice), twoPeople: options.onePerson !== true },
      withoutListA: options.withoutListA === true,
    })
    if (!frozen.ok) return frozen
    const { commitment, frozen: header } = frozen.draw
    const people = header.units.reduce((sum, unit) => sum + unit.people, 0)
    return done(
      { commitment, drawId: header.drawId, units: header.units },
      `${people} people in ${header.units.length} pools are fixed.`,
      `Make this commitment known before ${knownAt.toISOString()}: ${commitment}`,
      ...(frozen.isListAOpen
        ? [
            '! List A is not adopted: who comes on it from now on was drawn for list B, and is passed over there.',
          ]
        : []),
    )
  })
}

export function runVerb(draw: Command): void {
  const description = {
    name: 'run',
    summary: 'Draw, with what the public source said and the dice that were thrown',
    examples: ['draw run --value "4 8 15 16 23 42" --dice 3,5,1'],
    options: [...which, ['--dice EYES', 'the dice in the order they were thrown, with commas', '']] as const,
    required: [['--value VALUE', 'what the public source said']] as const,
  }
  verb(draw, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const who = await chosenStaff(app, options)
    if (!who.ok) return who
    const dice = String(options.dice).split(',').filter(Boolean).map(Number)
    const spoken = { election: found.election, staff: who.staff, publicValue: String(options.value), dice }
    const held = await holdDraw(app, spoken)
    if (!held.ok) return held
    const { seed, publicValue } = held.draw
    return done(
      { seed, publicValue },
      `Drawn with ${publicValue}.`,
      'Next: npx kiesloket draw file draw.json',
    )
  })
}

export function fileVerb(draw: Command): void {
  const description = {
    name: 'file FILE',
    summary: 'Write the file by which anybody recomputes the draw',
    examples: ['draw file draw.json'],
    options: [municipalityOption, electionOption],
  }
  verb(draw, description, async (app, [file], options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const { election } = found
    const kept = await app.database.inScope(staffOf(election.municipalityId), (db) =>
      currentDraw(db, election),
    )
    if (!isDrawn(kept)) return refused('nothing-drawn')
    const pieces = Readable.from(drawFile(app.database, election, kept))
    const fault = await pipeline(pieces, createWriteStream(file!)).catch(
      (error: NodeJS.ErrnoException) => error.code ?? error.message,
    )
    if (fault) return refused('not-writable', `${file}: ${fault}`)
    return done({ file, commitment: kept.commitment }, `${file}; commitment ${kept.commitment}.`)
  })
}

export function withdrawVerb(draw: Command): void {
  const description = {
    name: 'withdraw',
    summary: 'Give up a draw that was committed and not held; its commitment stays known',
    examples: ['draw withdraw --reason "the lottery was called off"'],
    options: [
      ...which,
      ['--after-chance', 'also now that its public value can be known: the file of the next draw says so'],
    ] as const,
    required: [['--reason REASON', 'why; everybody reads it in the file of the next draw']] as const,
  }
  verb(draw, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const who = await chosenStaff(app, options)
    if (!who.ok) return who
    const isAfterChance = options.afterChance === true
    const facts = {
      election: found.election,
      staff: who.staff,
      reason: String(options.reason),
      isAfterChance,
    }
    const withdrawn = await withdrawDraw(app, facts)
    return withdrawn.ok ? done({}, 'Given up. Another can be committed.') : withdrawn
  })
}

function isDrawn(draw: KeptDraw | undefined): draw is KeptDraw & { readonly state: 'DRAWN' } {
  return draw?.state === 'DRAWN'
}
