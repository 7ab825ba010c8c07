import { useId } from 'preact/hooks';
import type { AttachmentView } from '../../../../functions/contracts/attachment.ts';
import { attachmentLimit, type AttachmentPart } from '../../../../functions/contracts/attachment-types.ts';
import { dateAndTime } from '../../language/dates.ts';
import { Button } from '../button/button.tsx';
import { Notice } from '../notice/notice.tsx';
import { Failed } from '../page/page.tsx';
import type { AttachmentPlace } from './attachment-place.ts';
import { attachmentTexts } from './texts.ts';
import { endings, largest, useAttachments, type Uploading } from './use-attachments.ts';

interface AttachmentsProps {
  readonly place: AttachmentPlace;
  /** Shows and adds to this part alone; absent: shows all and adds to none. */
  readonly part?: AttachmentPart;
  readonly title?: string;
  /** In a frame of its own. */
  readonly panel?: boolean;
  /** It was entered from the paper form, and the scan belongs to it (H6): says so until there is a file. */
  readonly expectsScan?: boolean;
  /** Something was added. */
  readonly changed?: () => void;
}

/** The files of a case or a reply, and a field to add more where that is allowed. */
export function Attachments({ place, part, title, panel, expectsScan = false, changed }: AttachmentsProps) {
  const text = attachmentTexts();
  const id = useId();
  const { list, failure, uploads, said, add, again, drop, read } = useAttachments(place, changed);
  if (list === null) return failure === null ? null : <Failed failure={failure} again={() => void read()} />;
  const shown = list.attachments.filter((attachment) => (part === undefined || attachment.part === part) && !uploads.some((upload) => upload.id === attachment.id));
  const open = part !== undefined && list.addTo.includes(part);
  const scanMissing = expectsScan && !shown.some(({ state }) => state !== 'refused');
  if (!open && shown.length === 0 && !scanMissing) return null;
  return (
    <section class={`${panel ? 'panel stack' : 'stack'}${shown.length === 0 ? ' no-print' : ''}`} aria-labelledby={`${id}-title`}>
      {panel ? <h2 id={`${id}-title`}>{title ?? text.title}</h2> : <h3 id={`${id}-title`}>{title ?? text.title}</h3>}
      {failure !== null && <Failed failure={failure} again={() => void read()} />}
      {scanMissing && <Notice color="warning"><p>{text.scanMissing}</p></Notice>}
      {shown.length === 0 && uploads.length === 0 ? <p class="small">{text.none}</p> : (
        <ul class="report-list" aria-label={text.list}>
          {shown.map((attachment) => <File key={attachment.id} attachment={attachment} place={place} namePart={part === undefined} />)}
          {uploads.map((upload) => <Upload key={upload.id} upload={upload} again={() => again(upload)} drop={() => drop(upload.id)} />)}
        </ul>
      )}
      {open && part !== undefined && (
        <div class="ds-field no-print">
          <label class="ds-label" for={id}>{text.add}</label>
          <p data-field="description" id={`${id}-about`}>{text.about(endings, largest)}{part === 'reply' && ` ${text.caution}`}</p>
          <input
            id={id} class="ds-input" type="file" multiple accept={attachmentLimit.endings.map((ending) => `.${ending}`).join(',')} aria-describedby={`${id}-about`}
            onChange={({ currentTarget }) => {
              add([...currentTarget.files ?? []], part);
              // The same file may be chosen again after it failed.
              currentTarget.value = '';
            }}
          />
        </div>
      )}
      <p class="ds-sr-only" role="status">{said}</p>
    </section>
  );
}

function File({ attachment, place, namePart }: { readonly attachment: AttachmentView; readonly place: AttachmentPlace; readonly namePart: boolean }) {
  const text = attachmentTexts();
  const fetchFile = async (): Promise<void> => {
    const { url } = await place.download(attachment.id);
    const link = document.createElement('a');
    link.href = url;
    link.rel = 'noreferrer';
    link.click();
  };
  const state = attachment.state === 'clean' && !attachment.scanned ? text.unscanned : text.state[attachment.state];
  return (
    <li>
      <p><strong>{attachment.fileName}</strong></p>
      <p class="small">
        {[sizeOf(attachment.bytes), attachment.addedBy ?? text.external, dateAndTime(attachment.addedAt), ...(namePart ? [text.part[attachment.part]] : []), state].join(' · ')}
      </p>
      {attachment.refusal !== null && <Notice color="warning"><p>{text.refusal[attachment.refusal]}</p></Notice>}
      {attachment.state === 'clean' && <div class="buttons no-print"><Button kind="secondary" label={text.fetchFile(attachment.fileName)} onClick={() => void fetchFile()}>{text.fetch}</Button></div>}
    </li>
  );
}

function Upload({ upload: { file, sent, error, again: repeatable }, again, drop }: { readonly upload: Uploading; readonly again: () => void; readonly drop: () => void }) {
  const text = attachmentTexts();
  if (error === null) {
    return (
      <li>
        <p><strong>{file.name}</strong></p>
        <p class="small"><progress max={1} value={sent} aria-label={text.progress(file.name)} /> {text.percent(Math.round(sent * 100))}</p>
      </li>
    );
  }
  return (
    <li>
      <Notice color="danger" live="alert">
        <p>{error}</p>
        <div class="buttons">
          {repeatable && <Button kind="secondary" label={text.againFile(file.name)} onClick={again}>{text.again}</Button>}
          <Button kind="tertiary" onClick={drop}>{text.remove}</Button>
        </div>
      </Notice>
    </li>
  );
}

const sizeOf = (bytes: number): string => {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
};
