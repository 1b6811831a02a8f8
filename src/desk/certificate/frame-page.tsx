import type { Child } from 'hono/jsx'
import { type FieldErrors, SubNavigation } from '../../platform/http/components/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { texts } from './texts.nl.ts'

/** The pages of the certificate beside each other. */
export function showCertificatePage(
  desk: ElectionDesk,
  { title, errors, refreshAfter }: { title: string; errors?: FieldErrors; refreshAfter?: number },
  body: Child,
) {
  const { election } = desk
  const of = { election: election.code }
  return showPage(
    desk,
    {
      title,
      caption: election.name,
      trail: [
        { href: paths.start(), text: texts.elections },
        { href: paths.election(of), text: election.name },
      ],
      ...(errors && { errors }),
      ...(refreshAfter && { refreshAfter }),
    },
    <>
      <SubNavigation
        label={texts.title}
        current={desk.context.req.path}
        links={[
          { href: paths.certificate(of), text: texts.parts.sum },
          { href: paths.certificateVerify(of), text: texts.parts.verify },
        ]}
      />
      {body}
    </>,
  )
}
