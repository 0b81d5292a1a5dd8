import { locales, type Language } from '../language/language';

/** What the shop looks like: `GET /chat/config`. */
export type ShopFront = { readonly shopName: string; readonly accentColor: string };

/** Leave to speak in one conversation: `POST /chat/token`. A cookie of the server finds the same one again. */
export type Grant = {
  readonly token: string;
  readonly conversationId: string;
  readonly userId: string;
  readonly locale: string;
};

export async function fetchShopFront(signal: AbortSignal): Promise<ShopFront> {
  return read(await fetch('/chat/config', { signal }));
}

/** `restart` asks for a new conversation instead of the one left open. */
export async function askForToken(language: Language, restart: boolean, signal: AbortSignal): Promise<Grant> {
  return read(
    await fetch('/chat/token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ locale: locales[language], restart }),
      signal,
    }),
  );
}

async function read<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return (await response.json()) as T;
}
