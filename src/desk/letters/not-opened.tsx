import { ButtonLink } from '../../platform/http/components/index.ts'
import { paths } from '../paths.ts'
import { texts } from './release-texts.nl.ts'

/** Nobody asks for or does a release of letters they did not look at. */
export function NotOpened({ election }: { election: string }) {
  return (
    <>
      <p>{texts.notOpenedYet}</p>
      <ButtonLink href={paths.proof({ election })}>{texts.openProof}</ButtonLink>
    </>
  )
}
