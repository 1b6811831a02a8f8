/** Words of the page about the data that anybody may use: polling places, never a person. */
export const nl = {
  title: 'Open data: de stemlocaties',
  lead: 'Waar er gestemd wordt, mag iedereen gebruiken: om een kaart te maken, een app of een artikel. Er staan geen personen in.',
  none: 'Er zijn nu geen verkiezingen waarvan de brieven verstuurd zijn.',
  licence: 'Je mag deze gegevens gebruiken volgens deze licentie:',
  catalogueLink: 'De catalogus van alle gegevens (DCAT, JSON-LD)',
}

export type Texts = typeof nl
