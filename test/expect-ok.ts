import type { Refused } from '../src/platform/result.ts'

/** The outcome of a step that has to succeed; a refusal fails the test with its reason. */
export function expectOk<Outcome extends { readonly ok: boolean }>(
  outcome: Outcome,
): Extract<Outcome, { readonly ok: true }> {
  if (outcome.ok) return outcome as Extract<Outcome, { readonly ok: true }>
  const { because, detail } = outcome as unknown as Refused
  throw new Error(`refused: ${because}${detail ? ` (${detail})` : ''}`)
}
