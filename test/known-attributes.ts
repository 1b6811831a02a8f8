import { type DOMTree, definePlugin, Rule } from 'html-validate'

/** What HTML gives elements (WHATWG, index of attributes), as far as pages of ours have it: another may be added here. */
const known = new Set(
  `abbr accept accept-charset action allow alt async autocapitalize autocomplete autofocus charset checked cite class cols colspan content
  contenteditable controls coords crossorigin datetime decoding default defer dir dirname disabled download draggable enctype enterkeyhint
  fetchpriority for form formaction formenctype formmethod formnovalidate formtarget headers height hidden high href hreflang http-equiv
  id imagesizes imagesrcset inert inputmode integrity is ismap itemid itemprop itemref itemscope itemtype kind label lang list loading loop
  low max maxlength media method min minlength multiple muted name nomodule nonce novalidate open optimum pattern ping placeholder popover
  popovertarget popovertargetaction poster preload readonly referrerpolicy rel required reversed role rows rowspan sandbox scope selected
  shape size sizes slot span spellcheck src srcdoc srclang srcset start step style tabindex target title translate type usemap value
  width wrap`.split(/\s+/),
)

/** What a component is told and does not take lands in the markup as an attribute that nobody knows. */
class KnownAttributes extends Rule {
  setup(): void {
    this.on('dom:ready', ({ document }: { document: DOMTree }) => {
      const drawn = new Set(document.querySelectorAll('svg, svg *'))
      for (const node of document.querySelectorAll('*').filter((one) => !drawn.has(one)))
        for (const { key } of node.attributes)
          if (!known.has(key) && !/^(data|aria)-/.test(key))
            this.report({ node, message: `<${node.tagName}> has an attribute "${key}", which HTML has not` })
    })
  }
}

export const knownAttributes = definePlugin({
  name: 'known-attributes',
  rules: { 'known-attributes': KnownAttributes },
})
