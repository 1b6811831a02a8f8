import { readCsv } from '../../platform/csv/read-csv.ts'
import { type Finding, finding } from '../checking/import-finding.ts'
import { checkMutation } from './check-mutation.ts'
import type { Mutation } from './mutation.ts'
import { fileColumns } from './mutation-format.ts'

export interface ReadMutations {
  readonly mutations: readonly Mutation[]
  readonly findings: readonly Finding[]
}

/** Reads a file of mutations; a row with a fault becomes findings. Throws a `CsvFault` when it is no such file. */
export async function readMutations(stream: AsyncIterable<Uint8Array>, today: Date): Promise<ReadMutations> {
  const mutations: Mutation[] = []
  const findings: Finding[] = []
  for await (const { row, fields, damage } of readCsv(stream, { columns: fileColumns })) {
    const checked = checkMutation(row, fields, today)
    if (damage) findings.push(finding('cell-count', { row }))
    else if (checked.ok) mutations.push(checked.mutation)
    else findings.push(...checked.findings)
  }
  return { mutations, findings }
}
