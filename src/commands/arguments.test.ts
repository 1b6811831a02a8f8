import { Command } from 'commander'
import { afterEach, expect, test, vi } from 'vitest'
import { idFrom, WrongUse, wholeNumber } from './arguments.ts'
import { bareVerb, done, exitCode, runProgram } from './command.ts'

afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

test('a number that cannot be meant is wrong use', () => {
  expect(wholeNumber('12', 'LIST_NUMBER')).toBe(12)
  for (const text of ['', 'abc', '0', '-1', '1.5', '99999999999', undefined, true])
    expect(() => wholeNumber(text, 'LIST_NUMBER'), String(text)).toThrow(WrongUse)
  expect(() => wholeNumber('400', '--days', 365)).toThrow('--days is a whole number from 1 to 365')
})

test('an id that is none is wrong use', () => {
  const id = '5b0c4f0e-18c5-5c32-8d6e-4f3f2a1b0c9d'
  expect(idFrom(id, 'LETTER_ID')).toBe(id)
  for (const text of ['', 'abc', `${id}0`, undefined])
    expect(() => idFrom(text, 'LETTER_ID')).toThrow(WrongUse)
})

test('wrong use ends with 2 and says why; an option takes the value that follows it', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const printed = vi.spyOn(console, 'log').mockImplementation(() => {})
  const program = new Command('test')
  const description = {
    name: 'count',
    summary: '',
    examples: [],
    options: [['-n, --number N', '']] as const,
  }
  bareVerb(program, description, async (_, { number }) => done({ number: wholeNumber(number, '--number') }))
  await runProgram(program, ['count', '-n', 'x'])
  expect(process.exitCode).toBe(exitCode.wrongUse)
  expect(said).toHaveBeenCalledWith('error: --number is a whole number from 1 to 9999999')
  await runProgram(program, ['count', '--number', '7', '--json'])
  expect(process.exitCode).toBe(exitCode.ok)
  expect(printed).toHaveBeenCalledWith('{"number":7}')
})
