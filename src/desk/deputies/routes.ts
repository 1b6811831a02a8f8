import { get, post } from '../../platform/http/route.ts'
import type { DeskRoute } from '../desk.ts'
import { paths } from '../paths.ts'
import { showDeputies } from './deputies-page.tsx'
import { end, nameForAnother, nameOwn } from './name-deputy.ts'

const named = { audit: 'staff.deputy-named', fresh: true } as const

export const routes: readonly DeskRoute[] = [
  get(paths.deputies, { right: 'letters.read', audit: 'staff.deputies-opened' }, (desk) =>
    showDeputies(desk),
  ),
  post(paths.nameOwnDeputy, { right: 'letters.release', ...named }, nameOwn),
  post(paths.nameDeputy, { right: 'staff.manage', ...named }, nameForAnother),
  // The releaser, who manages the staff, or the deputy: `endDeputy` says who may.
  post(paths.endDeputy, { right: 'letters.read', audit: 'staff.deputy-ended' }, end),
]
