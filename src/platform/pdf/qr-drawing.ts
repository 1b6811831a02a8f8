import QRCode from 'qrcode'

/** Modules on each side: version 11, the same for every text, so that its place on the page never changes. */
export const qrModules = 61
/** What version 11 holds with error correction M, in bytes. */
export const qrBytes = 251

/** Trying all eight masks costs ten times as much as the code itself, and any mask can be read. */
const maskPattern = 3

/** Rows of modules from the top, one byte each: 1 is dark. Throws when the text is too long. */
function qrMatrix(text: string): Uint8Array {
  const data = Buffer.from(text, 'utf8')
  if (data.length > qrBytes)
    throw new Error(`a QR code of ${data.length} bytes has no room: ${qrBytes} at most`)
  const segment = { data, mode: 'byte' } as const
  return QRCode.create([segment], { version: 11, errorCorrectionLevel: 'M', maskPattern }).modules.data
}

const bytesPerRow = Math.ceil(qrModules / 8)
export const qrMaskBytes = qrModules * bytesPerRow

/** The code as a mask of one bit a module, 1 is dark; each row starts a byte. */
export function drawQrMask(text: string, into: Uint8Array): void {
  const modules = qrMatrix(text)
  for (let y = 0, from = 0; y < qrModules; y++)
    for (let x = 0; x < qrModules; x++, from++)
      if (modules[from]) into[y * bytesPerRow + (x >> 3)]! |= 0x80 >> (x & 7)
}

/** The code as an SVG of 61 units a side, without the quiet zone around it. */
export function qrSvg(text: string): string {
  const modules = qrMatrix(text)
  let path = ''
  for (let y = 0; y < qrModules; y++)
    for (let x = 0; x < qrModules; x++) if (modules[y * qrModules + x]) path += `M${x} ${y}h1v1h-1z`
  return svgOf(path)
}

/** The same drawing with a square for a code: what it becomes in a typeset page can be found again there. */
export const qrPlaceholderSvg = svgOf(`M0 0h${qrModules}v${qrModules}h-${qrModules}z`)
export const qrPlaceholderPath = `0 0 m\n${qrModules} 0 l\n${qrModules} ${qrModules} l\n0 ${qrModules} l\nh\nf\n`

function svgOf(path: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${qrModules} ${qrModules}"><path d="${path}"/></svg>`
}
