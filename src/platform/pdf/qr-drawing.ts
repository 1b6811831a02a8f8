import QRCode from 'qrcode'

/** Modules on each side: version 11, the same for every text, so that its place on the page never changes. */
export const qrModules = 61
/** What version 11 holds with error correction M, in bytes. */
export const qrBytes = 251

/** Trying all eight masks costs ten times as much as the code itself, and any mask can be read. */
const maskPattern = 3

type Rectangle = readonly [x: number, y: number, width: number, height: number]

/**
 * The dark modules as rectangles in modules from the top left, as few as a quick look finds. In the order of
 * their size, for then they compress best. Throws when the text is longer than 251 bytes.
 */
function drawQr(text: string): readonly Rectangle[] {
  const data = Buffer.from(text, 'utf8')
  if (data.length > qrBytes)
    throw new Error(`a QR code of ${data.length} bytes has no room: ${qrBytes} at most`)
  const code = QRCode.create([{ data, mode: 'byte' }], {
    version: 11,
    errorCorrectionLevel: 'M',
    maskPattern,
  })
  const dark = code.modules.data.slice()
  const bySize = new Map<number, Rectangle[]>()
  for (let at = 0; at < dark.length; at++) {
    if (!dark[at]) continue
    const x = at % qrModules
    const across = run(dark, at, 1, qrModules - x)
    const down = run(dark, at, qrModules, qrModules)
    const [width, height] = across >= down ? [across, 1] : [1, down]
    for (let i = 0; i < width * height; i++) dark[at + i * (height > 1 ? qrModules : 1)] = 0
    const key = width * 64 + height
    const sameSize = bySize.get(key)
    const rectangle = [x, (at - x) / qrModules, width, height] as const
    if (sameSize) sameSize.push(rectangle)
    else bySize.set(key, [rectangle])
  }
  return [...bySize.values()].flat()
}

function run(dark: Uint8Array, from: number, step: number, most: number): number {
  let length = 0
  while (length < most && dark[from + length * step]) length++
  return length
}

/** The code as a path of a page's content, in modules. */
export function qrPath(text: string): string {
  let path = ''
  for (const [x, y, width, height] of drawQr(text)) path += `${x} ${y} ${width} ${height} re\n`
  return `${path}f\n`
}

/** The code as an SVG of 61 units a side, without the quiet zone around it. */
export function qrSvg(text: string): string {
  return svgOf(
    drawQr(text)
      .map(([x, y, width, height]) => `M${x} ${y}h${width}v${height}h-${width}z`)
      .join(''),
  )
}

/** The same drawing with a square for a code: what it becomes in a typeset page can be found again there. */
export const qrPlaceholderSvg = svgOf(`M0 0h${qrModules}v${qrModules}h-${qrModules}z`)
export const qrPlaceholderPath = `0 0 m\n${qrModules} 0 l\n${qrModules} ${qrModules} l\n0 ${qrModules} l\nh\nf\n`

function svgOf(path: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${qrModules} ${qrModules}"><path d="${path}"/></svg>`
}
