import { counted } from '../../platform/counted.ts'
import { countText } from '../../platform/http/components/index.ts'
import { actorName } from '../actor-name.ts'
import { texts as frame } from '../texts.nl.ts'
import { lettersText } from './letters-text.ts'

/** What the pages of print files say. */
export const texts = {
  title: 'Drukbestanden',
  lead: 'Per stemafdeling een PDF voor de drukker. Elke brief staat in precies één bestand.',
  make: {
    title: 'Drukbestanden maken',
    text: 'Dit maakt bestanden voor de brieven die nog in geen enkel bestand staan. Onderbroken? De volgende keer gaat het verder.',
    due: (letters: number) => `Nog in geen enkel bestand: ${lettersText(letters)}.`,
    nothingLeft: 'Er zijn nu geen brieven op papier te drukken die nog in geen enkel bestand staan.',
    first: {
      'list-not-closed':
        'Er kunnen nog geen drukbestanden gemaakt worden: sluit eerst de kiezerslijst af, maak de brieven op en geef ze vrij.',
      'nothing-released':
        'Er kunnen nog geen drukbestanden gemaakt worden: er zijn nog geen brieven vrijgegeven.',
    },
    stillSending: (letters: number) =>
      `Wie papier krijgt, is pas bekend als elke brief een uitkomst heeft in de e-Box. Nog te gaan: ${lettersText(letters)}.`,
    button: 'Maak de drukbestanden',
    running: (done: string, total: string) => `Bezig: ${done} van ${counted(total, 'brief', 'brieven')}.`,
    stop: 'Stop na dit bestand',
    stopping: 'Er wordt gestopt na het bestand dat nu gemaakt wordt.',
    refresh: 'Vernieuw deze pagina',
    failed:
      'Het maken is mislukt. Wat af is, blijft. Probeer het opnieuw, of verwittig wie Kiesloket beheert.',
    made: (letters: number, files: number) =>
      files === 0
        ? 'Klaar. Er was niets meer te drukken.'
        : `Gemaakt: ${files === 1 ? '1 bestand' : `${countText(files)} bestanden`} met ${lettersText(letters)}.`,
    refusedTitle: 'Er zijn geen drukbestanden gemaakt',
    because: {
      'list-not-closed': 'De kiezerslijst is nog niet afgesloten.',
      'still-sending': 'Er zijn nog brieven zonder uitkomst: wie papier krijgt, is nog niet bekend.',
      'already-printing':
        'Iemand anders maakt nu al drukbestanden voor deze verkiezing. Wacht tot dat klaar is.',
      'folder-of-others':
        'In de map liggen bestanden van een andere verkiezing. Verwittig wie Kiesloket beheert.',
    },
  },
  files: {
    title: 'Bestanden voor de drukker',
    none: 'Er zijn nog geen drukbestanden.',
    shown: (first: number, last: number, all: number) =>
      `Bestand ${countText(first)} tot en met ${countText(last)} van de ${countText(all)}.`,
    name: 'Bestand',
    section: 'Stemafdeling',
    paper: 'Papier',
    letters: 'Brieven',
    pages: 'Bladzijden',
    state: 'Toestand',
    whole: 'Te drukken',
    again: (reason: string) => `Te drukken, opnieuw gemaakt: ${reason}`,
    allEnded: 'Niet drukken: geen enkele brief erin geldt nog. Haal hem weg bij de drukker.',
    ended: (count: number) => `${lettersText(count)} erin ${count === 1 ? 'geldt' : 'gelden'} niet meer`,
    download: 'Downloaden',
    elsewhere: ({ where, by, at }: { where: string | null; by: string; at: string }) =>
      `Niet op deze server. Geschreven op ${at} door ${actorName(by)}${where ? ` in ${where}: haal het daar` : ', in een map die toen niet genoteerd werd'}.`,
    pdf: 'PDF',
    index: 'index',
    addresses: 'adressen',
    cover: 'voorblad',
    manifest: 'Lijst van de bestanden (manifest.json)',
    manifestText: 'Geef de drukker ook de lijst mee. Een bestand dat er niet in staat, wordt niet gedrukt.',
    sha256: 'Vingerafdruk van de PDF (SHA-256)',
    remake: 'Opnieuw maken',
  },
  inAll: {
    all: (letters: number) => `In deze bestanden samen: ${lettersText(letters)}.`,
    noneEnded: 'Dat aantal staat ook op het certificaat.',
    withEnded: (ended: number, current: number) =>
      `${lettersText(ended)} daarvan ${ended === 1 ? 'geldt' : 'gelden'} niet meer. Op het certificaat staan alleen die wel gelden: ${lettersText(current)}.`,
    exceptions: (letters: number) =>
      `${lettersText(letters)} ${letters === 1 ? 'kan' : 'kunnen'} niet met de post bezorgd worden en ${letters === 1 ? 'staat' : 'staan'} in geen bestand.`,
  },
  zip: {
    link: 'Alle drukbestanden in één ZIP',
    text: 'Daarin zit ook de lijst van de bestanden. Bestanden die vervangen zijn, zitten er niet in.',
    notWhole: (name: string) =>
      `Er is geen ZIP gemaakt: ${name} staat niet op deze server of is veranderd. Maak dat bestand opnieuw, of haal de andere één voor één op.`,
  },
  taken: {
    title: 'Laatst opgehaald',
    never: 'Nog niet',
    taken: 'laatst opgehaald',
    last: (moment: string, by: string) => `${moment} door ${by}`,
    times: (times: string) => ` (${times} keer in het geheel)`,
    some: (done: string, all: string) =>
      `Van ${done} van de ${all} drukbestanden is de PDF al opgehaald. Spreek af wie ze aan de drukker geeft: een brief mag maar één keer op papier.`,
  },
  again: {
    title: (name: string) => `${name} opnieuw maken?`,
    text: 'Alleen als het vorige bestand verloren of bedorven is. Anders krijgen kiezers twee brieven op papier.',
    warning: 'Het vorige bestand mag niet meer gebruikt worden: laat het vernietigen.',
    reason: 'Waarom?',
    reasonHint: 'Bijvoorbeeld: papier vastgelopen, eerste bestand vernietigd. Dit komt op het certificaat.',
    button: 'Maak het opnieuw',
    back: 'Terug',
    because: {
      'reason-missing': 'Zeg waarom: een brief die twee keer gedrukt wordt, moet verklaard worden.',
      'number-in-text': frame.numberInText,
      'no-such-print-file': 'Dit bestand is er niet.',
      'reprinted-already': 'Dit bestand is al opnieuw gemaakt; het nieuwere telt.',
      'already-printing': 'Iemand maakt nu drukbestanden voor deze verkiezing. Wacht tot dat klaar is.',
      'folder-of-others':
        'In de map liggen bestanden van een andere verkiezing. Verwittig wie Kiesloket beheert.',
    },
  },
  damaged: {
    title: 'Dit bestand is niet meer zoals het gemaakt werd',
    text: 'Het staat niet op deze server, of het is veranderd. Gebruik het niet. Maak het opnieuw, of verwittig wie Kiesloket beheert.',
  },
} as const
