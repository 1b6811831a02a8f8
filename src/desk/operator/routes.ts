import { get, post } from '../../platform/http/route.ts'
import type { DeskRoute } from '../desk.ts'
import { paths } from '../paths.ts'
import { addByForm, showAddByForm } from './add-by-form-page.tsx'
import { receiveMunicipality, showAddMunicipality } from './add-municipality-page.tsx'
import { changeAppearance, showAppearance } from './appearance-page.tsx'
import { sendTypedArms } from './appearance-sample.tsx'
import { receiveChange, showChangeByFile } from './change-file-page.tsx'
import { changeByForm, showChangeForm } from './change-page.tsx'
import { confirmChange, showKeptChange } from './confirm-change.tsx'
import { showHealth } from './health-page.tsx'
import { showMunicipalities } from './municipalities-page.tsx'
import { sendMunicipalityFile, showMunicipality } from './municipality-page.tsx'
import { showSettings } from './settings-page.tsx'
import { tried, tryParty } from './try-party.ts'
import { withMunicipality } from './with-municipality.ts'

const right = 'installation.operate'
const opened = { right, audit: 'municipality.settings-opened' } as const
const shown = { right, audit: 'municipality.change-opened' } as const
/** What is shown before it is carried out writes nothing yet; only `confirmChange` does. */
const updated = { right, audit: 'municipality.updated' } as const

export const routes: readonly DeskRoute[] = [
  get(paths.operator, { right, audit: 'installation.opened' }, showMunicipalities),
  get(paths.installationHealth, { right, audit: 'installation.health-opened' }, showHealth),
  post(paths.tryParty, { right, audit: tried }, tryParty),
  get(paths.installationSettings, { right, audit: 'installation.settings-opened' }, showSettings),
  get(paths.addMunicipality, { right, audit: 'municipality.add-opened' }, showAddMunicipality),
  post(paths.addMunicipality, { right, audit: 'municipality.added', upload: true }, receiveMunicipality),
  get(paths.addByForm, { right, audit: 'municipality.add-opened' }, showAddByForm),
  post(paths.addByForm, { right, audit: 'municipality.added' }, addByForm),
  get(paths.municipality, opened, withMunicipality(showMunicipality)),
  get(
    paths.municipalityFile,
    { right, audit: 'municipality.file-taken' },
    withMunicipality(sendMunicipalityFile),
  ),
  get(paths.changeMunicipality, shown, withMunicipality(showChangeForm)),
  post(paths.changeMunicipality, updated, withMunicipality(changeByForm)),
  get(paths.changeByFile, shown, withMunicipality(showChangeByFile)),
  post(paths.changeByFile, { ...updated, upload: true }, withMunicipality(receiveChange)),
  get(paths.confirmChange, shown, withMunicipality(showKeptChange)),
  post(paths.confirmChange, { ...updated, fresh: true }, withMunicipality(confirmChange)),
  get(paths.appearance, shown, withMunicipality(showAppearance)),
  post(paths.appearance, { ...updated, upload: true }, withMunicipality(changeAppearance)),
  get(paths.typedArms, { ...shown, passive: true }, withMunicipality(sendTypedArms)),
]
