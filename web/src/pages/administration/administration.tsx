import { Notice } from '../../components/notice/notice.tsx';
import { Page } from '../../components/page/page.tsx';
import { shellTexts } from '../../components/shell/texts.ts';
import './administration.css';
import { sections } from './sections.ts';
import { administrationTexts } from './texts.ts';

/** Administration: a menu of its parts, and the part that the address names. `more`, since the router keeps `rest` for itself. */
export default function AdministrationPage({ section, more: rest = '' }: { readonly section?: string; readonly more?: string }) {
  const text = administrationTexts();
  const allowed = sections().filter(({ isOpen }) => isOpen);
  if (allowed.length === 0) return <Page title={text.title}><Notice color="warning"><p>{shellTexts().notForRole}</p></Notice></Page>;
  const current = section === undefined ? allowed[0] : allowed.find(({ path }) => path === section);
  return (
    <div class="administration">
      <nav class="administration-nav" aria-label={text.navigation}>
        <ul>{allowed.map(({ path, title }) => (
          <li key={path}><a href={`/administration/${path}`} aria-current={current?.path === path ? (rest === '' && section !== undefined ? 'page' : 'true') : undefined}>{title}</a></li>
        ))}</ul>
      </nav>
      {current ? <current.Component rest={rest} /> : <Page title={shellTexts().notFoundTitle} lead={shellTexts().notFound} />}
    </div>
  );
}
