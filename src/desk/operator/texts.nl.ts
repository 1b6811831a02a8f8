import type { UploadRefusal } from '../../platform/http/read-upload.ts'

const upload: Readonly<Record<UploadRefusal, string>> = {
  'not-from-our-page': 'De pagina was te oud. Er is niets toegevoegd. Kies het bestand opnieuw.',
  'no-file': 'Kies eerst een bestand.',
  'too-large': 'Het bestand is te groot: hoogstens 2 MB. Er is niets toegevoegd.',
  broken: 'Het bestand kwam niet helemaal aan. Er is niets toegevoegd. Probeer het opnieuw.',
}

export const texts = {
  views: 'Uitbating',
  municipalities: {
    title: 'Gemeenten',
    lead: 'De gemeenten van deze installatie. U ziet hun naam; hun verkiezingen en kiezers ziet u niet.',
    caption: 'Gemeenten van deze installatie',
    empty: 'Er is nog geen gemeente. Voeg er een toe met haar bestand.',
    add: 'Voeg een gemeente toe',
    name: 'Naam',
    nisCode: 'NIS-code',
    slug: 'Korte naam',
  },
  health: {
    title: 'Gezondheid',
    lead: (still: number) =>
      still === 0
        ? 'Voor zover gemeten, antwoordt iedereen waar brieven naartoe gaan.'
        : `${still === 1 ? '1 partij' : `${still} partijen`} waar brieven naartoe gaan, ${still === 1 ? 'antwoordt' : 'antwoorden'} niet. Brieven wachten en vertrekken vanzelf zodra er weer antwoord komt.`,
    parties: (days: number) => `Wie weg was in de laatste ${days} dagen`,
    partiesNone: 'In deze dagen was niemand weg. Dit wordt alleen gemeten terwijl brieven vertrekken.',
    party: 'Partij',
    from: 'Vanaf',
    until: 'Tot',
    still: 'Nog steeds',
    failures: 'Pogingen zonder antwoord',
    codes: 'Wat er kwam',
    database: 'De databank',
    none: 'Niet nagekeken.',
    what: 'Wat',
    state: 'Stand',
    says: 'Uitleg',
    states: { ok: 'In orde', look: 'Kijk na', wrong: 'Fout' },
    more: 'De opdracht doctor kijkt meer na: ook de sleutels, en of de e-Box van elke gemeente antwoordt.',
    checks: {
      migrations: {
        what: 'Tabellen',
        says: (count: number, missing: readonly string[]) =>
          missing.length === 0
            ? `Alle ${count} wijzigingen van de tabellen zijn uitgevoerd.`
            : `Nog niet uitgevoerd: ${missing.join(', ')}. Voer de opdracht migrate uit.`,
      },
      commits: {
        what: 'Vastleggen',
        says: (off: readonly string[]) =>
          off.length === 0
            ? 'Wat vastgelegd is, blijft bestaan als de server valt.'
            : `${off.join(', ')} staat uit. Als de server valt, kan een brief die al vertrok nog eens vertrekken. Zet het aan.`,
      },
      login: {
        what: 'Aanmelding bij de databank',
        says: (many: number) =>
          many === 0
            ? 'Het programma mag niet meer dan het nodig heeft.'
            : 'Het programma mag te veel in de databank. De opdracht doctor zegt wat. Gebruik een aanmelding die niets bezit.',
      },
      environment: {
        what: 'Omgeving',
        says: (inDatabase: string, configured: string) =>
          inDatabase === configured
            ? `Databank en programma zijn allebei ${configured}.`
            : `De databank is ${inDatabase}, het programma ${configured}. Verbind het programma met de juiste databank.`,
      },
    },
  },
  settings: {
    title: 'Instellingen',
    lead: 'De instellingen waarmee dit programma draait. Wat geheim is, wordt nooit getoond. U wijzigt ze op de server; daarna start u het programma opnieuw. De uitleg is in het Engels.',
    notSet: 'Niet ingesteld',
  },
  add: {
    title: 'Een gemeente toevoegen',
    lead: 'Een gemeente is één bestand met haar naam, adres, ondertekenaars en loket. Met één fout in het bestand wordt niets toegevoegd.',
    file: 'Bestand van de gemeente',
    hint: 'Een JSON-bestand, hoogstens 2 MB. In de documentatie staat een voorbeeld.',
    button: 'Voeg toe',
    caption: 'Wat er fout is in het bestand',
    none: 'Geen fouten.',
    english: 'Deze meldingen komen uit de controle van het bestand en zijn in het Engels.',
    where: 'Waar',
    wrong: 'Wat is er',
    remedy: 'Wat u doet',
    refused: (count: number) =>
      `Er is niets toegevoegd. ${count === 1 ? 'Er is 1 fout' : `Er zijn ${count} fouten`} in het bestand; ze staan in de tabel.`,
    alreadyThere:
      'Er is niets toegevoegd. Een gemeente met deze korte naam, NIS-code of dit ondernemingsnummer is er al.',
  },
  upload,
} as const
