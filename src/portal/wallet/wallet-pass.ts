import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { currentOf, type MyLetter } from '../../letters/index.ts'
import { isPhoneViewVouchedFor } from '../elections/my-statements.ts'
import { notMinePage } from '../not-mine-page.tsx'
import { screenEnds } from '../polling-desk/keeping.tsx'
import type { Portal } from '../portal.ts'
import { passContent } from './pass-content.ts'

const names = ['icon.png', 'icon@2x.png', 'icon@3x.png'] as const
const pictures = Object.fromEntries(
  names.map((name) => [name, new Uint8Array(readFileSync(join(import.meta.dirname, 'pictures', name)))]),
)

/**
 * Whether this letter can go into the wallet of a phone: an installation has to be known at Apple, and somebody has to have vouched for what
 * the law says about a phone at the bureau, for a pass looks as if it were enough. After polling day nobody needs one.
 */
export function offersPass({ deps }: Portal, mine: Pick<MyLetter, 'election' | 'municipality'>): boolean {
  const now = deps.clock.now()
  const canBeMade = deps.passMaker?.worksAt(now) ?? false
  return canBeMade && now < screenEnds(mine.election) && isPhoneViewVouchedFor(mine)
}

/** Polling day as a pass for Apple Wallet; what is not offered is not there. */
export async function walletPass(portal: Portal, letters: readonly MyLetter[]): Promise<Response> {
  const { deps, context, language } = portal
  const mine = currentOf(letters)[0]!
  if (!offersPass(portal, mine)) return notMinePage(portal)
  const content = passContent(mine, { language, portalUrl: deps.config.PORTAL_URL })
  const file = await deps.passMaker!.make({ content, pictures }, deps.clock.now())
  return context.body(file, 200, {
    'Content-Type': 'application/vnd.apple.pkpass',
    'Content-Disposition': 'attachment; filename="stemmen.pkpass"',
  })
}
