import { countText } from '../../platform/http/components/index.ts'

/** `1 brief`, `1.234 brieven`. */
export function lettersText(count: number): string {
  return count === 1 ? '1 brief' : `${countText(count)} brieven`
}
