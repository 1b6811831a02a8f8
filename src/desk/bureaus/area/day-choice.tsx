import { longDate } from '../../../platform/dates.ts'
import { SubNavigation } from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import { texts } from './texts.nl.ts'
import type { AreaDesk } from './with-area.ts'

/** Which polling day is looked at, where something of more than one is granted. */
export function DayChoice({ desk, here }: { desk: AreaDesk; here: string }) {
  const { days, day } = desk
  if (days.length < 2) return null
  const links = days.map((one) => ({ href: withQuery(here, { dag: one }), text: longDate(one, 'nl') }))
  return <SubNavigation label={texts.days.label} current={withQuery(here, { dag: day })} links={links} />
}
