/** Words of the data that anybody may use: polling places, never a person. */
export const texts = {
  title: 'Open data: de stemlocaties',
  lead: 'Waar er gestemd wordt, mag iedereen gebruiken: om een kaart te maken, een app of een artikel. Er staan geen personen in.',
  none: 'Er zijn nu geen verkiezingen waarvan de brieven verstuurd zijn.',
  licence: 'Je mag deze gegevens gebruiken volgens deze licentie:',
  catalogueLink: 'De catalogus van alle gegevens (DCAT, JSON-LD)',
  stepFree: 'Zonder trap of drempel bereikbaar',
  formats: { csv: 'CSV', geojson: 'GeoJSON', jsonld: 'JSON-LD' },
  catalogue: {
    title: 'Stemlocaties',
    description: 'De stemlocaties van verkiezingen, zoals ze op de kiesbrieven van deze gemeenten staan.',
  },
  set: {
    title: (municipality: string, election: string) => `Stemlocaties ${municipality}: ${election}`,
    description: (municipality: string) =>
      `Elk gebouw in ${municipality} waar gestemd wordt: naam, adres, ligging, toegankelijkheid, stembureaus en openingsuren.`,
    keywords: ['verkiezingen', 'stemlocaties', 'stembureaus'],
  },
} as const
