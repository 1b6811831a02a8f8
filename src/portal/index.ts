/**
 * The citizen's pages. All that a citizen can reach is readable in this folder; nothing here shows a voter
 * without login.
 */
import { get, type Route } from '../platform/http/route.ts'
import { letterPage } from './letter-page.tsx'
import { paths } from './paths.ts'
import { startPage } from './start-page.tsx'

export { paths }

export const routes: readonly Route[] = [
  get(paths.start, 'public', startPage),
  get(paths.letter, 'public', letterPage),
]
