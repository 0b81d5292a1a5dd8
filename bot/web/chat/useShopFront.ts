import { useEffect, useState } from 'react';
import { useDark } from '../design/useDark';
import { accentTokens } from './appearance';
import { fetchShopFront, type ShopFront } from './server';

/**
 * The shop's name, and its colour put into the page's tokens. `look` names the colours now in force: it changes
 * when the shop's colour arrives and when the device turns light or dark.
 */
export function useShopFront(): { readonly shopName: string; readonly look: string } {
  const [shopFront, setShopFront] = useState<ShopFront>();
  const dark = useDark();

  useEffect(() => {
    const abort = new AbortController();
    fetchShopFront(abort.signal).then(setShopFront, (error: unknown) => {
      // The page works without its shop's colour; the conversation says by itself if the server is away.
      if (!abort.signal.aborted) console.warn("The shop's name and colour did not arrive.", error);
    });
    return () => abort.abort();
  }, []);

  const accent = shopFront?.accentColor;
  const [look, setLook] = useState('');
  useEffect(() => {
    const root = document.documentElement;
    if (accent) {
      const tokens = getComputedStyle(root);
      const value = (name: string) => tokens.getPropertyValue(name).trim();
      for (const [name, colour] of Object.entries(accentTokens(accent, value('--surface'), value('--ink'))))
        root.style.setProperty(name, colour);
    }
    setLook(`${dark ? 'dark' : 'light'} ${accent ?? ''}`);
  }, [accent, dark]);

  return { shopName: shopFront?.shopName ?? '', look };
}
