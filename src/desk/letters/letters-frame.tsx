import type { Child } from 'hono/jsx'
import { type FieldErrors, SubNavigation } from '../../platform/http/components/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { texts } from './texts.nl.ts'

interface Props {
  readonly title: string
  readonly part: 'preview' | 'letters' | 'proof' | 'release'
  readonly errors?: FieldErrors
  readonly status?: 200 | 409 | 422
}

/** A page of the letters: its views beside each other above what it shows. */
export function showLettersPage(desk: ElectionDesk, { part, ...props }: Props, body: Child) {
  const { election } = desk
  const at = { election: election.code }
  const parts = {
    preview: paths.preview(at),
    letters: paths.letters(at),
    proof: paths.proof(at),
    release: paths.release(at),
  }
  const links = Object.entries(parts).map(([name, href]) => ({
    href,
    text: texts.parts[name as keyof typeof parts],
  }))
  return showPage(
    desk,
    { ...props, caption: election.name, trail: [{ href: paths.election(at), text: election.name }] },
    <>
      <SubNavigation label={texts.parts.label} links={links} current={parts[part]} />
      {body}
    </>,
  )
}
