export { drawPdf as drawPages } from '../src/platform/pdf/draw-pdf.ts'
