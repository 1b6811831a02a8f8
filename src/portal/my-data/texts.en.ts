import type { Texts } from './texts.nl.ts'

export const en: Texts = {
  title: 'My data',
  lead: 'Here you read who looked at your data, your election letter or your call for a bureau, and how long we keep them.',
  none: {
    title: 'We have no data about you at the moment',
    text: 'You are on no voters list that is kept here, and you have no election letter and no call for a bureau here. After an election the data are erased.',
  },
  log: {
    title: 'Who looked at your data',
    lead: 'The newest first. You read in which role somebody did something, for which municipality and why.',
    nobody: 'So far nobody has looked at your data or your letter separately.',
    own: (count) => `What you did here yourself (${count})`,
    why: 'Why:',
    most: (count) => `At most the last ${count} are shown here.`,
    wholeLists:
      'Not shown here: what the municipality did for all voters together, such as making, sending and printing the letters, or the list for the polling station. Nor: who looked up who sits in a bureau.',
    names:
      'Names of staff are not shown here. Do you think that somebody looked at your data without a good reason? Ask your municipality to explain:',
  },
  operator: 'Technical administrator',
  program: 'The program itself',
  roles: {
    lezer: 'Member of staff of the municipality',
    medewerker: 'Member of staff for elections',
    vrijgever: 'Member of staff who releases the letters',
    loket: 'Member of staff at the counter',
    stembureaus: 'Member of staff for the polling stations',
    griffier: 'Clerk of the court',
    magistraat: 'Justice of the peace or chair of a main bureau',
    beheerder: 'Administrator at the municipality',
    uitbater: 'Technical administrator',
  },
  noRole: 'Member of staff of the municipality',
  did: 'used your data',
  kept: {
    title: 'What we keep, and for how long',
    until: (until) => `Until ${until}.`,
    untilDay: (until, day) => `Until ${until}: ${day}.`,
    article: (article) => `Rule: ${article}`,
    notChecked: 'No lawyer has checked this rule yet.',
    more: [
      [
        'Sending and duplicates',
        'Whether your letter was sent and arrived, and which duplicates there are: as long as the voters list.',
      ],
      [
        'Your e-mail address, if you asked for e-mail',
        'Until the election is over, or until you stop the e-mails. When an e-mail was sent: as long as the voters list.',
      ],
      [
        'Who looked at your data',
        'Stays in the log of the municipality. Once the voters list is erased, nobody can find your name with it any more.',
      ],
    ],
    hold: 'Is there an appeal or an investigation? Then it can take longer.',
  },
  rights: {
    title: 'Your rights',
    privacy: (municipality) => `Read what ${municipality} does with your data, and what you can ask for`,
  },
}
