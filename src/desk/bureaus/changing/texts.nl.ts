/** Of somebody who goes to another seat. */
export const texts = {
  title: 'Verplaats naar een andere plaats',
  link: 'Verplaats naar een andere plaats',
  lead: (who: string, seat: string) => `${who} heeft nu deze plaats: ${seat}.`,
  proposed: 'De voordracht gaat naar de andere plaats. De magistraat wijst daar aan.',
  designated:
    'Deze persoon is al aangewezen. U vraagt de verplaatsing, en de magistraat beslist. Tot dan blijft alles zoals het is. Wie al een oproep kreeg, krijgt daarna een nieuwe, die zegt wat er veranderde.',
  seat: 'Naar welke plaats?',
  choose: 'Kies een open plaats',
  none: 'Er is geen open plaats waarvoor u iemand kunt voordragen.',
  reason: 'Waarom?',
  reasonHint: 'De magistraat leest dit. Schrijf niets over gezondheid en geen rijksregisternummer.',
  buttons: { DESIGNATED: 'Vraag de verplaatsing', PROPOSED: 'Verplaats de voordracht' },
  missing: 'Kies een plaats.',
  asked: {
    title: 'Gevraagd om te verplaatsen',
    fact: (to: string) => `Naar: ${to}.`,
    who: (who: string, moment: string, reason: string) =>
      `Gevraagd door ${who} op ${moment}. Reden: ${reason}`,
    waits: 'De magistraat beslist.',
    taken: 'Die plaats is intussen niet meer vrij.',
    lead: 'Verplaatst u deze persoon, dan is dat een nieuwe aanwijzing, voor de andere plaats. Wie al opgeroepen was, krijgt meteen een nieuwe oproep.',
    move: 'Verplaats',
    refusal: 'Waarom verplaatst u niet?',
    refusalHint: 'De gemeente leest dit. Schrijf niets over gezondheid en geen rijksregisternummer.',
    refuse: 'Verplaats niet',
  },
  list: {
    title: 'Verplaatsingen waarover u beslist',
    line: (who: string, from: string, to: string) => `${who}: van ${from} naar ${to}`,
  },
} as const
