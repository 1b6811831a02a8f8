import { counted } from '../../../platform/counted.ts'
import type { BureauStep } from './bureau-steps.ts'

export const texts = {
  title: 'De bureaus, stap voor stap',
  steps: {
    plan: { title: 'Het plan', hint: 'Welke bureaus er zijn, met hoeveel zitplaatsen.' },
    'list-a': { title: 'Lijst A', hint: 'Wie de instellingen en werkgevers noemen.' },
    draw: { title: 'De loting van lijst B', hint: 'Kiezers van elke stemafdeling, door het lot.' },
    propose: { title: 'Voordragen', hint: 'Voor elke zitplaats iemand van de lijsten.' },
    designate: { title: 'Aanwijzen', hint: 'De magistraat tekent.' },
    call: { title: 'Oproepen', hint: 'Elk lid krijgt een brief.' },
    train: { title: 'Opleidingen', hint: 'Voorzitters en anderen leren wat ze die dag doen.' },
    messages: {
      title: 'Berichten aan leden',
      hint: 'E-mail en SMS: wat vanzelf vertrekt, een bericht aan een groep, en wie u moet bellen.',
    },
    day: {
      title: 'De verkiezingsdag',
      hint: 'Wie er is, welk bureau volledig is, en de toegang van elke voorzitter.',
    },
    absences: {
      title: 'Wie wegbleef of te laat kwam',
      hint: 'Het bestand voor de rechter, met het bewijs van de oproep.',
    },
    pay: { title: 'Vergoedingen', hint: 'Wat elk lid krijgt, en het bestand voor wie betaalt.' },
    answers: {
      title: 'Antwoorden en verontschuldigingen',
      hint: 'Wie komt, en wie vraagt om niet te komen.',
    },
  } satisfies Record<BureauStep, { title: string; hint: string }>,
  hints: {
    plan: (bureaus: number) => `${counted(bureaus, 'bureau', 'bureaus')}.`,
    adopted: 'Vastgesteld door het college, nog niet verzonden.',
    draft: 'Nog niet vastgesteld door het college.',
    sent: 'Vastgesteld en verzonden.',
    committed: 'Vastgelegd. De loting zelf moet nog.',
    listB: {
      DRAFT: 'Er is geloot. Lijst B is nog niet vastgesteld door het college.',
      ADOPTED: 'Er is geloot. Lijst B is vastgesteld, nog niet verzonden.',
      SENT: 'Er is geloot. Lijst B is vastgesteld en verzonden.',
    },
    open: (seats: number) => `Nog niemand voor ${counted(seats, 'zitplaats', 'zitplaatsen')}.`,
    waiting: (people: number) =>
      `${counted(people, 'voordracht wacht', 'voordrachten wachten')} op de magistraat.`,
    toCall: (people: number) =>
      `${counted(people, 'persoon is', 'personen zijn')} aangewezen en nog niet opgeroepen.`,
    untrained: (people: number) =>
      `${counted(people, 'voorzitter volgde', 'voorzitters volgden')} nog geen opleiding.`,
    unreported: (people: number) => `${counted(people, 'persoon', 'personen')} nog in geen bestand.`,
    owed: (people: number) =>
      `${counted(people, 'vergoeding moet', 'vergoedingen moeten')} nog naar wie betaalt.`,
    exported: (people: number) =>
      `Van ${counted(people, 'vergoeding', 'vergoedingen')} is nog niet gekend of ze betaald is.`,
    asking: (people: number) => `${counted(people, 'persoon vraagt', 'personen vragen')} om niet te komen.`,
    silent: (people: number) => `Van ${counted(people, 'persoon', 'personen')} kwam nog geen antwoord.`,
  },
}
