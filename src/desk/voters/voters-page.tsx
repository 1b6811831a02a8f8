import type { Child } from 'hono/jsx'
import { SubNavigation } from '../../platform/http/components/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { texts } from './texts.nl.ts'

type PageProps = Parameters<typeof showPage>[1]

/** A page of the voters list, with the way back to it. */
export function showVotersPage(desk: ElectionDesk, props: PageProps, body: Child) {
  const { election } = desk
  const above = { href: paths.election({ election: election.code }), text: election.name }
  const list = { href: paths.voters({ election: election.code }), text: texts.back }
  const trail = props.trail ?? (desk.context.req.path === list.href ? [above] : [above, list])
  return showPage(desk, { ...props, trail }, body)
}

/** The list itself, and looking for a voter in it. */
export function VotersViews({ election, current }: { election: string; current: 'list' | 'search' }) {
  const links = [
    { href: paths.voters({ election }), text: texts.list },
    { href: paths.voterSearch({ election }), text: texts.search },
  ]
  return <SubNavigation links={links} current={links[current === 'list' ? 0 : 1]!.href} label={texts.views} />
}
