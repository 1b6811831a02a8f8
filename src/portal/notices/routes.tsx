import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { hasMembers } from '../../bureaus/index.ts'
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
import { showPublicPage } from '../frame.tsx'
import { type Language, languageOf } from '../language.ts'
import { paths } from '../paths.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { AccessibilityStatement } from './accessibility-page.tsx'
import { PrivacyNotice } from './privacy-page.tsx'
import { texts } from './texts.ts'

interface Notices {
  readonly municipality: MunicipalitySettings
  /** Those of which letters are kept. */
  readonly elections: readonly Election[]
  /** Those for which people sit in a bureau, or were called for one. */
  readonly withMembers: readonly Election[]
  readonly language: Language
}

type NoticeName = 'accessibility' | 'privacy'
type NoticePath = Path<'/gemeente/:municipality/privacy'> | Path<'/gemeente/:municipality/toegankelijkheid'>

/** The notices that the law asks for, of each municipality by what its file says, and where to choose one. */
export function noticeRoutes(deps: PortalDeps): readonly Route[] {
  const chosen = (path: NoticePath, name: NoticeName, body: (notices: Notices) => Child) =>
    get(path, 'public', async (context) => {
      const found = await noticesOf(deps, context.req.param('municipality') ?? '')
      if (!found) return context.notFound()
      const { municipality } = found
      const language = languageOf(context, deps.config, municipality)
      const title = texts[language][name].pageTitle(municipality.name)
      return showPublicPage(deps, context, { title, municipality }, body({ ...found, language }))
    })
  return [
    get(paths.accessibility, 'public', (context) =>
      choicePage(deps, context, 'accessibility', paths.accessibilityOf),
    ),
    get(paths.privacy, 'public', (context) => choicePage(deps, context, 'privacy', paths.privacyOf)),
    chosen(paths.accessibilityOf, 'accessibility', (notices) => (
      <AccessibilityStatement {...notices} address={deps.config.PORTAL_URL} />
    )),
    chosen(paths.privacyOf, 'privacy', (notices) => (
      <PrivacyNotice {...notices} offersMail={offersMail(deps.config)} />
    )),
  ]
}

async function choicePage(deps: PortalDeps, context: Context, name: NoticeName, path: NoticePath) {
  const municipalities = await listMunicipalities(deps.database)
  const words = texts[languageOf(context, deps.config)]
  return showPublicPage(
    deps,
    context,
    { title: words[name].title },
    <>
      <p>{municipalities.length > 0 ? words.choose : words.none}</p>
      <ul>
        {municipalities.map(({ slug, name }) => (
          <li>
            <a href={path({ municipality: slug })}>{name}</a>
          </li>
        ))}
      </ul>
    </>,
  )
}

async function noticesOf(
  { database }: PortalDeps,
  slug: string,
): Promise<Omit<Notices, 'language'> | undefined> {
  const found = await findMunicipality(database, slug)
  if (!found) return undefined
  const { municipalityId } = found
  return database.inScope(staffOf(municipalityId), async (db) => {
    const elections: Election[] = []
    const withMembers: Election[] = []
    for (const election of await listElections(db, municipalityId)) {
      if (await wasAnythingReleased(db, municipalityId, election.electionId)) elections.push(election)
      if (await hasMembers(db, election)) withMembers.push(election)
    }
    return { municipality: await getSettings(db, municipalityId), elections, withMembers }
  })
}
