import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { language } from '../../web/src/language/language.ts';
import { problemTexts } from '../../web/src/language/problem-texts.ts';
import { vocabulary } from '../../web/src/language/vocabulary.ts';
import { problemCodes } from '../../functions/contracts/problem.ts';
import { componentTexts } from '../../web/src/components/texts.ts';
import { shellTexts } from '../../web/src/components/shell/texts.ts';
import { actionTexts } from '../../web/src/pages/case/actions/texts.ts';
import { caseTexts } from '../../web/src/pages/case/texts.ts';
import { timelineTexts } from '../../web/src/pages/case/timeline-texts.ts';
import { consoleTexts } from '../../web/src/pages/console/texts.ts';
import { replyTexts } from '../../web/src/pages/reply/texts.ts';
import { reportTexts } from '../../web/src/pages/report/texts.ts';
import { layouts } from '../../web/src/pages/console/layouts.ts';

const wordings = { actionTexts, caseTexts, componentTexts, consoleTexts, problemTexts, replyTexts, reportTexts, shellTexts, timelineTexts, vocabulary };

/** Paths of the leaves of a wording, with the kind of each. */
function leaves(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${path} ${typeof value}`];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}/${key}`));
}
const sources = (folder: string): string[] => readdirSync(folder, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));

afterEach(() => {
  language.value = 'sv';
});

describe('language', () => {
  it.each(Object.entries(wordings))('%s says the same things in Swedish and English', (name, texts) => {
    const without = (all: string[]) => (name === 'consoleTexts' ? all.filter((leaf) => !leaf.startsWith('/state/')) : all);
    expect(without(leaves(texts.en))).toEqual(without(leaves(texts.sv)));
    for (const leaf of [texts.sv, texts.en]) expect(JSON.stringify(leaf)).not.toContain('""');
  });

  it('names every problem code in both languages', () => {
    expect(Object.keys(problemTexts.sv.problem).toSorted()).toEqual([...problemCodes].toSorted());
    expect(Object.keys(problemTexts.en.problem).toSorted()).toEqual([...problemCodes].toSorted());
  });

  it.each(Object.entries(layouts))('names every state of %s in Swedish; English is the machine’s own', async (_machine, load) => {
    const { default: layout } = await load();
    for (const { name } of layout.states) expect(consoleTexts.sv.state, name).toHaveProperty([name]);
  });

  it('changes what the pages say when the language changes', () => {
    expect(vocabulary().status.closed).toBe('Avslutad');
    language.value = 'en';
    expect(vocabulary().status.closed).toBe('Closed');
  });

  it('leaves no Swedish text in markup: every word a user reads comes from a wording', () => {
    const strays = sources(join(import.meta.dirname, '../../web/src')).filter((file) => file.endsWith('.tsx'))
      .flatMap((file) => readFileSync(file, 'utf8').split('\n').filter((line) => /[åäöÅÄÖ]/.test(line)).map((line) => `${file}: ${line.trim()}`))
      .filter((line) => !/bilingual|: '|[:>] `|: \[|^\S+: \*|'[^']*[åäö][^']*',?$/.test(line));
    expect(strays).toEqual([]);
  });
});
