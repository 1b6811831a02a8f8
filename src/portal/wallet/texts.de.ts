import type { Texts } from './texts.nl.ts'

export const de: Texts = {
  link: 'Zu Apple Wallet hinzufügen',
  labels: { number: 'Nummer', day: 'Tag', hours: 'Uhrzeit', place: 'Ort', room: 'Wahlbüro' },
  back: {
    address: 'Adresse',
    bring: 'Mitbringen',
    changes: {
      title: 'Wenn sich etwas ändert',
      text: 'Diese Karte ändert sich nicht von selbst. Bekommen Sie einen neuen Brief? Holen Sie dann auch eine neue Karte.',
    },
    page: 'Alles über diese Wahl',
  },
}
