import { get, post } from '../../platform/http/route.ts'
import type { DeskRoute } from '../desk.ts'
import { paths } from '../paths.ts'
import { withElection } from '../with-election.ts'
import { receivePlaces, showImport } from './import-page.tsx'
import { savePlace, showPlace } from './place-page.tsx'
import { showPlaces } from './places-page.tsx'
import { saveRoom, showRoom } from './room-page.tsx'

const right = 'elections.manage'

export const routes: readonly DeskRoute[] = [
  get(paths.places, { right: 'desk.read', audit: 'places.opened' }, withElection(showPlaces)),
  get(paths.importPlaces, { right, audit: 'places.import-opened' }, withElection(showImport)),
  post(paths.importPlaces, { right, audit: 'places.imported', upload: true }, withElection(receivePlaces)),
  get(paths.place, { right, audit: 'places.place-opened' }, withElection(showPlace)),
  post(paths.place, { right, audit: 'places.edited' }, withElection(savePlace)),
  get(paths.room, { right, audit: 'places.room-opened' }, withElection(showRoom)),
  post(paths.room, { right, audit: 'places.room-edited' }, withElection(saveRoom)),
]
