import { countText } from '../../platform/http/components/index.ts'
import { texts as frame } from '../texts.nl.ts'
import { lettersText } from './letters-text.ts'

/** What the pages of what went wrong say. */
export const texts = {
  troubles: {
    title: 'Wat misliep',
    unconfirmed: 'Onbevestigde brieven',
    settle: (count: number) =>
      count === 1
        ? 'Eén onbevestigde brief afhandelen'
        : `${countText(count)} onbevestigde brieven één voor één afhandelen`,
    unsettled: (count: number) =>
      `Van ${lettersText(count)} is niet zeker of ze aankwamen. Een medewerker die mag versturen, handelt dat af.`,
    noUnconfirmed: 'Geen: van elke brief die vertrok, weten we of hij aankwam.',
    refused: 'Geweigerde brieven, per oorzaak',
    noRefused: 'De e-Box weigerde geen enkele brief.',
    letters: 'Brieven',
    why: 'Waarom',
    todo: 'Wat u eerst doet',
    again: 'Opnieuw',
    sendAgain: (count: number) => `${lettersText(count)} opnieuw versturen`,
    staysSettled: 'Een medewerker besliste: dit blijft zo.',
    notYours: 'Een medewerker die mag versturen, kan dit.',
    retryTitle: (count: number) => `${lettersText(count)} opnieuw versturen?`,
    once: 'Geen enkele kiezer krijgt zo een tweede brief: de e-Box weigerde deze brieven, dus ze liggen bij niemand.',
    isMended: 'Is de oorzaak hersteld?',
    mended: 'Ja, de oorzaak is weg.',
    notMended: 'Herstel eerst de oorzaak, anders worden ze opnieuw geweigerd. Vink dit dan aan.',
    back: 'Terug',
  },
  unconfirmed: {
    title: 'Onbevestigde brieven',
    lead: 'Deze brieven vertrokken, maar het antwoord ging verloren. Misschien kwamen ze aan. Kiesloket verstuurt ze nooit vanzelf opnieuw.',
    how: 'Zoek elke brief op bij de helpdesk van de e-Box, met het nummer van de aanvraag op de tijdlijn. Zeg dan wat u vond, en hoe u het weet.',
    none: 'Er zijn geen onbevestigde brieven.',
    letter: 'Welke brief',
    number: (number: number, section: number) => `Volgnummer ${number}, stemafdeling ${section}`,
    facts: (means: string, attempts: number) =>
      `${means} ${attempts === 1 ? 'Eén poging.' : `${attempts} pogingen.`}`,
    as: 'Wat is er met deze brief gebeurd?',
    choices: {
      delivered: { label: 'Hij is aangekomen', hint: 'U zag hem, of de helpdesk vond hem terug.' },
      refused: {
        label: 'Hij is niet aangekomen, en mag niet opnieuw',
        hint: 'Hij blijft geteld als geweigerd.',
      },
      'send-again': {
        label: 'Hij is zeker niet aangekomen: opnieuw versturen',
        hint: 'Alleen als u bewijs hebt. Anders krijgt de kiezer misschien twee brieven.',
      },
    },
    evidence: 'Hoe weet u dat?',
    evidenceHint:
      'Bijvoorbeeld het nummer van de melding bij de helpdesk. Zonder namen of nummers van personen.',
    button: 'Brief afhandelen',
    timeline: 'Bekijk de tijdlijn van een brief',
    letterMissing: 'Kies een brief.',
    asMissing: 'Zeg wat er met de brief gebeurde.',
    because: {
      'evidence-missing': 'Zeg hoe u het weet: een melding, een bericht, een opzoeking.',
      'number-in-text': frame.numberInText,
      'not-unconfirmed': 'Deze brief is intussen al afgehandeld.',
      'taken-back':
        'Deze brief is intussen ingetrokken en mag niet opnieuw vertrekken. Kies ‘aangekomen’ of ‘niet aangekomen’.',
    },
  },
} as const
