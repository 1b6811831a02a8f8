import type { Texts } from './texts.nl.ts'

const askMunicipality = 'Ask your municipality what to do, or go and vote with your identity card.'

export const en: Texts = {
  title: 'My election letter',
  read: {
    title: 'Read your letter',
    html: 'Read it here',
    pdf: 'Open it as a PDF',
    large: 'Open it in large print (PDF)',
    hint: 'The letter is the same on every device. A screen reader can read all three.',
  },
  explanation: {
    link: 'Your letter explained',
    lead: 'In plain words, and in other languages too:',
    title: 'Your letter explained',
    plain: 'Plain Dutch',
    noForce: 'This is an explanation, not your letter. In law only the letter itself counts.',
    written: { nl: 'The letter is in Dutch.', fr: 'The letter is in French.' },
    decides: (law) => `The law decides that: ${law}.`,
    notChecked: 'No lawyer has checked this yet.',
    wordingNotChecked: 'This explanation has not been checked by a lawyer yet either.',
    toLetter: 'Read the letter itself',
    what: 'What is this letter?',
    called: (name, day) =>
      `Your municipality calls on you to vote on ${day}. In English the letter is called: ${name}.`,
    invited: (name, day) =>
      `Your municipality invites you to vote on ${day}. In English the letter is called: ${name}.`,
    law: 'What the law says, in plain words',
    lawLead: 'The text of the law itself is on your letter.',
  },
  old: {
    title: 'Old letters',
    text: 'You were sent these letters before. They are no longer valid.',
    superseded: (version) => `Letter ${version}: replaced by a new letter`,
    withdrawn: (version) => `Letter ${version}: withdrawn by your municipality`,
    otherRoom: (version) => `Letter ${version}: names another polling room than holds now`,
  },
  duplicate: {
    title: 'Duplicate of your letter',
    lead: 'A duplicate is the same letter, marked DUPLICAAT (duplicate). You can print it and take it to the polling room.',
    until: (day, hour) => `You can have a duplicate until ${day} at ${hour}.`,
    over: (day, hour) =>
      `You could have a duplicate until ${day} at ${hour}. Go and vote with your identity card.`,
    link: 'Ask for a duplicate',
    reason: 'Why do you need a duplicate?',
    reasonMissing: 'Choose why you need a duplicate.',
    make: 'Make my duplicate',
    lost: {
      title: 'Did you have the letter, and have you lost it?',
      text: 'The law gives a duplicate only to who did not receive the letter. Your letter is here all the same: read it, or print it. Go and vote in any case, with your identity card. The polling station can admit you if you are on the voters list.',
      link: 'Read your election letter',
    },
    ownLetter: {
      title: 'Do you only want your letter on paper?',
      text: 'Then you need no duplicate. Print your own letter.',
      link: 'Print your letter (PDF)',
    },
    enough: (most) =>
      `You made ${most} duplicates today. There are no more in one day. Open a duplicate below that you made before, and print it once more.`,
    made: {
      title: 'Duplicates that you made before',
      link: (number, moment) => `Duplicate ${number}, made on ${moment}`,
    },
    counted: 'Your municipality sees that you made a duplicate, when, and why.',
    reasons: {
      'not-received': 'I did not get my letter',
      lost: 'I lost my letter',
    },
    refusals: {
      'no-such-letter': `There is no letter to make a duplicate of. ${askMunicipality}`,
      'not-released': `Your letter has not been sent yet. ${askMunicipality}`,
      'other-room': `Your letter names another polling room than holds now. A new letter will come; you can get a duplicate of that one. Where you vote now stands at your election. ${askMunicipality}`,
      'not-current': `Your letter has been withdrawn meanwhile. ${askMunicipality}`,
      'too-late': 'It is too late for a duplicate. Go and vote with your identity card.',
      'reason-not-offered': 'Choose one of the reasons that are shown here.',
      'enough-today':
        'You made as many duplicates today as you can in one day. Print one that you made before.',
      unprintable: `The duplicate can’t be made now. ${askMunicipality}`,
    },
  },
  made: {
    title: 'Your duplicate is ready',
    text: 'Print it and take it to the polling room, together with your identity card.',
    open: 'Open your duplicate',
    openLarge: 'Open it in large print',
    gone: 'This letter has been withdrawn meanwhile. You find your new letter under your elections.',
    back: 'Back to my election letter',
  },
}
