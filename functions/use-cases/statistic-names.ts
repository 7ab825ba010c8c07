import type { Register } from '../domain/register.ts';
import { valueSeparator, type StatisticViewName } from '../domain/statistics/words.ts';
import type { LocalisedText } from '../domain/vocabulary.ts';
import { namesOf } from './names.ts';

const same = (text: string): LocalisedText => ({ sv: text, en: text });
const joined = (texts: readonly LocalisedText[], by: string): LocalisedText => ({ sv: texts.map(({ sv }) => sv).join(by), en: texts.map(({ en }) => en).join(by) });
const publicFilers: LocalisedText = { sv: 'Allmänheten', en: 'The public' };

/** Title of the agreement and text of the clause, as they read in the newest version that has it. */
export const clauseNameOf = ({ agreements }: Pick<Register, 'agreements'>, value: string): LocalisedText => {
  const [agreementId = '', clauseId = ''] = value.split(valueSeparator);
  const named = agreements.filter(({ id, clauses }) => id === agreementId && clauses.some((clause) => clause.id === clauseId)).toSorted((one, other) => other.version - one.version)[0];
  const clause = named?.clauses.find(({ id }) => id === clauseId);
  return named && clause ? joined([named.title, clause.text], ': ') : same(`${agreementId} ${clauseId}`);
};

/** Names of the values of a view; null where the page has its own word for it. */
export const statisticNamesOf = (register: Register, by: StatisticViewName, months: readonly string[]): ((value: string) => LocalisedText | null) => {
  const names = namesOf(register);
  const party = (id: string): LocalisedText => (id === 'public' ? publicFilers : same(names.organisation(id).name));
  return (value) => {
    switch (by) {
      case 'month': return same(months[Number(value)] ?? value);
      case 'unit': return same(names.unit(value).name);
      case 'counterpart':
      case 'contractor': return party(value);
      case 'clause': return clauseNameOf(register, value);
      case 'counterpartClause': {
        const [counterpartId = '', ...clause] = value.split(valueSeparator);
        return joined([party(counterpartId), clauseNameOf(register, clause.join(valueSeparator))], ' · ');
      }
      case 'category':
      case 'harm':
      case 'causeArea':
      case 'ladder':
      case 'targetGroup':
      case 'legalBasis':
      case 'circumstance': return null;
    }
  };
};
