import type { BreachView } from '../../../../functions/contracts/breach.ts';
import { incomingVocabulary } from '../../language/incoming-vocabulary.ts';
import { language } from '../../language/language.ts';
import { breachTexts } from './texts.ts';

/** A breach in words: the agreement in the version that applied, its clause, and what was written beside it. */
export function BreachFact({ breach }: { readonly breach: BreachView }) {
  const tongue = language.value;
  const { clause, kind, text } = breach;
  return <>
    {clause ? <>{clause.title[tongue]}, {breachTexts().version(clause.agreementVersion)}: {clause.clauseId} {clause.text[tongue]}</> : incomingVocabulary().breach[kind]}
    {text && <span class="small"> {text}</span>}
  </>;
}
