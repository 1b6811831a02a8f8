import type { Command } from 'commander'
import { grantVerb, ungrantVerb } from './bureaus-authority.ts'
import { convokeVerb, correctCallsVerb, lettersVerb } from './bureaus-convoke.ts'
import { exportVerb, importVerb } from './bureaus-file.ts'
import { adoptVerb, listVerb, showVerb } from './bureaus-kept.ts'
import { listExportVerb } from './bureaus-list-export.ts'
import { candidatesVerb, decideVerbs, listAVerb, listsVerb } from './bureaus-lists.ts'
import { payVerbs } from './bureaus-pay.ts'
import { planVerb } from './bureaus-plan.ts'
import { seatVerb } from './bureaus-seat.ts'
import { serviceVerbs } from './bureaus-services.ts'
import { noun } from './command.ts'

export function bureausCommands(program: Command, summary: string): void {
  const bureaus = noun(program, 'bureaus', summary)
  planVerb(bureaus)
  adoptVerb(bureaus)
  listVerb(bureaus)
  showVerb(bureaus)
  exportVerb(bureaus)
  importVerb(bureaus)
  seatVerb(bureaus)
  grantVerb(bureaus)
  ungrantVerb(bureaus)
  convokeVerb(bureaus)
  correctCallsVerb(bureaus)
  lettersVerb(bureaus)
  listAVerb(bureaus)
  candidatesVerb(bureaus)
  listsVerb(bureaus)
  decideVerbs(bureaus)
  listExportVerb(bureaus)
  payVerbs(bureaus)
  serviceVerbs(bureaus)
}
