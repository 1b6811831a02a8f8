import type { ElectionId, MunicipalityId, StaffId } from '../../platform/ids.ts'

export type RunId = string & { readonly __id: 'run' }

/**
 * `compose`: a letter for every voter who has none. `sample`: check all letters and take a sample of them. `release`: carry out
 * what two people decided. `withdraw`: take back what is out of date, of one section or of all.
 */
export type RunKind = 'compose' | 'sample' | 'release' | 'withdraw'

/** `asked`: waits for a worker. `failed`: something broke; asking again goes on where it was. */
export type RunState = 'asked' | 'running' | 'finished' | 'stopped' | 'failed'

/** What came of a run that ended: counts, or the code and the facts of a refusal. */
export type RunOutcome =
  | {
      readonly ok: true
      readonly letters: number
      readonly withdrawn?: number
      /** Of those that were taken back: had left already. */
      readonly sent?: number
      readonly unprintable?: number
    }
  | { readonly ok: false; readonly because: string; readonly detail?: string | undefined }

/** A long piece of work on the letters of an election, done by a worker while nobody has to watch. */
export interface LetterRun {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  readonly runId: RunId
  readonly kind: RunKind
  readonly state: RunState
  /** Letters that are out of date are taken back first, for this reason. */
  readonly withdrawReason: string | null
  /** Of letters that are taken back: of this one alone. */
  readonly section: number | null
  readonly askedBy: StaffId
  readonly askedAt: Date
  readonly done: number
  readonly total: number
  readonly isStopAsked: boolean
  readonly endedAt: Date | null
  readonly outcome: RunOutcome | null
}

export function isUnderWay({ state }: Pick<LetterRun, 'state'>): boolean {
  return state === 'asked' || state === 'running'
}
