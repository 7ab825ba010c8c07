import { useReading } from '../../../api/use-reading.ts';
import { LinkButton } from '../../../components/button/button.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { firstHourTexts } from './texts.ts';

/** Leads an administrator to the first hour until it is over; says nothing afterwards. */
export default function FirstHourNotice() {
  const text = firstHourTexts();
  const { data } = useReading('read-first-hour', {});
  if (data === null || data.finished) return null;
  const left = data.steps.filter(({ state }) => state === 'todo' || state === 'waiting').length;
  return (
    <Notice title={text.title}>
      <p>{text.left(left, data.steps.length)}</p>
      <LinkButton href="/administration/first-hour" kind="secondary">{text.open}</LinkButton>
    </Notice>
  );
}
