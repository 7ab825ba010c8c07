import { bilingual } from '../../language/language.ts';

export const collaborationTexts = bilingual({
  title: 'Samverkan', navigation: 'Delar av samverkan', nothing: 'Här finns inget för dig än: du står inte i någon grupp, och din roll har ingen egen del här.',
}, {
  title: 'Collaboration', navigation: 'Parts of collaboration', nothing: 'There is nothing for you here yet: you are in no group, and your role has no part of its own here.',
});
