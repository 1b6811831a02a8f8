import type { Point } from './seating.ts'

const earthRadius = 6_371_000

/** Metres as the crow flies, whole: nothing when one of both is not known. */
export function metresBetween(a: Point | undefined, b: Point | undefined): number | undefined {
  if (!a || !b) return undefined
  const across = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2
  const along = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2
  const part = across + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * along
  return Math.round(2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(part))))
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
