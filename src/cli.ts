import { runProgram } from './commands/command.ts'
import { createProgram } from './commands/program.ts'

const [word, ...rest] = process.argv.slice(2)
const typed = word === 'help' ? [...rest, '--help'] : process.argv.slice(2)
await runProgram(await createProgram(typed[0] ?? ''), typed)
