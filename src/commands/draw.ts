import type { Command } from 'commander'
import { givenUpBefore, verifyDraw } from '../bureaus/index.ts'
import { refused } from '../platform/result.ts'
import { bareVerb, done, noun } from './command.ts'
import { commitVerb, fileVerb, runVerb, withdrawVerb } from './draw-held.ts'
import { readJson } from './find.ts'

export function drawCommands(program: Command, summary: string): void {
  const draw = noun(program, 'draw', summary)
  commitVerb(draw)
  runVerb(draw)
  fileVerb(draw)
  withdrawVerb(draw)
  const description = {
    name: 'verify FILE',
    summary: 'Recompute a draw from its file alone: no database, no network',
    examples: ['draw verify draw.json', 'draw verify draw.json --commitment 5b0c…'],
    options: [
      [
        '--commitment HASH',
        'the commitment as it was made known before the draw; without it the file is only held to itself',
      ],
    ] as const,
  }
  bareVerb(draw, description, async ([file], options) => {
    const read = await readJson(file!)
    if (!read.ok) return read
    const published =
      typeof options.commitment === 'string' ? options.commitment.trim().toLowerCase() : undefined
    const checks = verifyDraw(read.document, published === undefined ? {} : { published })
    const lines = checks.map(
      ({ name, ok, detail }) => `${ok ? '✓' : '✗'} ${name}${detail ? `: ${detail}` : ''}`,
    )
    for (const { drawId, afterChance, why } of givenUpBefore(read.document))
      lines.push(
        `! ${drawId} was given up ${afterChance ? 'AFTER' : 'before'} its public value could be known: ${why || 'no reason'}`,
      )
    if (published === undefined) lines.push(nobodysPromise)
    return checks.every(({ ok }) => ok)
      ? done({ checks }, ...lines)
      : { ...refused('draw-does-not-hold', lines.join('\n')), checks }
  })
}

const nobodysPromise =
  '! when it was committed was not checked: give the commitment that was published with --commitment'
