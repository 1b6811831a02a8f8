import { counted, lettersText } from '../letters/texts.nl.ts'
import type { Step, StepState } from './campaign-steps.ts'
import type { DeadlineState } from './deadlines.ts'

const stepTexts: Readonly<Record<Step, { title: string; hint: string }>> = {
  places: {
    title: 'Stemlocaties en stemafdelingen',
    hint: 'Waar elke stemafdeling stemt, en hoe men er binnenkomt.',
  },
  import: { title: 'Kiezerslijst inladen', hint: 'Elke rij wordt nagekeken; u krijgt een verslag.' },
  accept: { title: 'Kiezerslijst aanvaarden', hint: 'U las het verslag en neemt de lijst in gebruik.' },
  close: {
    title: 'Kiezerslijst afsluiten',
    hint: 'Daarna verandert de lijst alleen nog met een beslissing.',
  },
  compose: { title: 'Kiesbrieven opmaken', hint: 'Voor elke kiezer één brief.' },
  sample: {
    title: 'Proef nakijken',
    hint: 'Een steekproef met de moeilijkste brieven, en wat er gecontroleerd is.',
  },
  request: { title: 'Vrijgave vragen', hint: 'De eerste van twee personen.' },
  release: { title: 'Vrijgeven', hint: 'Een tweede persoon ziet dezelfde proef en beslist.' },
  deliver: { title: 'Versturen naar de e-Box', hint: 'Het versturen gaat vanzelf; u volgt het op.' },
  print: { title: 'Bestanden voor de drukker', hint: 'Voor de brieven op papier.' },
  certify: { title: 'Certificaat', hint: 'Het bewijs dat elke kiezer precies één brief heeft.' },
}

const stateTexts: Readonly<Record<StepState, string>> = {
  'not-yet': 'Nog niet',
  'to-do': 'Te doen',
  'under-way': 'Bezig',
  attention: 'Vraagt aandacht',
  done: 'Gedaan',
}

const deadlineTexts: Readonly<Record<DeadlineState, string>> = {
  done: 'Gedaan',
  late: 'Te laat',
  next: 'Eerstvolgende',
  open: 'Komt nog',
  passed: 'Voorbij',
}

export const texts = {
  start: {
    title: 'Verkiezingen',
    none: 'Er is nog geen verkiezing. Een medewerker verkiezingen van uw gemeente voegt er een toe.',
    noneYet: 'Er is nog geen verkiezing. Voeg de eerste toe: u kiest de soort, en de wet vult de dagen in.',
    add: 'Verkiezing toevoegen',
    past: 'Voorbij',
    today: 'Vandaag',
    inDays: (days: number) => (days === 1 ? 'Morgen' : `Over ${days} dagen`),
  },
  home: {
    next: 'Volgende stap',
    allDone: 'Alles is gedaan. Volg nog op wat terugkomt.',
    byLaw: (day: string, article: string) => `Volgens de wet uiterlijk ${day} (${article}).`,
    late: (day: string, article: string) => `Dit moest volgens de wet gedaan zijn op ${day} (${article}).`,
    steps: 'De campagne, stap voor stap',
    deadlines: 'Termijnen die eraan komen',
    allDeadlines: 'Bekijk de hele kalender',
    facts: 'Bekijk de gegevens van de verkiezing',
    noDeadlines: 'Er komen geen termijnen meer.',
  },
  steps: stepTexts,
  states: stateTexts,
  hints: {
    list: (voters: string, day: string) => `${counted(voters, 'kiezer', 'kiezers')}, ingeladen op ${day}.`,
    closed: (day: string) => `Afgesloten op ${day}.`,
    places: (places: number, sections: number) =>
      `${counted(places, 'stemlocatie', 'stemlocaties')} met ${counted(sections, 'stemafdeling', 'stemafdelingen')}.`,
    incomplete: (count: number) =>
      `Van ${count === 1 ? '1 stemlocatie' : `${count} stemlocaties`} ontbreekt de toegankelijkheid of de plaats op de kaart.`,
    letters: (count: number) => `${lettersText(count)}.`,
    outdated: (count: number) =>
      `${lettersText(count)} ${count === 1 ? 'klopt' : 'kloppen'} niet meer met de gegevens van nu: opnieuw opmaken.`,
    missing: (count: string) => `Kiezers die nog een brief moeten krijgen: ${count}.`,
    oldSample: (moment: string) =>
      `Genomen op ${moment}, en sindsdien veranderden er brieven. Neem een nieuwe proef.`,
    sample: (moment: string) => `Genomen op ${moment}.`,
    wrong: (count: number) =>
      `${counted(count, 'controle vond', 'controles vonden')} een fout. Eerst herstellen, dan opnieuw nemen.`,
    asked: 'Gevraagd. Wacht op een tweede persoon.',
    refused: (moment: string) => `De vorige vraag is geweigerd op ${moment}. Lees waarom.`,
    takenBack: (moment: string) => `De vorige vraag is ingetrokken op ${moment}.`,
    notCarriedOut: 'Beslist, maar gestopt of onderbroken: er is nog niets vrijgegeven. Ga verder, of weiger.',
    correctionWaits: (count: number, released: number) =>
      `Verbetering wacht op vrijgave: ${lettersText(count)}. Eerder vrijgegeven, en nog geldig: ${lettersText(released)}.`,
    released: (count: number) => `${lettersText(count)} vrijgegeven.`,
    delivered: (done: string, total: string) =>
      `Met een uitkomst: ${done} van ${counted(total, 'brief', 'brieven')}.`,
    withReplaced: (current: string) =>
      `Brieven die later vervangen of teruggenomen zijn, tellen hierin mee; nu ${current === '1' ? 'geldt 1 brief' : `gelden ${current} brieven`}.`,
    stopped: 'Het versturen staat stil.',
    unconfirmed: (count: number) =>
      `Van ${lettersText(count)} is niet zeker of ${count === 1 ? 'hij aankwam' : 'ze aankwamen'}.`,
    printed: (letters: number) => `In een drukbestand: ${lettersText(letters)}.`,
    withoutPost: (letters: number) =>
      `${lettersText(letters)} ${letters === 1 ? 'kan' : 'kunnen'} niet met de post bezorgd worden.`,
    toPrint: (letters: number) => `Nog in geen bestand: ${lettersText(letters)}.`,
    certifiedBefore: (moment: string) =>
      `Het laatste is van ${moment}. Schrijf er een nieuw als alles weer verstuurd is.`,
    certified: (moment: string) => `Geschreven op ${moment}.`,
  },
  calendar: {
    title: 'Kalender',
    lead: 'Elke termijn van deze verkiezing, met het artikel waaruit hij komt.',
    late: 'Te laat',
    coming: 'Komt nog',
    over: 'Gedaan of voorbij',
    nothingComing: 'Er komen geen termijnen meer.',
    waiting: 'Wachten op een beslissing',
    waitingFor: (what: string) => `Wacht op: ${what}.`,
    states: deadlineTexts,
    before: (day: string) => `vóór ${day}`,
    from: (day: string) => `vanaf ${day}`,
    until: (day: string) => `uiterlijk ${day}`,
    hours: (time: string) => `${time.replace('-', ' tot ')} uur`,
    insteadOf: (day: string) => `Anders beslist; volgens de regel was het ${day}.`,
  },
} as const
