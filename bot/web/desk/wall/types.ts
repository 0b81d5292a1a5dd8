import type { Me, QueueLine } from '../api/types';

export interface WallAgent {
  id: string;
  name: string;
  role: Me['role'];
  presence: string;
  since?: string;
  isConnected: boolean;
  load: number;
  chatsAtMost: number;
  skills: Record<string, number>;
  languages: string[];
}

export interface WallConversation {
  id: string;
  state: 'waiting' | 'accepted';
  customerName?: string;
  skill: string;
  mood: string;
  since: string;
  agentName?: string;
  /** soon or late where its deadline is near or has passed. */
  due?: 'soon' | 'late';
}

export interface Wall {
  now: string;
  queues: QueueLine[];
  agents: WallAgent[];
  conversations: WallConversation[];
  alarms: { kind: 'slow' | 'unattended'; skill: string; language: string }[];
  service: { answered: number; inTime: number; seconds: number; medianWait?: number; longestWait?: number };
  figures: {
    queues: { skill: string; answered: number; answeredInTime: number; resolved: number; resolvedInTime: number; messages: number; askedAgain: number }[];
    agents: { id: string; messages: number; askedAgain: number }[];
    told?: { day: string; told: number; held: number; sooner: number; later: number };
  };
}
