import { SubNavigation } from '../../platform/http/components/index.ts'
import { paths } from '../paths.ts'
import { texts } from './texts.nl.ts'

/** The two views of the log beside each other. */
export function AuditViews({ current }: { current: string }) {
  const links = [
    { href: paths.audit(), text: texts.views.all },
    { href: paths.unusualLookUps(), text: texts.views.unusual },
  ]
  return <SubNavigation label={texts.views.label} {...{ links, current }} />
}
