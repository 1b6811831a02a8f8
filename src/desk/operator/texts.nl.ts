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
    lead: 'De gemeenten van deze installatie. U ziet hun gegevens; hun verkiezingen en kiezers ziet u niet.',
    caption: 'Gemeenten van deze installatie',
    empty: 'Er is nog geen gemeente. Voeg er een toe, met een formulier of met haar bestand.',
    add: 'Voeg een gemeente toe',
    name: 'Naam',
    nisCode: 'NIS-code',
    slug: 'Korte naam',
  },
  health: { title: 'Gezondheid' },
  settings: {
    title: 'Instellingen',
    lead: 'De instellingen waarmee dit programma draait. Wat geheim is, wordt nooit getoond. U wijzigt ze op de server; daarna start u het programma opnieuw.',
    notSet: 'Niet ingesteld',
  },
  /** What another municipality has already, by its field. */
  taken: {
    slug: 'Een andere gemeente heeft deze korte naam al. Er is niets veranderd. Kies een andere.',
    nisCode: 'Een andere gemeente heeft deze NIS-code al. Er is niets veranderd. Kijk de code na.',
    enterpriseNumber:
      'Een andere gemeente heeft dit ondernemingsnummer al. Er is niets veranderd. Kijk het nummer na.',
  },
  /** Why something stays as it is once letters were released. */
  held: {
    enterpriseNumber:
      'Dit kan niet meer veranderen: er zijn brieven vrijgegeven waarop dit nummer als afzender ondertekend is. Het kan weer als de gegevens van die verkiezing gewist zijn.',
    languageRegime:
      'Dit kan niet meer veranderen: er zijn brieven vrijgegeven waarvan de taal volgens dit stelsel gekozen is. Het kan weer als de gegevens van die verkiezing gewist zijn.',
  },
  add: {
    title: 'Een gemeente toevoegen met haar bestand',
    lead: 'Een gemeente is één bestand met haar naam, adres, ondertekenaars en loket. Met één fout in het bestand wordt niets toegevoegd.',
    toForm: 'Ik heb nog geen bestand: vul een formulier in dat het maakt',
    file: 'Bestand van de gemeente',
    hint: 'Een JSON-bestand, hoogstens 2 MB. In de documentatie staat een voorbeeld.',
    button: 'Voeg toe',
    caption: 'Wat er fout is in het bestand',
    none: 'Geen fouten.',
    where: 'Waar',
    wholeFile: 'Het hele bestand',
    lineOf: (field: string, line: number) => `${field}, regel ${line}`,
    wrong: 'Wat is er',
    remedy: 'Wat u doet',
    refused: (count: number) =>
      `Er is niets toegevoegd. ${count === 1 ? 'Er is 1 fout' : `Er zijn ${count} fouten`} in het bestand; ze staan in de tabel.`,
  },
  addByForm: {
    title: 'Een gemeente toevoegen',
    lead: 'Vul in wat u van de gemeente weet. Dit formulier maakt haar bestand. U ziet het bestand eerst; daarna beslist u.',
    toFile: 'Ik heb het bestand al: voeg de gemeente toe met haar bestand',
    show: 'Toon het bestand',
    showHint: 'Er wordt nog niets toegevoegd.',
    ready: 'Het bestand is klaar',
    readyText:
      'Er is nog niets toegevoegd. Bewaar het bestand bij de gemeente: met dit bestand kan ze altijd opnieuw toegevoegd of gewijzigd worden. Er staan geen sleutels of wachtwoorden in.',
    caption: 'Het bestand van de gemeente',
    add: 'Voeg de gemeente toe',
    download: 'Bewaar het bestand op uw computer',
  },
  municipality: {
    lead: 'De gegevens van deze gemeente. Haar verkiezingen en kiezers ziet u niet.',
    facts: {
      version: 'Versie',
      versionOf: (version: number, moment: string) => `${version}, sinds ${moment}`,
    },
    change: 'Wijzig met een formulier',
    changeByFile: 'Wijzig met een bestand',
    appearance: 'Huisstijl',
    download: 'Bewaar het bestand van de gemeente',
    downloadHint: 'Hetzelfde bestand voegt de gemeente ook toe in een andere installatie.',
    next: {
      title: 'Wat buiten deze pagina moet gebeuren',
      ownKey: (file: string) =>
        `Sleutel: zet de privésleutel van de gemeente op elke machine waar Kiesloket draait, als ${file}, alleen leesbaar voor het programma. De openbare helft registreert u bij de e-Box. Een sleutel gaat nooit door de browser.`,
      keyOfInstallation:
        'Sleutel: de gemeente reist met de sleutel van de installatie. U hoeft er geen te maken.',
      sender: (number: string, application: string) =>
        `Afzender: registreer bij de e-Box het ondernemingsnummer ${number} met de toepassing ${application}.`,
      mandate: (number: string) =>
        `Machtiging: de gemeente (${number}) machtigt de uitbater bij de e-Box om in haar naam te versturen.`,
      people: (number: string) =>
        `Medewerkers: de gemeente geeft hun rollen in het gebruikersbeheer van de Vlaamse overheid, onder ${number}. Voor een vrijgave zijn twee personen nodig.`,
      election: (slug: string) =>
        `Verkiezing: een medewerker verkiezingen van de gemeente voegt ze toe op de eerste pagina. Op de server kan het met npx kiesloket election add BESTAND -m ${slug}`,
      toHealth: 'Kijk na of de e-Box antwoordt voor deze gemeente',
    },
  },
  change: {
    title: 'Een gemeente wijzigen',
    lead: 'Verander wat anders moet. U ziet eerst wat er verandert; pas daarna beslist u.',
    show: 'Toon wat er verandert',
    showHint: 'Er verandert nog niets.',
  },
  changeByFile: {
    title: 'Een gemeente wijzigen met haar bestand',
    lead: 'Kies het gewijzigde bestand. U ziet eerst wat er verandert; pas daarna beslist u.',
    file: 'Gewijzigd bestand',
    hint: 'Een JSON-bestand, hoogstens 2 MB.',
    button: 'Toon wat er verandert',
    refused: (count: number) =>
      `Er is niets veranderd. ${count === 1 ? 'Er is 1 fout' : `Er zijn ${count} fouten`} in het bestand; ze staan in de tabel.`,
    ofAnother: (name: string, nisCode: string) =>
      `Dit is het bestand van ${name} (NIS-code ${nisCode}). Er is niets veranderd. Een gemeente houdt haar NIS-code.`,
  },
  confirm: {
    title: 'Kijk na wat er verandert',
    caption: 'Wat er verandert',
    lead: 'Er is nog niets veranderd. Klopt dit?',
    nothing: 'Niets.',
    columns: { field: 'Veld', was: 'Nu', is: 'Wordt' },
    absent: '(leeg)',
    drawing: (characters: number) => `een tekening van ${characters} tekens`,
    means: 'Wat dit betekent',
    stays: 'De wijziging wordt een nieuwe versie, met uw naam en het uur. De vorige versie blijft bewaard.',
    confirm: 'Voer de wijziging door',
    goOn: 'Verander nog iets',
    changedMeanwhile:
      'Intussen wijzigde iemand anders deze gemeente. Er is niets van u bewaard. Hieronder staat wat uw wijziging maakt van wat nu geldt; kijk het opnieuw na.',
    otherMunicipality: 'Een gemeente houdt haar NIS-code. Er is niets veranderd.',
    consequences: {
      letters:
        'Brieven die opgemaakt en nog niet vrijgegeven zijn, kloppen dan niet meer: de gemeente laat ze opnieuw opmaken en neemt een nieuwe proef. Vrijgegeven brieven houden wat erop staat.',
      enterpriseNumber:
        'Medewerkers melden zich daarna alleen nog aan onder het nieuwe nummer, en de e-Box moet het kennen. Nog niet vrijgegeven brieven moeten opnieuw opgemaakt worden.',
      languageRegime:
        'Welke brieven Frans mogen zijn, verandert. Nog niet vrijgegeven brieven moeten opnieuw opgemaakt worden.',
      lists: 'Een kiezerslijst die daarna ingelezen wordt, wordt met deze lijst vergeleken.',
      ebox: 'Brieven die nog moeten vertrekken, nemen meteen de nieuwe weg. Waarvan het antwoord op een vorige weg verloren ging, vertrekt niet opnieuw: dat handelt een medewerker af. Wijzig de weg liever niet terwijl brieven vertrekken.',
      limits: 'De verzending volgt de nieuwe grenzen vanaf de volgende reeks brieven.',
      look: 'Medewerkers van de gemeente zien de nieuwe huisstijl op de volgende pagina die ze openen.',
      pageLanguages:
        'Wie de pagina’s voor burgers las in een taal die wegvalt, leest ze meteen in het Nederlands. Mails die al gevraagd zijn, houden hun taal.',
      notices: 'De privacyverklaring en de toegankelijkheidsverklaring voor burgers zeggen dit meteen.',
      reminder: 'Herinneringen die nog niet vertrokken zijn, vertrekken op de nieuwe dag.',
      advisedHour:
        'Burgers zien meteen het nieuwe adviesuur, of geen meer. Wie het al las of in een agenda zette, weet dat niet. Op de brief staat het niet.',
      seal: 'Brieven die vanaf nu vrijgegeven worden, krijgen dit zegel, of geen meer. Wat al vrijgegeven is, blijft zoals het was. De controle (doctor) zegt of sleutel en certificaat in orde zijn.',
      slug: 'In opdrachten op de server gebruikt u voortaan de nieuwe korte naam.',
    },
  },
  appearance: {
    title: 'Huisstijl',
    lead: 'Het wapenschild en de kleuren van de gemeente. Deze pagina toont de kleuren die u kiest. Laat beide kleuren leeg voor die van de installatie.',
    file: 'Wapenschild',
    fileHint:
      'Een SVG-bestand met alleen vormen, hoogstens 60.000 tekens. Hetzelfde wapenschild staat op de brieven. Een foto of PNG kan niet: op papier moet het op elke grootte scherp zijn.',
    noArms: 'Wapenschild weghalen',
    noArmsText: 'Zonder wapenschild',
    show: 'Toon het voorbeeld',
    save: 'Verder',
    saveHint: 'U ziet daarna nog eens wat er verandert. Er is nog niets bewaard.',
    preview: 'Voorbeeld',
    now: 'Zo is het nu',
    sample: {
      text: 'Zo leest tekst, en zo leest',
      link: 'een link in de tekst',
      button: 'Een knop',
      contrast: (least: string) => `Contrast van de kleur (minstens ${least})`,
      on: 'Waarop',
      has: 'Contrast',
      surfaces: {
        '#ffffff': 'Wit, en witte letters op een knop',
        '#f3f6fb': 'Lichte grond',
        '#fdf1f0': 'Grond van wat te laat is',
      },
    },
  },
  upload,
} as const
