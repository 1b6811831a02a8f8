import type { Texts } from './texts.nl.ts'

export const fr: Texts = {
  title: 'Données ouvertes : les lieux de vote',
  lead: 'Chacun peut utiliser les lieux de vote : pour faire une carte, une application ou un article. Aucune personne n’y figure. Les données sont en néerlandais.',
  none: 'Il n’y a pas d’élections dont les lettres ont été envoyées pour le moment.',
  licence: 'Vous pouvez utiliser ces données selon cette licence :',
  catalogueLink: 'Le catalogue de toutes les données (DCAT, JSON-LD)',
}
