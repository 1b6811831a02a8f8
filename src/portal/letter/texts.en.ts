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
    counted: 'Your municipality sees that you made a duplicate, when, and why.',
    reasons: {
      'not-received': 'I did not get my letter',
      lost: 'I lost my letter',
    },
    refusals: {
      'no-such-letter': `There is no letter to make a duplicate of. ${askMunicipality}`,
      'not-released': `Your letter has not been sent yet. ${askMunicipality}`,
      'not-current': `Your letter has been withdrawn meanwhile. ${askMunicipality}`,
      'too-late': 'It is too late for a duplicate. Go and vote with your identity card.',
      'reason-not-offered': 'Choose one of the reasons that are shown here.',
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
