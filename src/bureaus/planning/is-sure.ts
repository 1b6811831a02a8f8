import type { Mark } from '../../elections/index.ts'

/** A rule that was not read in a law or an official page forbids nothing. */
export function isSure({ mark }: { readonly mark: Mark }): boolean {
  return mark === 'L' || mark === 'S'
}
