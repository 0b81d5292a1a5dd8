import type { Schemas } from '../api/types';

export type WallAgent = Schemas['WallAgent'];
export type WallConversation = Schemas['WallConversation'];
export type Wall = Schemas['WallView'];
