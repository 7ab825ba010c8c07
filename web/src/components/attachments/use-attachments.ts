import { useEffect, useRef, useState } from 'preact/hooks';
import type { AttachmentList } from '../../../../functions/contracts/attachment.ts';
import { attachmentLimit, mediaTypeOf, type AttachmentPart } from '../../../../functions/contracts/attachment-types.ts';
import { ApiFailure } from '../../api/failure.ts';
import { problemTexts } from '../../language/problem-texts.ts';
import type { AttachmentPlace } from './attachment-place.ts';
import { putFile } from './put-file.ts';
import { attachmentTexts } from './texts.ts';

/** A file on its way, or one that did not make it. */
export interface Uploading {
  readonly id: string;
  readonly file: File;
  readonly part: AttachmentPart;
  /** 0 to 1. */
  readonly sent: number;
  readonly error: string | null;
  /** Whether it makes sense to try the same file again. */
  readonly again: boolean;
}

const scanMilliseconds = 2000;
const scanLooks = 30;
export const endings = attachmentLimit.endings.join(', ');
export const largest = `${attachmentLimit.bytes / 1024 / 1024} MB`;

/** The files of a place: read, uploaded, looked at again until the scan has its say. */
export function useAttachments(place: AttachmentPlace, changed: (() => void) | undefined) {
  const [list, setList] = useState<AttachmentList | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [uploads, setUploads] = useState<readonly Uploading[]>([]);
  const [said, setSaid] = useState('');
  const looks = useRef(0);
  const alive = useRef(true);
  const text = attachmentTexts();

  const read = async (): Promise<void> => {
    try {
      const answer = await place.list();
      if (!alive.current) return;
      setList(answer);
      setFailure(null);
    } catch (error) {
      if (alive.current) setFailure(error);
    }
  };
  useEffect(() => {
    alive.current = true;
    void read();
    return () => {
      alive.current = false;
    };
  }, [place.key]);
  const waiting = list?.attachments.some(({ state }) => state === 'scanning') === true || looks.current > 0;
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setTimeout(() => {
      looks.current -= 1;
      void read();
    }, scanMilliseconds);
    return () => clearTimeout(timer);
  }, [list, waiting]);

  const change = (id: string, changes: Partial<Uploading>): void => setUploads((all) => all.map((each) => (each.id === id ? { ...each, ...changes } : each)));
  const drop = (id: string): void => setUploads((all) => all.filter((each) => each.id !== id));

  const upload = async ({ id, file, part }: Uploading): Promise<void> => {
    change(id, { sent: 0, error: null });
    try {
      const announced = await place.add(id, part, { fileName: file.name, bytes: file.size });
      if (!await putFile(announced, file, (sent) => change(id, { sent }))) {
        change(id, { error: text.failed(file.name), again: true });
        return;
      }
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error;
      const known = error.problem === null ? text.failed(file.name) : `${file.name}: ${problemTexts().problem[error.problem.code]}`;
      change(id, { error: known, again: error.problem === null });
      return;
    }
    drop(id);
    setSaid(text.uploaded(file.name));
    looks.current = scanLooks;
    await read();
    changed?.();
  };

  const add = (files: readonly File[], part: AttachmentPart): void => {
    const taken = files.map((file): Uploading => ({ id: crypto.randomUUID(), file, part, sent: 0, error: refusalOf(file), again: false }));
    setUploads((all) => [...all, ...taken]);
    for (const each of taken) if (each.error === null) void upload(each);
  };
  const refusalOf = ({ name, size }: File): string | null => {
    if (mediaTypeOf(name) === undefined) return text.wrongKind(name, endings);
    if (size === 0) return text.empty(name);
    return size > attachmentLimit.bytes ? text.tooLarge(name, largest) : null;
  };
  return { list, failure, uploads, said, add, again: (each: Uploading) => void upload(each), drop, read };
}
