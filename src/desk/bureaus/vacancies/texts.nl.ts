import type { CallOutcome } from '../../../bureaus/index.ts'

export const vacancies = {
  title: 'Openstaande plaatsen',
  link: 'Openstaande plaatsen: wat het dringendst is, en wie volgt',
  lead: 'Alle zitplaatsen die nog niemand heeft, over alle bureaus. Bovenaan staat wat het dringendst is: eerst een voorzitter, dan een bureau dat zo niet kan samenkomen.',
  until: (days: number) => {
    if (days < 0) return 'De verkiezing is voorbij.'
    if (days === 0) return 'De verkiezing is vandaag.'
    return days === 1 ? 'De verkiezing is morgen.' : `Nog ${days} dagen tot de verkiezing.`
  },
  figures: { open: 'Open plaatsen', alone: 'Bureaus die zo niet kunnen samenkomen' },
  caption: 'De dringendste eerst',
  none: 'Elke plaats heeft iemand. De voorzitter kiest zelf een secretaris.',
  columns: { bureau: 'Bureau', seat: 'Zitplaats', next: 'Wie volgt', deed: 'Voordragen' },
  alone: 'kan zo niet samenkomen',
  nobody: 'niemand meer, of de lijst is nog niet klaar',
  by: {
    CATEGORY: 'lijst A',
    DRAW: 'lijst B',
    VOLUNTEER: 'vrijwilliger',
  },
  drawn: (rank: number) => `lijst B, nummer ${rank} van de loting`,
  propose: 'Draag voor',
  proposeFor: (seat: string) => ` wie volgt voor ${seat}`,
  byHand: 'Iemand anders',
  sameNext: 'Wie volgt, kan bij meer dan één plaats staan. Wie voorgedragen is, verdwijnt overal.',
  decides: 'De magistraat wijst aan. Wie hier voorgedragen wordt, krijgt daarna pas een oproep.',
}

const outcomes: Readonly<Record<CallOutcome, string>> = {
  COMES: 'Komt',
  NO_ANSWER: 'Geen antwoord',
  CANNOT: 'Kan niet',
}

export const phones = {
  title: 'Bellijst voor de laatste dagen',
  link: 'Bellijst: reserve en vrijwilligers voor de laatste dagen',
  lead: 'Wie u kunt bellen als er een plaats vrijkomt: eerst de reserve die al aangewezen is, dan de vrijwilligers. Elk nummer dat u ziet, staat in het logboek.',
  caption: 'In deze volgorde',
  none: 'Er is niemand in reserve, en geen vrijwilliger die nog kan.',
  columns: { who: 'Wie', as: 'Als', phone: 'Telefoon', calls: 'Gebeld', note: 'Noteer', seat: 'Plaats' },
  volunteer: 'Vrijwilliger',
  standsBy: 'Vrijwilliger, wil inspringen',
  noPhone: 'geen nummer, wel e-mail',
  noWay: 'niet te bereiken: geen nummer en geen e-mail',
  notYet: 'nog niet',
  outcomes,
  called: (outcome: CallOutcome, moment: string, who: string) => `${outcomes[outcome]}: ${moment}, ${who}`,
  of: (who: string) => ` (${who})`,
  seat: (who: string) => `Plaats voor ${who}`,
  callUp: 'Roep op',
  propose: 'Draag voor',
  noSeat: 'geen open plaats die past',
  volunteerNext:
    'Een vrijwilliger wordt voorgedragen, en de magistraat wijst aan. Op de dag zelf kan de voorzitter een kiezer aanstellen die in het lokaal is.',
  refused: {
    'not-in-reserve': 'Deze persoon is niet meer in reserve. Kijk opnieuw.',
    outcome: 'Kies wat het gesprek opleverde.',
    seat: 'Deze plaats is niet meer open. Kies een andere.',
  },
  ofPerson: {
    caption: 'Telefoongesprekken',
    when: 'Wanneer',
    what: 'Wat',
    who: 'Wie belde',
  },
}
