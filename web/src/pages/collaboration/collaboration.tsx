import { Notice } from '../../components/notice/notice.tsx';
import { Page } from '../../components/page/page.tsx';
import { shellTexts } from '../../components/shell/texts.ts';
import './collaboration.css';
import { sections } from './sections.ts';
import { collaborationTexts } from './texts.ts';

/** What is above the single case: a menu of its parts, and the part that the address names. `more`, since the router keeps `rest` for itself. */
export default function CollaborationPage({ section, more: rest = '' }: { readonly section?: string; readonly more?: string }) {
  const text = collaborationTexts();
  const open = sections().filter(({ isOpen }) => isOpen);
  if (open.every(({ inMenu }) => inMenu === false) && section === undefined) return <Page title={text.title}><Notice color="info"><p>{text.nothing}</p></Notice></Page>;
  const current = section === undefined ? open[0] : open.find(({ path }) => path === section);
  return (
    <div class="collaboration">
      <nav class="collaboration-nav" aria-label={text.navigation}>
        <ul>{open.filter(({ inMenu }) => inMenu !== false).map(({ path, title }) => (
          <li key={path}><a href={`/collaboration/${path}`} aria-current={current?.path === path || (current?.within === path) ? (rest === '' && section === path ? 'page' : 'true') : undefined}>{title}</a></li>
        ))}</ul>
      </nav>
      {current ? <current.Component key={`${current.path}/${rest}`} rest={rest} /> : <Page title={shellTexts().notFoundTitle} lead={shellTexts().notFound} />}
    </div>
  );
}
