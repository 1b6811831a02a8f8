import type { Child } from 'hono/jsx'
import { type FieldErrors, type Link, SubNavigation } from '../../platform/http/components/index.ts'
import { type ElectionDesk, may } from '../desk.ts'
import { currentIn } from '../navigation.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { texts } from './texts.nl.ts'
import { campaignsOf, type Sending } from './with-campaign.ts'

interface PageOfDelivery {
  readonly title: string
  readonly errors?: FieldErrors
  readonly status?: 200 | 409 | 422
  readonly campaigns?: readonly Sending[]
  readonly campaign?: Sending
  /** The address of the part that the page lies in, where its own does not say it. */
  readonly part?: string
}

/** A page of the delivery, with the way to the others. Pages that are not of one campaign lead to the newest one. */
export async function showDeliveryPage(
  desk: ElectionDesk,
  { title, errors, status, campaigns, campaign, part }: PageOfDelivery,
  body: Child,
): Promise<Response> {
  const shown = campaign ?? (campaigns ?? (await campaignsOf(desk)))[0]
  const { election } = desk
  const links = partsFor(desk, shown)
  return showPage(
    desk,
    {
      title,
      caption: texts.title,
      trail: [
        { href: paths.start(), text: texts.elections },
        { href: paths.election({ election: election.code }), text: election.name },
      ],
      ...(errors && { errors }),
      ...(status && { status }),
    },
    <>
      <SubNavigation
        label={texts.title}
        links={links}
        current={currentIn(links, part ?? desk.context.req.path) ?? ''}
      />
      {body}
    </>,
  )
}

function partsFor(desk: ElectionDesk, campaign: Sending | undefined): Link[] {
  const election = desk.election.code
  const of = campaign && { election, campaign: campaign.campaignId }
  const { parts } = texts
  return [
    ...(of
      ? [
          { href: paths.delivery(of), text: parts.progress },
          { href: paths.waves(of), text: parts.waves },
          { href: paths.schedule(of), text: parts.schedule },
          { href: paths.troubles(of), text: parts.troubles },
          { href: paths.figures(of), text: parts.figures },
          { href: paths.readStatus(of), text: parts.readStatus },
        ]
      : []),
    ...(of && may(desk, 'voters.read')
      ? [{ href: paths.oneLetter({ election }), text: parts.oneLetter }]
      : []),
    ...(may(desk, 'letters.read')
      ? [
          { href: paths.printFiles({ election }), text: parts.print },
          { href: paths.returned({ election }), text: parts.returned },
        ]
      : []),
  ]
}
