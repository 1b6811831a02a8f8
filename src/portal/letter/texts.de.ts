import type { Texts } from './texts.nl.ts'

const askMunicipality = 'Fragen Sie Ihre Gemeinde um Rat, oder gehen Sie mit Ihrem Personalausweis wählen.'

export const de: Texts = {
  title: 'Mein Wahlschreiben',
  read: {
    title: 'Ihr Schreiben lesen',
    html: 'Hier lesen',
    pdf: 'Als PDF öffnen',
    large: 'In großer Schrift öffnen (PDF)',
    hint: 'Das Schreiben ist auf jedem Gerät dasselbe. Vorlesesoftware kann alle drei Formen lesen.',
  },
  explanation: {
    link: 'Erklärung zu Ihrem Schreiben',
    lead: 'In einfachen Worten, und auch in anderen Sprachen:',
    title: 'Erklärung zu Ihrem Schreiben',
    plain: 'Einfaches Niederländisch',
    noForce: 'Das ist eine Erklärung und nicht Ihr Schreiben. Rechtlich gilt nur das Schreiben selbst.',
    written: {
      nl: 'Das Schreiben ist auf Niederländisch.',
      fr: 'Das Schreiben ist auf Französisch.',
    },
    decides: (law) => `So bestimmt es das Gesetz: ${law}.`,
    notChecked: 'Ein Jurist hat das noch nicht geprüft.',
    wordingNotChecked: 'Auch diese Erklärung wurde noch nicht von einem Juristen geprüft.',
    toLetter: 'Das Schreiben selbst lesen',
    what: 'Was ist das für ein Schreiben?',
    called: (name, day) =>
      `Ihre Gemeinde ruft Sie auf, am ${day}, wählen zu gehen. Das Schreiben heißt auf Deutsch: ${name}.`,
    invited: (name, day) =>
      `Ihre Gemeinde lädt Sie ein, am ${day}, wählen zu gehen. Das Schreiben heißt auf Deutsch: ${name}.`,
    law: 'Was das Gesetz sagt, in einfachen Worten',
    lawLead: 'Der Gesetzestext selbst steht auf Ihrem Schreiben.',
  },
  old: {
    title: 'Alte Schreiben',
    text: 'Diese Schreiben haben Sie früher bekommen. Sie gelten nicht mehr.',
    superseded: (version) => `Schreiben ${version}: durch ein neues Schreiben ersetzt`,
    withdrawn: (version) => `Schreiben ${version}: von Ihrer Gemeinde zurückgezogen`,
    otherRoom: (version) => `Schreiben ${version}: nennt ein anderes Wahllokal, als jetzt gilt`,
  },
  duplicate: {
    title: 'Duplikat Ihres Schreibens',
    lead: 'Ein Duplikat ist dasselbe Schreiben, mit dem Vermerk DUPLICAAT (Duplikat). Sie können es ausdrucken und in das Wahllokal mitnehmen.',
    until: (day, hour) => `Ein Duplikat ist bis ${day}, ${hour} möglich.`,
    over: (day, hour) =>
      `Ein Duplikat war bis ${day}, ${hour} möglich. Gehen Sie mit Ihrem Personalausweis wählen.`,
    link: 'Ein Duplikat anfragen',
    reason: 'Warum brauchen Sie ein Duplikat?',
    reasonMissing: 'Wählen Sie aus, warum Sie ein Duplikat brauchen.',
    make: 'Mein Duplikat erstellen',
    lost: {
      title: 'Hatten Sie das Schreiben und haben es verloren?',
      text: 'Das Gesetz gibt ein Duplikat nur denen, die das Schreiben nicht bekommen haben. Ihr Schreiben steht aber hier: Lesen Sie es oder drucken Sie es aus. Gehen Sie auf jeden Fall wählen, mit Ihrem Personalausweis. Das Wahlbüro kann Sie zulassen, wenn Sie auf der Wählerliste stehen.',
      link: 'Ihr Wahlschreiben lesen',
    },
    ownLetter: {
      title: 'Wollen Sie Ihr Schreiben nur auf Papier?',
      text: 'Dann brauchen Sie kein Duplikat. Drucken Sie Ihr eigenes Schreiben aus.',
      link: 'Ihr Schreiben ausdrucken (PDF)',
    },
    enough: (most) =>
      `Sie haben heute schon ${most} Duplikate erstellt. Mehr sind an einem Tag nicht möglich. Öffnen Sie unten ein Duplikat, das Sie schon erstellt haben, und drucken Sie es noch einmal aus.`,
    made: {
      title: 'Duplikate, die Sie schon erstellt haben',
      link: (number, moment) => `Duplikat ${number}, erstellt am ${moment}`,
    },
    counted: 'Ihre Gemeinde sieht, dass Sie ein Duplikat erstellt haben, wann und warum.',
    reasons: {
      'not-received': 'Ich habe mein Schreiben nicht bekommen',
      lost: 'Ich habe mein Schreiben verloren',
    },
    refusals: {
      'no-such-letter': `Es gibt kein Schreiben, von dem man ein Duplikat machen kann. ${askMunicipality}`,
      'not-released': `Ihr Schreiben wurde noch nicht verschickt. ${askMunicipality}`,
      'other-room': `Ihr Schreiben nennt ein anderes Wahllokal, als jetzt gilt. Es kommt ein neues Schreiben; davon können Sie ein Duplikat bekommen. Wo Sie jetzt wählen, lesen Sie bei Ihrer Wahl. ${askMunicipality}`,
      'not-current': `Ihr Schreiben wurde inzwischen zurückgezogen. ${askMunicipality}`,
      'too-late': 'Für ein Duplikat ist es zu spät. Gehen Sie mit Ihrem Personalausweis wählen.',
      'reason-not-offered': 'Wählen Sie einen der Gründe, die hier stehen.',
      'enough-today':
        'Sie haben heute schon so viele Duplikate erstellt, wie an einem Tag möglich sind. Drucken Sie eines davon aus.',
      unprintable: `Das Duplikat kann jetzt nicht erstellt werden. ${askMunicipality}`,
    },
  },
  made: {
    title: 'Ihr Duplikat ist fertig',
    text: 'Drucken Sie es aus und nehmen Sie es in das Wahllokal mit, zusammen mit Ihrem Personalausweis.',
    open: 'Ihr Duplikat öffnen',
    openLarge: 'In großer Schrift öffnen',
    gone: 'Dieses Schreiben wurde inzwischen zurückgezogen. Ihr neues Schreiben finden Sie bei Ihren Wahlen.',
    back: 'Zurück zu meinem Wahlschreiben',
  },
}
