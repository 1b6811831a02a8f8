import QRCode from 'qrcode'

/** Modules on each side: version 11, the same for every text, so that its place on the page never changes. */
export const qrModules = 61
/** What version 11 holds with error correction M, in bytes. */
export const qrBytes = 251

/** Trying all eight masks costs ten times as much as the code itself, and any mask can be read. */
const maskPattern = 3

/** A row of dark modules beside each other, from the top left. */
type Run = readonly [x: number, y: number, width: number]

/** The dark modules as runs, row by row. Throws when the text is longer than 251 bytes. */
function darkRuns(text: string): readonly Run[] {
  const data = Buffer.from(text, 'utf8')
  if (data.length > qrBytes)
    throw new Error(`a QR code of ${data.length} bytes has no room: ${qrBytes} at most`)
  const options = { version: 11, errorCorrectionLevel: 'M', maskPattern } as const
  const dark = QRCode.create([{ data, mode: 'byte' }], options).modules.data
  const runs: Run[] = []
  for (let y = 0; y < qrModules; y++)
    for (let x = 0; x < qrModules; x++) {
      const start = x
      while (x < qrModules && dark[y * qrModules + x]) x++
      if (x > start) runs.push([start, y, x - start])
    }
  return runs
}

/**
 * The code as a path of a page's content, in modules. A path and no image, because viewers scale small images
 * as they please; one path, because its parts then join without a seam.
 */
export function qrPath(text: string): string {
  let path = ''
  for (const [x, y, width] of darkRuns(text)) path += `${x} ${y} ${width} 1 re\n`
  return `${path}f\n`
}

/** The code as an SVG of 61 units a side, without the quiet zone around it. */
export function qrSvg(text: string): string {
  return svgOf(
    darkRuns(text)
      .map(([x, y, width]) => `M${x} ${y}h${width}v1h-${width}z`)
      .join(''),
  )
}

/** The same drawing with a square for a code: what it becomes in a typeset page can be found again there. */
export const qrPlaceholderSvg = svgOf(`M0 0h${qrModules}v${qrModules}h-${qrModules}z`)
export const qrPlaceholderPath = `0 0 m\n${qrModules} 0 l\n${qrModules} ${qrModules} l\n0 ${qrModules} l\nh\nf\n`

function svgOf(path: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${qrModules} ${qrModules}"><path d="${path}"/></svg>`
}
