import { get, type Route } from './route.ts'

/** Where the tiles of a map without background are, as a map library asks them. */
export const gridTiles = '/assets/grid/{z}/{x}/{y}'

const tile =
  '<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><path fill="#f3f6fb" d="M0 0h256v256H0z"/><path fill="none" stroke="#d5dde8" d="M0 64h256M0 128h256M0 192h256M64 0v256M128 0v256M192 0v256M0 0h256v256"/></svg>'

/** Stands in for map tiles until an installation names some: the same light grid everywhere, from our own site. */
export const gridTileRoute: Route = get('/assets/grid/:z/:x/:y', 'public', (context) =>
  context.body(tile, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' }),
)
