import type { Texts } from './texts.nl.ts'

export const en: Texts = {
  link: 'Add to Apple Wallet',
  labels: { number: 'Number', day: 'Day', hours: 'Hours', place: 'Place', room: 'Polling station' },
  back: {
    address: 'Address',
    bring: 'What to bring',
    changes: {
      title: 'If something changes',
      text: 'This card does not change by itself. Do you get a new letter? Then get a new card as well.',
    },
    page: 'Everything about this election',
  },
}
