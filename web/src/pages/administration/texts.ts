import { bilingual } from '../../language/language.ts';

export const administrationTexts = bilingual({
  title: 'Administration', navigation: 'Administrationens delar',
}, {
  title: 'Administration', navigation: 'Parts of administration',
});
