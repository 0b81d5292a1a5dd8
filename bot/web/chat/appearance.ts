import { readable, textOn } from '../design/colour';
import type { StyleOptions } from './webchat';

/** The shop's colour as the page uses it: as a ground, for text upon it, and as text. */
export function accentTokens(accent: string, surface: string, ink: string): Readonly<Record<string, string>> {
  return { '--accent': accent, '--on-accent': textOn(accent), '--accent-ink': readable(accent, surface, ink) };
}

/** Web Chat's look from the page's tokens; `token` answers the value of a custom property such as `--ink`. */
export function webChatLook(token: (name: string) => string): StyleOptions {
  const accent = token('--accent');
  const onAccent = token('--on-accent');
  const accentInk = token('--accent-ink');
  const ground = token('--ground');
  const surface = token('--surface');
  const sunken = token('--sunken');
  const ink = token('--ink');
  const soft = token('--ink-soft');
  const line = token('--line');

  return {
    accent: accentInk,
    subtle: soft,
    backgroundColor: ground,
    primaryFont: token('--font'),
    fontSizeSmall: token('--text-small'),
    paddingRegular: 12,

    bubbleBackground: surface,
    bubbleBorderColor: line,
    bubbleBorderRadius: 16,
    bubbleTextColor: ink,
    bubbleMinWidth: 120,
    bubbleMaxWidth: 520,
    bubbleFromUserBackground: accent,
    bubbleFromUserBorderColor: accent,
    bubbleFromUserBorderRadius: 16,
    bubbleFromUserTextColor: onAccent,
    cardEmphasisBackgroundColor: sunken,
    timestampColor: soft,

    sendBoxBackground: surface,
    sendBoxTextColor: ink,
    sendBoxPlaceholderColor: soft,
    sendBoxBorderTop: `solid 1px ${line}`,
    sendBoxHeight: 52,
    sendBoxTextWrap: true,
    sendBoxButtonColor: accentInk,
    sendBoxButtonShadeColorOnHover: sunken,
    sendBoxButtonShadeColorOnActive: sunken,
    sendBoxButtonShadeColorOnDisabled: surface,
    sendBoxButtonShadeBorderRadius: 10,
    sendBoxButtonKeyboardFocusIndicatorBorderColor: accentInk,

    suggestedActionLayout: 'flow',
    suggestedActionBackgroundColor: surface,
    suggestedActionBackgroundColorOnHover: sunken,
    suggestedActionBackgroundColorOnActive: sunken,
    suggestedActionTextColor: accentInk,
    suggestedActionBorderColor: line,
    suggestedActionBorderColorOnHover: accentInk,
    suggestedActionBorderWidth: 1,
    suggestedActionBorderRadius: 20,
    suggestedActionKeyboardFocusIndicatorBorderColor: accentInk,
    suggestedActionKeyboardFocusIndicatorBorderRadius: 18,
    suggestedActionsVisualKeyboardIndicatorColor: accentInk,

    transcriptVisualKeyboardIndicatorColor: accentInk,
    transcriptActivityVisualKeyboardIndicatorColor: accentInk,
    notificationText: soft,

    // Milliseconds until a message without an echo offers to be sent again. The echo comes with the commit, long before; where it comes later, the offer goes.
    sendTimeout: 5000,

    // A chosen photo goes out at once: an unsent one shows only as a mark on the paperclip and is forgotten.
    sendAttachmentOn: 'attach',
    uploadAccept: 'image/*',
    uploadMultiple: true,
    messageActivityWordBreak: 'keep-all',
  };
}
