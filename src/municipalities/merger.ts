import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const nisCode = z.string().regex(/^[1-9]\d{4}$/)
const mergersFile = z.strictObject({
  on: z.iso.date(),
  source: z.string().min(1),
  mark: z.string().min(1),
  readOn: z.iso.date(),
  mergers: z.array(
    z.strictObject({
      into: z.strictObject({ nisCode, name: z.string().min(1) }),
      from: z.record(nisCode, z.string().min(1)),
    }),
  ),
})

/** Municipalities that became one. A code of the old ones may stay the code of the new one. */
export interface Merger {
  /** The first day of the new municipality. */
  readonly on: string
  readonly into: { readonly nisCode: string; readonly name: string }
  /** Names of the municipalities before, by NIS code. */
  readonly from: Readonly<Record<string, string>>
}

const { on, mergers } = mergersFile.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, 'mergers.json'), 'utf8')),
)

/** The mergers that we know of, in order of the new code. */
export const knownMergers: readonly Merger[] = mergers.map((merger) => ({ on, ...merger }))

/** The merger by which a NIS code came to be or came to an end; `undefined`: the code is as it was. */
export function mergerOf(code: string): Merger | undefined {
  return knownMergers.find(({ into, from }) => into.nisCode === code || code in from)
}

/** Whether a NIS code names a municipality on that day, as far as mergers go. */
export function isCodeOn(code: string, day: string): boolean {
  const merger = mergerOf(code)
  if (!merger) return true
  return day < merger.on ? code in merger.from : code === merger.into.nisCode
}
