/** A long piece of work that one process of the pages does for somebody who need not wait for it. */
export interface Underway {
  readonly is: 'running'
  readonly startedAt: Date
  readonly done: number
  readonly total: number
  readonly isStopping: boolean
}

export type WorkFound<Outcome> =
  | Underway
  | { readonly is: 'ended'; readonly at: Date; readonly outcome: Outcome }
  | { readonly is: 'failed'; readonly at: Date }
  | { readonly is: 'none' }

export interface Progressing {
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

interface Piece {
  found: WorkFound<unknown>
  readonly stop: AbortController
}

interface Deps {
  readonly database: object
  readonly clock: { now(): Date }
  readonly log: { error(facts: object, text: string): void }
}

const pieces = new WeakMap<object, Map<string, Piece>>()

function piecesOf({ database }: Deps): Map<string, Piece> {
  const there = pieces.get(database) ?? new Map<string, Piece>()
  pieces.set(database, there)
  return there
}

/**
 * Starts work under a key, unless it is under way. It may be killed with the process at any moment: only work that goes on
 * where it was, or begins anew without harm, belongs here, and its own lock keeps other processes out.
 */
export function startWork<Outcome>(
  deps: Deps,
  key: string,
  work: (progressing: Progressing) => Promise<Outcome>,
): void {
  const all = piecesOf(deps)
  if (all.get(key)?.found.is === 'running') return
  const stop = new AbortController()
  const started = { startedAt: deps.clock.now(), done: 0, total: 0, isStopping: false }
  const piece: Piece = { stop, found: { is: 'running', ...started } }
  all.set(key, piece)
  const onProgress = (done: number, total: number) => {
    piece.found = { is: 'running', ...started, done, total, isStopping: stop.signal.aborted }
  }
  void work({ signal: stop.signal, onProgress }).then(
    (outcome) => {
      piece.found = { is: 'ended', at: deps.clock.now(), outcome }
    },
    (error: unknown) => {
      // Its message could hold what is in the files; its name says enough to look further.
      deps.log.error(
        { work: key.split(' ')[0], error: (error as Error).name },
        'work in the background failed',
      )
      piece.found = { is: 'failed', at: deps.clock.now() }
    },
  )
}

/** How it stands, or how it ended last, in this process. */
export function findWork<Outcome>(deps: Deps, key: string): WorkFound<Outcome> {
  return (piecesOf(deps).get(key)?.found ?? { is: 'none' }) as WorkFound<Outcome>
}

export function stopWork(deps: Deps, key: string): void {
  const piece = piecesOf(deps).get(key)
  if (piece?.found.is !== 'running') return
  piece.stop.abort()
  piece.found = { ...piece.found, isStopping: true }
}
