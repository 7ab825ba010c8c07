import type { HttpEvent } from './event.ts';

/** `__Host-`: bound to this host, Secure, Path=/ (ux.md, link 4). A session cookie: the server decides when it ends. */
const name = '__Host-brygga-reply';

export const sessionCookie = (token: string): string => `${name}=${token}; Path=/; Secure; HttpOnly; SameSite=Strict`;
export const endedSessionCookie = `${name}=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0`;

export function readSessionCookie(event: HttpEvent): string | undefined {
  const cookie = event.cookies?.map((one) => one.trim()).find((one) => one.startsWith(`${name}=`));
  const token = cookie?.slice(name.length + 1);
  return token !== undefined && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : undefined;
}
