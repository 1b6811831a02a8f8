import { get, post } from '../../platform/http/route.ts'
import type { DeskRoute } from '../desk.ts'
import { paths } from '../paths.ts'
import { receiveMunicipality, showAddMunicipality } from './add-municipality-page.tsx'
import { showHealth } from './health-page.tsx'
import { showMunicipalities } from './municipalities-page.tsx'
import { showSettings } from './settings-page.tsx'

const right = 'installation.operate'

export const routes: readonly DeskRoute[] = [
  get(paths.operator, { right, audit: 'installation.opened' }, showMunicipalities),
  get(paths.installationHealth, { right, audit: 'installation.health-opened' }, showHealth),
  get(paths.installationSettings, { right, audit: 'installation.settings-opened' }, showSettings),
  get(paths.addMunicipality, { right, audit: 'municipality.add-opened' }, showAddMunicipality),
  post(paths.addMunicipality, { right, audit: 'municipality.added', upload: true }, receiveMunicipality),
]
