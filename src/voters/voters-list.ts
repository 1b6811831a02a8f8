import type { ListId } from '../platform/ids.ts'
import type { ListDifference } from './importing/difference-overview.ts'

export type ListState = 'imported' | 'accepted' | 'closed' | 'replaced'

/** What a list may undergo, by its state. A closed list can't be replaced: it only changes by amendment. */
export const may = {
  accept: ['imported'],
  close: ['accepted'],
  replace: ['imported', 'accepted'],
  amend: ['closed'],
} satisfies Record<string, ListState[]>

/** Asked by the button and by the use case alike. */
export function mayUndergo(change: keyof typeof may, state: ListState): boolean {
  return (may[change] as readonly ListState[]).includes(state)
}

export interface VotersList {
  readonly listId: ListId
  readonly state: ListState
  readonly sourceName: string
  /** SHA-256 of the file as it came in. */
  readonly sourceSha256: Buffer
  /** Voters when the list was imported; a closed list keeps this number, amendments come on top. */
  readonly voterCount: number
  readonly warningCounts: Readonly<Record<string, number>>
  /** In what it differed from the list before it, when it came in. */
  readonly difference?: ListDifference
  readonly importedAt: Date
  readonly acceptedAt?: Date
  readonly closedAt?: Date
  /** Hash of the frozen content (see docs/formats/voters-list.md); there once the list is closed. */
  readonly listSha256?: Buffer
}
