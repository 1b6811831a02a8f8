import type { ElectionDesk } from '../desk.ts'
import { AddLink } from './amend-links.tsx'
import { showCorrectionsPage } from './corrections-frame.tsx'
import { texts } from './texts.nl.ts'

export function showCorrections(desk: ElectionDesk) {
  return showCorrectionsPage(desk, { title: texts.overview.title }, <AddLink desk={desk} />)
}
