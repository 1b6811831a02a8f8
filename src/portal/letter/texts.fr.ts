import type { Texts } from './texts.nl.ts'

const askMunicipality = 'Demandez conseil à votre commune, ou allez voter avec votre carte d’identité.'

export const fr: Texts = {
  title: 'Ma lettre électorale',
  read: {
    title: 'Lire votre lettre',
    html: 'La lire ici',
    pdf: 'L’ouvrir en PDF',
    large: 'L’ouvrir en grands caractères (PDF)',
    hint: 'La lettre est la même sur tous les appareils. Un lecteur d’écran peut lire les trois versions.',
  },
  explanation: {
    link: 'Explication de votre lettre',
    lead: 'En mots simples, et aussi dans d’autres langues :',
    title: 'Explication de votre lettre',
    plain: 'Néerlandais simple',
    noForce: 'Ceci est une explication, et non votre lettre. Seule la lettre elle-même a une valeur légale.',
    written: { nl: 'La lettre est en néerlandais.', fr: 'La lettre est en français.' },
    decides: (law) => `C’est la loi qui le prévoit : ${law}.`,
    notChecked: 'Aucun juriste ne l’a encore vérifié.',
    wordingNotChecked: 'Cette explication non plus n’a pas encore été vérifiée par un juriste.',
    toLetter: 'Lire la lettre elle-même',
    what: 'Quelle est cette lettre ?',
    called: (name, day) => `Votre commune vous appelle à voter le ${day}. La lettre s’appelle ${name}.`,
    invited: (name, day) => `Votre commune vous invite à voter le ${day}. La lettre s’appelle ${name}.`,
    law: 'Ce que dit la loi, en mots simples',
    lawLead: 'Le texte de la loi figure sur votre lettre.',
  },
  old: {
    title: 'Anciennes lettres',
    text: 'Vous avez reçu ces lettres auparavant. Elles ne sont plus valables.',
    superseded: (version) => `Lettre ${version} : remplacée par une nouvelle lettre`,
    withdrawn: (version) => `Lettre ${version} : retirée par votre commune`,
    otherRoom: (version) => `Lettre ${version} : indique un autre local de vote que celui d’aujourd’hui`,
  },
  duplicate: {
    title: 'Duplicata de votre lettre',
    lead: 'Un duplicata est la même lettre, avec la mention DUPLICAAT (duplicata). Vous pouvez l’imprimer et l’emporter au local de vote.',
    until: (day, hour) => `Un duplicata est possible jusqu’au ${day} à ${hour}.`,
    over: (day, hour) =>
      `Un duplicata était possible jusqu’au ${day} à ${hour}. Allez voter avec votre carte d’identité.`,
    link: 'Demander un duplicata',
    reason: 'Pourquoi avez-vous besoin d’un duplicata ?',
    reasonMissing: 'Choisissez pourquoi vous avez besoin d’un duplicata.',
    make: 'Faire mon duplicata',
    lost: {
      title: 'Vous avez reçu la lettre, mais vous l’avez perdue ?',
      text: 'La loi ne donne un duplicata qu’à ceux qui n’ont pas reçu la lettre. Votre lettre se trouve bien ici : lisez-la ou imprimez-la. Allez voter de toute façon, avec votre carte d’identité. Le bureau de vote peut vous admettre si vous figurez sur la liste des électeurs.',
      link: 'Lire votre lettre électorale',
    },
    ownLetter: {
      title: 'Vous voulez seulement votre lettre sur papier ?',
      text: 'Alors vous n’avez pas besoin d’un duplicata. Imprimez votre propre lettre.',
      link: 'Imprimer votre lettre (PDF)',
    },
    enough: (most) =>
      `Vous avez déjà fait ${most} duplicata aujourd’hui. Il n’y en a pas plus par jour. Ouvrez ci-dessous un duplicata que vous avez déjà fait et imprimez-le encore une fois.`,
    made: {
      title: 'Duplicata que vous avez déjà faits',
      link: (number, moment) => `Duplicata ${number}, fait le ${moment}`,
    },
    counted: 'Votre commune voit que vous avez fait un duplicata, quand et pourquoi.',
    reasons: {
      'not-received': 'Je n’ai pas reçu ma lettre',
      lost: 'J’ai perdu ma lettre',
    },
    refusals: {
      'no-such-letter': `Il n’y a pas de lettre dont faire un duplicata. ${askMunicipality}`,
      'not-released': `Votre lettre n’a pas encore été envoyée. ${askMunicipality}`,
      'other-room': `Votre lettre indique un autre bureau de vote que celui d’aujourd’hui. Une nouvelle lettre suit; vous pourrez en obtenir un duplicata. Vous lisez où voter à la page de votre élection. ${askMunicipality}`,
      'not-current': `Votre lettre a été retirée entre-temps. ${askMunicipality}`,
      'too-late': 'Il est trop tard pour un duplicata. Allez voter avec votre carte d’identité.',
      'reason-not-offered': 'Choisissez une des raisons proposées ici.',
      'enough-today':
        'Vous avez déjà fait autant de duplicata qu’il est possible en un jour. Imprimez un duplicata que vous avez déjà fait.',
      unprintable: `Le duplicata ne peut pas être fait maintenant. ${askMunicipality}`,
    },
  },
  made: {
    title: 'Votre duplicata est prêt',
    text: 'Imprimez-le et emportez-le au local de vote, avec votre carte d’identité.',
    open: 'Ouvrir votre duplicata',
    openLarge: 'L’ouvrir en grands caractères',
    gone: 'Cette lettre a été retirée entre-temps. Vous trouvez votre nouvelle lettre parmi vos élections.',
    back: 'Retour à ma lettre électorale',
  },
}
