import { showPage } from './frame.tsx'
import { paths } from './paths.ts'
import type { Portal } from './portal.ts'
import { texts } from './texts.ts'

/** What an address names that is not this citizen's, or not there at all. */
export function notMinePage(portal: Portal) {
  const { title, text, back } = texts[portal.language].notMine
  return showPage(
    portal,
    { title, status: 404 },
    <>
      <p>{text}</p>
      <p>
        <a href={paths.elections()}>{back}</a>
      </p>
    </>,
  )
}
