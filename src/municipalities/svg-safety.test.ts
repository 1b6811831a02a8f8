import { expect, test } from 'vitest'
import { maxSvgBytes, svgFaults } from './svg-safety.ts'

const svg = (body: string, attributes = 'viewBox="0 0 10 10"') => `<svg ${attributes}>${body}</svg>`

test.each([
  ['a path', svg('<path d="M0 0H10V10Z" fill="#123456"/>')],
  [
    'shapes in groups, with a comment',
    svg('<!-- shield --><g><rect width="1" height="1"/><circle r="2"/></g>'),
  ],
  [
    'a clip of its own',
    svg('<defs><clipPath id="c"><path d="M0 0"/></clipPath></defs><g clip-path="url(#c)"/>'),
  ],
  [
    'a gradient and a use of its own',
    svg('<defs><linearGradient id="a"/></defs><use href="#a" fill="url( \'#a\' )"/>'),
  ],
  [
    'an XML declaration',
    `<?xml version="1.0" encoding="UTF-8"?>\n${svg('<title>Wapen &amp; schild</title>')}`,
  ],
])('%s may stand in a letter', (_, text) => expect(svgFaults(text)).toEqual([]))

test.each([
  ['nothing', ''],
  ['plain text', 'shield'],
  ['HTML', '<html><svg viewBox="0 0 1 1"/></html>'],
  ['a script', svg('<script>alert(1)</script>')],
  ['a script in capitals', svg('<SCRIPT>alert(1)</SCRIPT>')],
  ['a script in another name space', svg('<svg:script>alert(1)</svg:script>')],
  ['an event', svg('<path onload="alert(1)" d="M0 0"/>')],
  ['an event on the root', svg('', 'viewBox="0 0 1 1" onload="alert(1)"')],
  ['foreign content', svg('<foreignObject><body/></foreignObject>')],
  ['an image', svg('<image href="#x"/>')],
  ['text, which would need a font', svg('<text>Zonnedorp</text>')],
  ['a style sheet', svg('<style>@import url(https://x.example)</style>')],
  ['animation', svg('<set attributeName="href" to="javascript:alert(1)"/>')],
  ['a link', svg('<a href="https://x.example"><path d="M0 0"/></a>')],
  ['a use from outside', svg('<use href="https://x.example/a.svg#b"/>')],
  ['a use from outside, old spelling', svg('<use xlink:href="other.svg#b"/>')],
  ['a fill from outside', svg('<path fill="url(https://x.example/a.svg#b)" d="M0 0"/>')],
  ['a fill from outside, hidden', svg('<path style="fill:u\\72l(https://x.example)" d="M0 0"/>')],
  ['data', svg('<path style="fill:url(data:image/png;base64,AA)" d="M0 0"/>')],
  ['a document type with an entity', `<!DOCTYPE svg [<!ENTITY x "y">]>${svg('')}`],
  ['an entity', svg('<use href="&#106;avascript:alert(1)"/>')],
  ['an unknown entity in a text', svg('<title>&x;</title>')],
  ['CDATA', svg('<title><![CDATA[<script>]]></title>')],
  ['an instruction', svg('<?xml-stylesheet href="x.css"?>')],
  ['an element that is not closed', '<svg viewBox="0 0 1 1"><g></svg>'],
  ['two drawings', `${svg('')}${svg('')}`],
  ['an attribute without quotation marks', svg('<path d=M0/>')],
  ['no viewBox', svg('<path d="M0 0"/>', 'width="10"')],
  ['a very large drawing', svg(`<path d="${'M0 0'.repeat(maxSvgBytes / 4)}"/>`)],
])('%s may not', (_, text) => expect(svgFaults(text)).not.toEqual([]))

test('a drawing made to keep the check busy is refused like any other', () => {
  expect(svgFaults(`<svg viewBox="0 0 1 1"${' a="1"'.repeat(9_000)}<`)).not.toEqual([])
  expect(svgFaults(svg('<g>'.repeat(15_000)))).not.toEqual([])
})
