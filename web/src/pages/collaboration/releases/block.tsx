import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { ReleaseMask, ReleaseView } from '../../../../../functions/contracts/release.ts';
import { Button } from '../../../components/button/button.tsx';
import { releaseTexts } from './texts.ts';

type BlockView = ReleaseView['cases'][number]['blocks'][number];
interface BlockProps {
  readonly block: BlockView;
  /** What is masked from now on is so by this law. */
  readonly ground: string | null;
  readonly closed: boolean;
  readonly put: (masks: readonly ReleaseMask[]) => void;
}

/** A part of the copy: each span is a button that masks or shows it; more is masked from a box whose text can be selected by any means. */
export function Block({ block, ground, closed, put }: BlockProps) {
  const text = releaseTexts();
  const [open, setOpen] = useState(false);
  const toggle = (at: number): void => put(block.masks.map((mask, index) => (index === at ? { ...mask, masked: !mask.masked, ground: mask.masked ? null : ground } : mask)));
  const pieces: ComponentChildren[] = [];
  let from = 0;
  for (const [index, { start, end, kind, masked, ground: by }] of block.masks.entries()) {
    pieces.push(block.text.slice(from, start), (
      <button key={start} type="button" class="mask" aria-pressed={masked} title={`${text.kinds[kind]} ${masked ? by ?? text.noGround : text.shown}`} onClick={() => toggle(index)}>
        {block.text.slice(start, end)}<span class="ds-sr-only"> ({masked ? `${text.masked}, ${by ?? text.noGround}` : text.shown})</span>
      </button>
    ));
    from = end;
  }
  pieces.push(block.text.slice(from));
  return (
    <div class="release-part">
      {block.heading !== '' && <h3>{block.heading}</h3>}
      <p class="release-block">{pieces}</p>
      {!closed && (open
        ? <Selecting block={block} mask={(start, end) => {
          put([...block.masks.filter((each) => each.end <= start || each.start >= end), { start, end, kind: 'chosen' as const, masked: true, ground }].toSorted((one, other) => one.start - other.start));
          setOpen(false);
        }} close={() => setOpen(false)} />
        : <div class="no-print"><Button kind="tertiary" label={`${text.more}: ${block.heading === '' ? text.event : block.heading}`} onClick={() => setOpen(true)}>{text.more}</Button></div>)}
    </div>
  );
}

function Selecting({ block, mask, close }: { readonly block: BlockView; readonly mask: (start: number, end: number) => void; readonly close: () => void }) {
  const text = releaseTexts();
  const box = useRef<HTMLTextAreaElement>(null);
  const [empty, setEmpty] = useState(false);
  const id = useId();
  const take = (): void => {
    const { selectionStart = 0, selectionEnd = 0 } = box.current ?? {};
    setEmpty(selectionEnd <= selectionStart);
    if (selectionEnd > selectionStart) mask(selectionStart, selectionEnd);
  };
  return (
    <div class="stack no-print">
      <label class="ds-label" for={id}>{text.part(block.heading === '' ? text.event : block.heading)}</label>
      <p id={`${id}-about`}>{text.moreAbout}</p>
      <textarea ref={box} id={id} class="ds-input release-select" readOnly value={block.text} aria-describedby={`${id}-about`} />
      {empty && <p role="alert">{text.nothingSelected}</p>}
      <div class="buttons"><Button kind="secondary" onClick={take}>{text.maskIt}</Button><Button kind="tertiary" onClick={close}>{text.close}</Button></div>
    </div>
  );
}
