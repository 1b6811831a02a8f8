import type { Context } from 'hono'
import { sha256 } from '../../platform/hash.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { showPublicPage } from '../frame.tsx'
import { langOf, languageOf } from '../language.ts'
import { paths } from '../paths.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { rememberBriefly } from '../remember-briefly.ts'
import { addressOf, csvOf, type DataSet, type Format, formats, geoJsonOf } from './data-set.ts'
import { dataTexts } from './data-texts.nl.ts'
import { catalogueOf, jsonLdOf } from './json-ld.ts'
import { openPlaces, type PublishedElection, publishedElections } from './published-election.ts'
import { texts } from './texts.ts'

const anHour = 3600
const aFewMinutes = 300

const writers: Record<Format, (set: DataSet) => string> = {
  csv: csvOf,
  geojson: (set) => JSON.stringify(geoJsonOf(set)),
  jsonld: (set) => JSON.stringify(jsonLdOf(set)),
}

/** What anybody may build on, without login, from any site: made once in some minutes, however many ask. */
export function openDataRoutes(deps: PortalDeps): readonly Route[] {
  const { PORTAL_URL: portalUrl, OPEN_DATA_LICENCE: licence } = deps.config
  const everything = rememberBriefly(deps.clock, aFewMinutes, () => publishedElections(deps))
  const places = rememberBriefly(deps.clock, aFewMinutes, (name) => {
    const [slug, code] = name.split('/') as [string, string]
    return openPlaces(deps, { slug, code })
  })
  const file = (format: Format) =>
    get(formats[format].address, 'public', async (context) => {
      const { municipality, election } = context.req.param() as Record<'municipality' | 'election', string>
      const found = await places(`${municipality}/${election}`)
      if (!found) return context.notFound()
      return send(context, formats[format].mediaType, writers[format]({ ...found, portalUrl, licence }))
    })
  return [
    get(paths.openData, 'public', async (context) =>
      openDataPage(deps, context, (await everything('')) ?? []),
    ),
    get(paths.catalogue, 'public', async (context) => {
      const catalogue = catalogueOf((await everything('')) ?? [], { portalUrl, licence })
      return send(context, formats.jsonld.mediaType, JSON.stringify(catalogue))
    }),
    ...(Object.keys(formats) as Format[]).map(file),
  ]
}

function send(context: Context, mediaType: string, body: string): Response {
  const tag = `"${sha256(body).toString('base64url')}"`
  const headers = {
    'Content-Type': `${mediaType}; charset=utf-8`,
    'Cache-Control': `public, max-age=${anHour}`,
    'Access-Control-Allow-Origin': '*',
    ETag: tag,
  }
  if (context.req.header('If-None-Match') === tag) return context.body(null, 304, headers)
  return context.body(body, 200, headers)
}

function openDataPage(deps: PortalDeps, context: Context, elections: readonly PublishedElection[]) {
  const licence = deps.config.OPEN_DATA_LICENCE
  const language = languageOf(context, deps.config)
  const words = texts[language]
  return showPublicPage(
    deps,
    context,
    { title: words.title },
    <>
      <p>{words.lead}</p>
      {elections.length === 0 && <p>{words.none}</p>}
      {elections.map((one) => (
        <section>
          <h2 lang={langOf('nl', language)}>
            {dataTexts.set.title(one.municipality.name, one.election.name)}
          </h2>
          <ul>
            {(Object.keys(formats) as Format[]).map((format) => (
              <li>
                <a href={formats[format].address(addressOf(one))}>{dataTexts.formats[format]}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p>
        <a href={paths.catalogue()}>{words.catalogueLink}</a>
      </p>
      <p>
        {words.licence} <a href={licence}>{licence}</a>
      </p>
    </>,
  )
}
