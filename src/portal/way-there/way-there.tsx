import type { WhereToVote } from '../../letters/index.ts'
import { asset } from '../../platform/http/assets.ts'
import { MapFrame } from '../../platform/http/components/index.ts'
import { Elsewhere } from '../elsewhere.tsx'
import { langOf } from '../language.ts'
import type { Portal } from '../portal.ts'
import { script } from '../without-network/browser-files.ts'
import { destinationOf } from './destination.ts'
import { type Destination, directionsTo } from './directions.ts'
import { texts } from './texts.ts'

/** The address as text, links to the maps of the device, and a map for who asks for it: before that nobody else is asked for anything. */
export function WayThere({ portal, mine }: { portal: Portal; mine: WhereToVote }) {
  const words = texts[portal.language]
  const destination = destinationOf(mine)
  const { ways, anyApp } = directionsTo(destination, portal.context.req.header('User-Agent') ?? '')
  const links = [
    ...ways.map(({ means, href }) => ({ href, text: words.means[means] })),
    ...(anyApp ? [{ href: anyApp, text: words.anyApp }] : []),
  ]
  return (
    <>
      <h2>{words.title}</h2>
      <address class="portal-address" lang={langOf(mine.form.data.language, portal.language)}>
        {[destination.name, ...destination.addressLines].map((line) => (
          <span>{line}</span>
        ))}
      </address>
      <p>{words.route}</p>
      <ul class="portal-ways">
        {links.map(({ href, text }) => (
          <li>
            <Elsewhere {...{ portal, href }}>{text}</Elsewhere>
          </li>
        ))}
      </ul>
      <p class="quiet">{words.leaves}</p>
      {destination.coordinates && <PlaceMap portal={portal} destination={destination} />}
    </>
  )
}

/** Closed, and not there at all without script. Its library is fetched when it is opened, and so are its tiles. */
function PlaceMap({
  portal: { deps, context, language },
  destination: { name, coordinates },
}: {
  portal: Portal
  destination: Destination
}) {
  const { MAP_TILES, MAP_ATTRIBUTION } = deps.config
  const { show, label, withoutBackground, fromElsewhere, somebody } = texts[language].map
  const points = coordinates ? [{ at: [coordinates.latitude, coordinates.longitude] as const, name }] : []
  return (
    <>
      <details
        class="govuk-details"
        data-show-map
        data-style={asset('leaflet.css')}
        data-scripts={JSON.stringify([asset('leaflet.js'), asset('map.js')])}
        hidden
      >
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{show}</span>
        </summary>
        <MapFrame label={label(name)} points={points} config={deps.config} />
        {!MAP_TILES && <p class="quiet">{withoutBackground}</p>}
      </details>
      {MAP_TILES && <p class="quiet">{fromElsewhere(MAP_ATTRIBUTION ?? somebody)}</p>}
      <script
        type="module"
        src={script('way-there/browser/show-map.js')}
        nonce={context.get('secureHeadersNonce')}
      />
    </>
  )
}
