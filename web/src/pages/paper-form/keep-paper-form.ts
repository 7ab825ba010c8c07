/** Has the browser keep the paper form, so that it opens while the system is down (H6). Where a browser cannot, nothing is lost but that. */
export const keepPaperForm = async (): Promise<boolean> => {
  if (!('serviceWorker' in navigator)) return false;
  try {
    const registration = await navigator.serviceWorker.register('/paper-form-worker.js', { scope: '/paper-form' });
    return registration.active !== null || registration.installing !== null || registration.waiting !== null;
  } catch {
    return false;
  }
};
