import { correction, generate, mode } from 'lean-qr'

/** Modules on each side: version 11, the same for every text, so that its place on the page never changes. */
export const qrModules = 61
/** What version 11 holds with error correction M, in bytes. */
export const qrBytes = 251

const version = 11
const options = {
  minVersion: version,
  maxVersion: version,
  minCorrectionLevel: correction.M,
  maxCorrectionLevel: correction.M,
  /** Trying all eight masks costs several times as much as the code itself, and any mask can be read. */
  mask: 3,
} as const

/** Calls back for each row of dark modules beside each other, from the top left. Throws over 251 bytes. */
function eachDarkRun(text: string, draw: (x: number, y: number, width: number) => void): void {
  const data = Buffer.from(text, 'utf8')
  if (data.length > qrBytes)
    throw new Error(`a QR code of ${data.length} bytes has no room: ${qrBytes} at most`)
  const bitmap = generate(mode.bytes(data), options)
  for (let y = 0; y < qrModules; y++)
    for (let x = 0; x < qrModules; x++) {
      const start = x
      while (bitmap.get(x, y)) x++
      if (x > start) draw(start, y, x - start)
    }
}

const numbers = Array.from({ length: qrModules + 1 }, (_, n) => `${n} `)
const rectangleEnds = numbers.map((width) => `${width}1 re\n`)

/**
 * The code as a path of a page's content, in modules. A path and no image, because viewers scale small images
 * as they please; one path, because its parts then join without a seam.
 */
export function qrPath(text: string): string {
  let path = ''
  eachDarkRun(text, (x, y, width) => {
    path += numbers[x]! + numbers[y]! + rectangleEnds[width]!
  })
  return `${path}f\n`
}

/** The code as an SVG of 61 units a side, without the quiet zone around it. */
export function qrSvg(text: string): string {
  let path = ''
  eachDarkRun(text, (x, y, width) => {
    path += `M${x} ${y}h${width}v1h-${width}z`
  })
  return svgOf(path)
}

const quietZone = 4

/** A short text as the smallest code that holds it, with the quiet zone around it: large modules, for who reads it off a screen. */
export function smallQrSvg(text: string): string {
  const bitmap = generate(mode.bytes(Buffer.from(text, 'utf8')), { minCorrectionLevel: correction.M })
  let path = ''
  for (let y = 0; y < bitmap.size; y++)
    for (let x = 0; x < bitmap.size; x++) if (bitmap.get(x, y)) path += `M${x} ${y}h1v1h-1z`
  const side = bitmap.size + 2 * quietZone
  return svgOf(path, `${-quietZone} ${-quietZone} ${side} ${side}`)
}

/** The same drawing with a square for a code: what it becomes in a typeset page can be found again there. */
export const qrPlaceholderSvg = svgOf(`M0 0h${qrModules}v${qrModules}h-${qrModules}z`)
export const qrPlaceholderPath = `0 0 m\n${qrModules} 0 l\n${qrModules} ${qrModules} l\n0 ${qrModules} l\nh\nf\n`

function svgOf(path: string, box = `0 0 ${qrModules} ${qrModules}`): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}"><path d="${path}"/></svg>`
}
