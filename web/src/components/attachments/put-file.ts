import type { AttachmentUpload } from '../../../../functions/contracts/attachment.ts';

/** Puts the file at its address; `fetch` cannot say how far an upload has come. Resolves to whether the store took it. */
export function putFile({ upload }: AttachmentUpload, file: File, onProgress: (fraction: number) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(upload.method, upload.url);
    for (const [name, value] of Object.entries(upload.headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total);
    });
    request.addEventListener('loadend', () => resolve(request.status === 200));
    request.send(file);
  });
}
