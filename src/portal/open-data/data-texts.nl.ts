/** Words inside the data itself, which is Dutch for everybody. */
export const dataTexts = {
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
