import { SubNavigation } from '../../platform/http/components/index.ts'
import { paths } from '../paths.ts'
import { texts } from './texts.nl.ts'

/** The views of who runs the installation, beside each other. */
export function OperatorViews({ current }: { current: string }) {
  const links = [
    { href: paths.operator(), text: texts.municipalities.title },
    { href: paths.installationHealth(), text: texts.health.title },
    { href: paths.installationSettings(), text: texts.settings.title },
  ]
  return <SubNavigation label={texts.views} {...{ links, current }} />
}
