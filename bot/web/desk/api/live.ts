import { HttpTransportType, HubConnectionBuilder, LogLevel, type HubConnection, type ISubscription } from '@microsoft/signalr';
import type { ConversationView, DeskEvent, Signs } from './types';

/** What the live connection tells the page, and what it asks of it to go on where it was. */
export interface Listener {
  onEvent: (event: DeskEvent) => void;
  onConversation: (view: ConversationView) => void;
  onSigns: (conversation: string, signs: Signs) => void;
  onConnected: (connected: boolean) => void;
  /** The last event that was taken. */
  cursor: () => number;
  /** The last version of a conversation that was taken. */
  version: (conversation: string) => number;
}

const longestPause = 5_000;
/** How often the server hears that the page is there, which it takes for gone after 12 seconds without; and after what silence the page takes the server for gone. */
const keepAlive = 4_000;
const silence = 15_000;

/** One socket; on it a stream of events, and one of each conversation. After a cut every stream begins again from its own cursor. */
export class Live {
  private readonly connection: HubConnection;
  private readonly conversations = new Map<string, ISubscription<ConversationView> | null>();
  private seen: { id: string; subscription: ISubscription<Signs> | null } | null = null;
  private stopped = false;
  /** Conversations that were told in this language; the others are told from the beginning. */
  private readonly told = new Set<string>();

  constructor(
    private readonly listener: Listener,
    private language: string,
  ) {
    this.connection = new HubConnectionBuilder()
      .withUrl('/desk/hub', { transport: HttpTransportType.WebSockets })
      .withAutomaticReconnect({ nextRetryDelayInMilliseconds: context => Math.min(250 * 2 ** context.previousRetryCount, longestPause) })
      .withKeepAliveInterval(keepAlive)
      .withServerTimeout(silence)
      .configureLogging(LogLevel.None)
      .build();
    this.connection.onreconnecting(() => listener.onConnected(false));
    this.connection.onreconnected(() => this.listen());
    this.connection.onclose(() => listener.onConnected(false));
  }

  async start(): Promise<void> {
    while (!this.stopped) {
      try {
        await this.connection.start();
        if (this.stopped) await this.connection.stop();
        else this.listen();
        return;
      } catch {
        this.listener.onConnected(false);
        await new Promise(resolve => setTimeout(resolve, longestPause));
      }
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.connection.stop();
  }

  /** Has what is known told anew in another language; everything else goes on. */
  speak(language: string): void {
    if (language === this.language) return;
    this.language = language;
    this.told.clear();
    for (const [id, subscription] of this.conversations) {
      subscription?.dispose();
      this.conversations.set(id, this.hear(id));
    }
  }

  /** Listens to these conversations, and to no others. */
  follow(ids: readonly string[]): void {
    for (const [id, subscription] of this.conversations)
      if (!ids.includes(id)) {
        subscription?.dispose();
        this.conversations.delete(id);
      }
    for (const id of ids) if (!this.conversations.has(id)) this.conversations.set(id, this.hear(id));
  }

  /** Is seen to look at this conversation, and at no other. */
  see(id: string | null): void {
    if (this.seen?.id === (id ?? undefined)) return;
    this.seen?.subscription?.dispose();
    this.seen = id === null ? null : { id, subscription: this.look(id) };
  }

  private listen(): void {
    this.listener.onConnected(true);
    this.connection.stream<DeskEvent>('Events', this.listener.cursor()).subscribe({
      next: event => this.listener.onEvent(event),
      complete: () => undefined,
      error: () => undefined, // the connection says so itself
    });
    for (const id of this.conversations.keys()) this.conversations.set(id, this.hear(id));
    if (this.seen) this.seen.subscription = this.look(this.seen.id);
  }

  private look(id: string): ISubscription<Signs> | null {
    if (this.connection.state !== 'Connected') return null; // as below
    return this.connection.stream<Signs>('Signs', id).subscribe({
      next: signs => this.listener.onSigns(id, signs),
      complete: () => undefined,
      error: () => undefined,
    });
  }

  private hear(id: string): ISubscription<ConversationView> | null {
    if (this.connection.state !== 'Connected') return null; // listen() does it once there is a connection
    return this.connection.stream<ConversationView>('Conversation', id, this.told.has(id) ? this.listener.version(id) : 0, this.language).subscribe({
      next: view => {
        this.told.add(id);
        this.listener.onConversation(view);
      },
      complete: () => undefined,
      error: () => undefined,
    });
  }
}
