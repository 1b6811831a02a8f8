import type { BureauKind, KeptKind } from './bureau-rules.ts'

/** By which rules a bureau is filled: a reserve of deputy chairs by those of the kind that it is for. */
export function kindForRules({
  kind,
  code,
}: {
  readonly kind: KeptKind
  readonly code: string
}): BureauKind | undefined {
  const own = kind === 'RESERVE' ? code : kind
  return own === 'POLLING' || own === 'COUNTING' ? own : undefined
}
