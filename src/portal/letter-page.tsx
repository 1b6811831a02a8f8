import type { Context } from 'hono'
import { ButtonLink } from '../platform/http/components/index.ts'
import { BarePage } from './frame.tsx'
import { paths } from './paths.ts'
import type { PortalDeps } from './portal-deps.ts'
import { texts } from './texts.nl.ts'

/**
 * Where the QR code of a letter leads. The signed statement stands in the fragment of the address, which the
 * browser keeps to itself: this page gets no data and shows none.
 */
export function letterPage(deps: PortalDeps, context: Context) {
  const { title, text, mine, isReal, signs, noLetter, go } = texts.scanned
  return context.html(
    <BarePage deps={deps} title={title}>
      <p>{text}</p>
      {deps.citizenLogin && <ButtonLink href={paths.signIn()}>{mine}</ButtonLink>}
      <h2>{isReal}</h2>
      <ul>
        {signs.map((sign) => (
          <li>{sign}</li>
        ))}
      </ul>
      <h2>{noLetter}</h2>
      <p>{go}</p>
    </BarePage>,
  )
}
