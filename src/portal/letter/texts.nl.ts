import type { DuplicateReason } from '../../elections/index.ts'
import type { DuplicateRefusal } from '../../letters/index.ts'

const reasons: Readonly<Record<DuplicateReason, string>> = {
  'not-received': 'Ik heb mijn brief niet gekregen',
  lost: 'Ik ben mijn brief kwijt',
}

const askMunicipality = 'Vraag raad aan je gemeente, of ga stemmen met je identiteitskaart.'

const refusals: Readonly<Record<DuplicateRefusal, string>> = {
  'no-such-letter': `Er is geen brief om een duplicaat van te maken. ${askMunicipality}`,
  'not-released': `Je brief is nog niet verstuurd. ${askMunicipality}`,
  'other-room': `Je brief noemt een ander stemlokaal dan nu geldt. Er komt een nieuwe brief; daarvan kan je een duplicaat krijgen. Waar je nu stemt, lees je bij je verkiezing. ${askMunicipality}`,
  'not-current': `Je brief is intussen ingetrokken. ${askMunicipality}`,
  'too-late': 'Het is te laat voor een duplicaat. Ga stemmen met je identiteitskaart.',
  'reason-not-offered': 'Kies een van de redenen die hier staan.',
  'enough-today':
    'Je maakte vandaag al zo veel duplicaten als kan op één dag. Druk een duplicaat af dat je al maakte.',
  unprintable: `Het duplicaat kan nu niet gemaakt worden. ${askMunicipality}`,
}

/** Words of the pages with a citizen's letter and its duplicate. */
export const nl = {
  title: 'Mijn kiesbrief',
  read: {
    title: 'Lees je brief',
    html: 'Lees hem hier',
    pdf: 'Open hem als PDF',
    large: 'Open hem in grote letters (PDF)',
    hint: 'De brief is op elk toestel dezelfde. Voorleessoftware kan alle drie de vormen lezen.',
  },
  explanation: {
    link: 'Uitleg bij je brief',
    lead: 'In gewone woorden, en ook in andere talen:',
    title: 'Uitleg bij je brief',
    plain: 'Eenvoudig Nederlands',
    noForce: 'Dit is uitleg, en niet je brief. Voor de wet telt alleen de brief zelf.',
    written: { nl: 'De brief is in het Nederlands.', fr: 'De brief is in het Frans.' },
    /** Which law says in which language the letter is. */
    decides: (law: string) => `Dat bepaalt de wet: ${law}.`,
    notChecked: 'Een jurist heeft dat nog niet nagekeken.',
    wordingNotChecked: 'Ook deze uitleg is nog niet door een jurist nagekeken.',
    toLetter: 'Lees de brief zelf',
    what: 'Wat is dit voor brief?',
    called: (name: string, day: string) =>
      `Je gemeente roept je op om te stemmen op ${day}. De brief heet ${name}.`,
    invited: (name: string, day: string) =>
      `Je gemeente nodigt je uit om te stemmen op ${day}. De brief heet ${name}.`,
    law: 'Wat de wet zegt, in gewone woorden',
    lawLead: 'De tekst van de wet zelf staat op je brief.',
  },
  old: {
    title: 'Oude brieven',
    text: 'Deze brieven kreeg je eerder. Ze gelden niet meer.',
    superseded: (version: number) => `Brief ${version}: vervangen door een nieuwe brief`,
    withdrawn: (version: number) => `Brief ${version}: ingetrokken door je gemeente`,
    /** Nobody took it back yet. */
    otherRoom: (version: number) => `Brief ${version}: noemt een ander stemlokaal dan nu geldt`,
  },
  duplicate: {
    title: 'Duplicaat van je brief',
    lead: 'Een duplicaat is dezelfde brief, met DUPLICAAT erop. Je kan hem afdrukken en meenemen naar het stemlokaal.',
    until: (day: string, hour: string) => `Een duplicaat kan tot ${day} om ${hour}.`,
    over: (day: string, hour: string) =>
      `Een duplicaat kon tot ${day} om ${hour}. Ga stemmen met je identiteitskaart.`,
    link: 'Vraag een duplicaat',
    reason: 'Waarom heb je een duplicaat nodig?',
    reasonMissing: 'Kies waarom je een duplicaat nodig hebt.',
    make: 'Maak mijn duplicaat',
    /** Where the law knows no duplicate of a letter that came and was lost. */
    lost: {
      title: 'Had je de brief, en ben je hem kwijt?',
      text: 'De wet geeft een duplicaat alleen aan wie de brief niet kreeg. Je brief staat wel hier: lees hem, of druk hem af. Ga in elk geval stemmen, met je identiteitskaart. Het stembureau kan je toelaten als je op de kiezerslijst staat.',
      link: 'Lees je kiesbrief',
    },
    /** Who has the letter and wants it on paper declares nothing. */
    ownLetter: {
      title: 'Wil je je brief alleen op papier?',
      text: 'Dan heb je geen duplicaat nodig. Druk je eigen brief af.',
      link: 'Druk je brief af (PDF)',
    },
    enough: (most: number) =>
      `Je maakte vandaag al ${most} duplicaten. Meer kan niet op één dag. Open hieronder een duplicaat dat je al maakte, en druk dat nog eens af.`,
    made: {
      title: 'Duplicaten die je al maakte',
      link: (number: number, moment: string) => `Duplicaat ${number}, gemaakt op ${moment}`,
    },
    counted: 'Je gemeente ziet dat je een duplicaat hebt gemaakt, wanneer, en waarom.',
    reasons,
    refusals,
  },
  made: {
    title: 'Je duplicaat is klaar',
    text: 'Druk het af en neem het mee naar het stemlokaal, samen met je identiteitskaart.',
    open: 'Open je duplicaat',
    openLarge: 'Open het in grote letters',
    gone: 'Deze brief is intussen ingetrokken. Je vindt je nieuwe brief bij je verkiezingen.',
    back: 'Terug naar mijn kiesbrief',
  },
}

export type Texts = typeof nl
