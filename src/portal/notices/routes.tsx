import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { type Election, listElections } from '../../elections/index.ts'
import { wasAnythingReleased } from '../../letters/index.ts'
import {
  findMunicipality,
  getSettings,
  listMunicipalities,
  type MunicipalitySettings,
} from '../../municipalities/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { Path } from '../../platform/http/path.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { offersMail } from '../../platform/mail-settings.ts'
import { BarePage } from '../frame.tsx'
import { paths } from '../paths.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { AccessibilityStatement } from './accessibility-page.tsx'
import { PrivacyNotice } from './privacy-page.tsx'
import { texts } from './texts.nl.ts'

interface Notices {
  readonly municipality: MunicipalitySettings
  /** Those of which letters are kept. */
  readonly elections: readonly Election[]
}

type NoticePath = Path<'/gemeente/:municipality/privacy'> | Path<'/gemeente/:municipality/toegankelijkheid'>

/** The notices that the law asks for, of each municipality by what its file says, and where to choose one. */
export function noticeRoutes(deps: PortalDeps): readonly Route[] {
  const { accessibility, privacy } = texts
  const chosen = (path: NoticePath, title: (name: string) => string, body: (notices: Notices) => Child) =>
    get(path, 'public', async (context) => {
      const found = await noticesOf(deps, context.req.param('municipality') ?? '')
      if (!found) return context.notFound()
      const { municipality } = found
      return context.html(
        <BarePage deps={deps} title={title(municipality.name)} municipality={municipality}>
          {body(found)}
        </BarePage>,
      )
    })
  return [
    get(paths.accessibility, 'public', (context) =>
      choicePage(deps, context, accessibility.title, paths.accessibilityOf),
    ),
    get(paths.privacy, 'public', (context) => choicePage(deps, context, privacy.title, paths.privacyOf)),
    chosen(paths.accessibilityOf, accessibility.pageTitle, ({ municipality }) => (
      <AccessibilityStatement municipality={municipality} address={deps.config.PORTAL_URL} />
    )),
    chosen(paths.privacyOf, privacy.pageTitle, (notices) => (
      <PrivacyNotice {...notices} offersMail={offersMail(deps.config)} />
    )),
  ]
}

async function choicePage(deps: PortalDeps, context: Context, title: string, path: NoticePath) {
  const municipalities = await listMunicipalities(deps.database)
  return context.html(
    <BarePage deps={deps} title={title}>
      <p>{municipalities.length > 0 ? texts.choose : texts.none}</p>
      <ul>
        {municipalities.map(({ slug, name }) => (
          <li>
            <a href={path({ municipality: slug })}>{name}</a>
          </li>
        ))}
      </ul>
    </BarePage>,
  )
}

async function noticesOf({ database }: PortalDeps, slug: string): Promise<Notices | undefined> {
  const found = await findMunicipality(database, slug)
  if (!found) return undefined
  const { municipalityId } = found
  return database.inScope(staffOf(municipalityId), async (db) => {
    const elections: Election[] = []
    for (const election of await listElections(db, municipalityId))
      if (await wasAnythingReleased(db, municipalityId, election.electionId)) elections.push(election)
    return { municipality: await getSettings(db, municipalityId), elections }
  })
}
