import type { Command } from 'commander'
import { refused } from '../platform/result.ts'
import { bareVerb, done } from './command.ts'
import { examine } from './examine.ts'

const signs = { ok: '✓', look: '!', wrong: '✗' } as const

export function doctorCommand(program: Command, summary: string): void {
  const description = {
    name: 'doctor',
    summary,
    examples: ['doctor', 'doctor --json'],
  }
  bareVerb(program, description, async () => {
    const examination = await examine(process.env)
    const { settings, findings } = examination
    const lines = [
      'Settings (secrets masked)',
      ...settings.map(({ name, value }) => `  ${name.padEnd(28)} ${value}`),
      'Findings',
      ...findings.map(({ state, what, says }) => `  ${signs[state]} ${what}: ${says}`),
    ]
    if (findings.some(({ state }) => state === 'wrong'))
      return { ...refused('not-healthy', lines.join('\n')), ...examination }
    return done(examination, ...lines)
  })
}
