import { useLocation } from 'preact-iso/router';
import { hasRole } from '../../session/session.ts';
import { accessLogTexts } from './texts.ts';

/** The ways within the access log. */
export function Parts() {
  const text = accessLogTexts();
  const { path } = useLocation();
  const parts = [
    ['/access-log', text.log] as const,
    ...(hasRole('mas', 'mar', 'sas') ? [['/access-log/patient', text.extract] as const] : []),
    ['/access-log/spot-checks', text.checks] as const,
  ];
  return (
    <nav class="site-nav no-print" aria-label={text.parts}>
      <ul>{parts.map(([href, title]) => <li key={href}><a href={href} aria-current={path === href ? 'page' : undefined}>{title}</a></li>)}</ul>
    </nav>
  );
}
