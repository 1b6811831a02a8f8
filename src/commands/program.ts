import { Command } from 'commander'
import { auditCommands } from './audit.ts'
import { certificateCommands } from './certificate.ts'
import { deliveryCommands } from './delivery.ts'
import { demoCommand } from './demo.ts'
import { doctorCommand } from './doctor.ts'
import { electionCommands } from './election.ts'
import { keysCommands } from './keys.ts'
import { lettersCommands } from './letters.ts'
import { migrateCommand } from './migrate.ts'
import { municipalityCommands } from './municipality.ts'
import { placesCommands } from './places.ts'
import { presetCommands } from './preset.ts'
import { serveCommand } from './serve.ts'
import { staffCommands } from './staff.ts'
import { votersCommands } from './voters.ts'
import { workCommand } from './work.ts'

/** Every noun of the command line, in the order of the work. Nothing runs until it is given arguments. */
export function createProgram(): Command {
  const program = new Command('kiesloket')
    .description('Digital election letters: every voter exactly one letter, provably.')
    .addHelpText('after', '\nExit status: 0 done · 1 refused, with the reason · 2 wrong use.')
    .helpCommand(false)
  municipalityCommands(program)
  staffCommands(program)
  electionCommands(program)
  placesCommands(program)
  presetCommands(program)
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
  return program
}
