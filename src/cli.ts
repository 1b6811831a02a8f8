import { Command } from 'commander'
import { auditCommands } from './commands/audit.ts'
import { certificateCommands } from './commands/certificate.ts'
import { runProgram } from './commands/command.ts'
import { deliveryCommands } from './commands/delivery.ts'
import { demoCommand } from './commands/demo.ts'
import { doctorCommand } from './commands/doctor.ts'
import { electionCommands } from './commands/election.ts'
import { keysCommands } from './commands/keys.ts'
import { lettersCommands } from './commands/letters.ts'
import { migrateCommand } from './commands/migrate.ts'
import { municipalityCommands } from './commands/municipality.ts'
import { placesCommands } from './commands/places.ts'
import { serveCommand } from './commands/serve.ts'
import { staffCommands } from './commands/staff.ts'
import { votersCommands } from './commands/voters.ts'
import { workCommand } from './commands/work.ts'

const program = new Command('kiesloket')
  .description('Digital election letters: every voter exactly one letter, provably.')
  .addHelpText('after', '\nExit status: 0 done · 1 refused, with the reason · 2 wrong use.')
  .helpCommand(false)

municipalityCommands(program)
staffCommands(program)
electionCommands(program)
placesCommands(program)
votersCommands(program)
lettersCommands(program)
deliveryCommands(program)
certificateCommands(program)
auditCommands(program)
keysCommands(program)
serveCommand(program)
workCommand(program)
demoCommand(program)
migrateCommand(program)
doctorCommand(program)

await runProgram(program, process.argv.slice(2))
