/** Words of who served before. */
export const texts = {
  title: 'Wie al zetelde',
  lead: (times: number) =>
    `Wie al ${times} keer in een bureau zat, mag vragen om geen bijzitter te zijn. De telling zelf staat in het bevolkingsregister. Hier staat een uittreksel, versleuteld: u ziet het bij wie daarom vraagt.`,
  caption: 'Wat hier bewaard is, per verkiezingsdag',
  empty:
    'Er is nog niets bewaard. Neem de diensten op na de verkiezing, of lees een uittreksel van het register in.',
  columns: { day: 'Verkiezingsdag', noted: 'Hier genoteerd', told: 'Uit het register' },
  kept: (years: number) =>
    `Elke dienst blijft hier ${years} jaar na de verkiezing en gaat dan vanzelf weg. Die termijn is nog door niemand bevestigd.`,
  record: {
    title: 'Van deze verkiezing',
    lead: 'Wie er was, volgt uit wat de voorzitters noteerden. Van wie niet genoteerd is of die kwam, wordt niets bewaard. Doe dit opnieuw als er nog iets verandert.',
    button: 'Neem de diensten op',
    notYet: 'Dit kan vanaf de dag na de verkiezing.',
  },
  list: {
    link: 'Haal de namenlijst voor het register op (CSV)',
    hint: 'Met rijksregisternummer en functie, zonder rekening en zonder bedrag. Bewaar ze zoals de kiezerslijst.',
  },
  upload: {
    title: 'Uit het bevolkingsregister',
    lead: 'Wat het register zegt, gaat voor op wat hier genoteerd is. Eén foute rij en niets wordt overgenomen.',
    columns: 'Kolommen:',
    file: 'Bestand',
    hint: 'Een CSV-bestand van hoogstens 16 MB.',
    button: 'Lees in',
    tooLarge: 'Dit bestand is te groot. Hoogstens 16 MB.',
    refused: {
      'too-large': 'Dit bestand is te groot. Hoogstens 16 MB.',
      'no-file': 'Kies een bestand.',
      broken: 'Het bestand kwam niet helemaal aan. Probeer het opnieuw.',
      'rows-refused': 'Er is niets overgenomen: verbeter eerst de fouten hieronder.',
      'not-a-list': 'Dit is geen CSV-bestand met deze kolommen.',
      'too-many-rows': 'Dit bestand heeft te veel rijen. Splits het.',
    },
  },
}
