import type { Command } from 'commander'
import { refused } from '../platform/result.ts'
import { bareVerb, done } from './command.ts'
import { examine } from './examine.ts'
import { lawLines } from './law-lines.ts'

const signs = { ok: '✓', look: '!', wrong: '✗' } as const

export function doctorCommand(program: Command, summary: string): void {
  const description = {
    name: 'doctor',
    summary,
    examples: ['doctor', 'doctor --json'],
  }
  bareVerb(program, description, async () => {
    const examination = await examine(process.env)
    const { settings, findings, law } = examination
    const lines = [
      'Settings (secrets masked)',
      ...settings.map(({ name, value }) => `  ${name.padEnd(28)} ${value}`),
      'Findings',
      ...findings.map(({ state, what, says }) => `  ${signs[state]} ${what}: ${says}`),
      ...(law.length > 0 ? ['Values of the law that nobody signed off', ...lawLines(law)] : []),
    ]
    if (findings.some(({ state }) => state === 'wrong'))
      return { ...refused('not-healthy', lines.join('\n')), ...examination }
    return done(examination, ...lines)
  })
}
