import type { AnyCaseView } from '../../../../functions/contracts/case.ts';
import { targetGroups } from '../../../../functions/contracts/words.ts';
import type { Option } from '../../components/field/choices.tsx';
import { incomingVocabulary } from '../../language/incoming-vocabulary.ts';
import { bilingual } from '../../language/language.ts';

export const classificationTexts = bilingual({
  title: 'Målgrupp och orsaker', targetGroup: 'Vilken målgrupp gäller det?', unknown: 'Vet inte',
  about: 'Används i statistik och rapporter, och när ärendet lyfts. Rapportörens egna ord ändras inte.', ofCauses: 'Vilka orsaker visar svaret?',
  fact: 'Målgrupp', causes: 'Orsaksområden', submit: 'Spara målgrupp och orsaker', said: 'Målgrupp och orsaker är sparade.',
}, {
  title: 'Target group and causes', targetGroup: 'Which target group does it concern?', unknown: 'I do not know',
  about: 'Used in statistics and reports, and when the case is raised. The reporter’s own words are not changed.', ofCauses: 'Which causes does the reply show?',
  fact: 'Target group', causes: 'Areas of causes', submit: 'Save target group and causes', said: 'Target group and causes are saved.',
});

export const targetGroupOptions = (): readonly Option[] => targetGroups.map((value) => ({ value, label: incomingVocabulary().targetGroup[value] }));

/** As they stand in the facts of a report; the causes of an incoming case stand with its investigation. */
export function classificationFacts({ classification: { targetGroup, causeAreas }, direction }: Pick<AnyCaseView, 'classification' | 'direction'>) {
  const text = classificationTexts();
  const words = incomingVocabulary();
  return [
    targetGroup !== null && [text.fact, words.targetGroup[targetGroup]] as const,
    direction === 'outgoing' && causeAreas.length > 0 && [text.causes, causeAreas.map((area) => words.causeArea[area]).join(', ')] as const,
  ];
}
