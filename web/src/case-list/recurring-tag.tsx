import { Icon } from '../components/icon/icon.tsx';
import { bilingual } from '../language/language.ts';

const texts = bilingual({ recurring: 'Återkommande' }, { recurring: 'Recurring' });

/** The case is one of several of the same. */
export function RecurringTag() {
  return <span class="ds-tag" data-color="warning"><Icon name="warning" />{texts().recurring}</span>;
}
