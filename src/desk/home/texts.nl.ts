export const texts = {
  calendar: { title: 'Kalender' },
  start: {
    title: 'Verkiezingen',
    none: 'Er is nog geen verkiezing. Wie deze installatie beheert, voegt er een toe met het bestand van de verkiezing.',
  },
} as const
