import { runProgram } from './commands/command.ts'
import { createProgram } from './commands/program.ts'

await runProgram(createProgram(), process.argv.slice(2))
