/** Readable at any width and at 400 %; on paper without colours of the screen. Contrast at least 4.5. */
export const letterStyle = `
:root { --ink: #1a1d21; --soft: #4a505a; --blue: #0055cc; --yellow: #ffe615; color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; font: 1.125rem/1.5 system-ui, sans-serif; color: var(--ink); background: #fff; }
header, main, footer, .back { max-width: 46rem; margin: 0 auto; padding: 1rem 1.25rem; }
header { border-bottom: 6px solid var(--yellow); display: flex; gap: 1rem; align-items: start; }
header address { flex: 1; }
header, main, footer { overflow-wrap: anywhere; }
p, ul, dl, address { margin: 0 0 0.75rem; }
address { font-style: normal; }
.lines > * { display: block; }
.arms { flex: 0 0 4rem; }
.arms svg { display: block; width: 100%; height: auto; }
.town { font-size: 1.4rem; font-weight: 700; }
.postage { order: 1; border: 1px solid; padding: 0.1rem 0.5rem; font-weight: 700; }
.mark { font-size: 1.4rem; font-weight: 700; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 0.75rem; }
h2 { font-size: 1.35rem; line-height: 1.3; margin: 2rem 0 0.75rem; }
h3 { font-size: 1.125rem; margin: 1.25rem 0 0.25rem; }
.overline, dt, .source { color: var(--soft); }
dt { font-size: 1rem; }
dd { margin: 0 0 0.9rem; }
.key { font-size: 1.4rem; font-weight: 700; }
.box { border: 3px solid var(--blue); padding: 0 1.25rem 0.5rem; }
.box h2 { margin: 0 -1.25rem 1rem; padding: 0.5rem 1.25rem; background: var(--blue); color: #fff; }
.qr svg { width: 12rem; max-width: 100%; height: auto; display: block; }
a { color: var(--blue); text-underline-offset: 0.15em; }
a:focus-visible { outline: 3px solid var(--blue); outline-offset: 3px; }
@media (min-width: 48rem) { .box dl { display: grid; grid-template-columns: 3fr 3fr 2fr; gap: 1.25rem; } }
@media print {
  @page { margin: 18mm; }
  body { font-size: 12pt; }
  .box h2 { background: none; color: var(--ink); }
  section { break-inside: avoid-page; }
  .law { break-inside: auto; }
  .back { display: none; }
  a { color: inherit; text-decoration: none; }
}
`
