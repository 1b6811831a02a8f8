import type { Refused } from '../../src/platform/result.ts'

/** In the demo nothing may be refused: a refusal ends it with its reason. */
export function expectOk<Outcome extends { readonly ok: boolean }>(
  step: string,
  outcome: Outcome,
): Extract<Outcome, { readonly ok: true }> {
  if (outcome.ok) return outcome as Extract<Outcome, { readonly ok: true }>
  const { because, detail } = outcome as unknown as Refused
  throw new Error(`${step} was refused: ${because}${detail ? ` (${detail})` : ''}`)
}
