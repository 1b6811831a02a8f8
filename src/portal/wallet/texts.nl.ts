/** Words of the pass for the wallet of a phone. */
export const nl = {
  link: 'Zet in Apple Wallet',
  /** Short: a phone cuts off what is long. */
  labels: { number: 'Nummer', day: 'Dag', hours: 'Uren', place: 'Plaats', room: 'Stembureau' },
  back: {
    address: 'Adres',
    bring: 'Meebrengen',
    changes: {
      title: 'Als er iets verandert',
      text: 'Deze kaart verandert niet vanzelf. Krijg je een nieuwe brief? Haal dan ook een nieuwe kaart.',
    },
    page: 'Alles over deze verkiezing',
  },
}

export type Texts = typeof nl
