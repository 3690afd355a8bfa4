import type { ChunkKey, KeptRecords, WithRecords } from '../kept-records.ts';

/** Records in memory, which are cloned on their way as a browser does. `failing` names the calls that fail. */
export class MemoryRecords implements KeptRecords {
  readonly keptLists = new Map<string, unknown>();
  readonly keptChunks = new Map<string, unknown>();
  readonly failing = new Set<keyof KeptRecords>();
  readonly withRecords: WithRecords = (act) => act(this);
  chunkWrites = 0;

  async list(key: string): Promise<unknown> {
    this.#mayFail('list');
    return structuredClone(this.keptLists.get(key));
  }

  async lists(): Promise<readonly { readonly key: string; readonly value: unknown }[]> {
    this.#mayFail('lists');
    return [...this.keptLists].map(([key, value]) => ({ key, value: structuredClone(value) }));
  }

  async putList(list: { readonly key: string }): Promise<void> {
    this.#mayFail('putList');
    this.keptLists.set(list.key, structuredClone(list));
  }

  async deleteList(key: string): Promise<void> {
    this.keptLists.delete(key);
  }

  async chunk(key: ChunkKey): Promise<unknown> {
    this.#mayFail('chunk');
    return structuredClone(this.keptChunks.get(textOf(key)));
  }

  async chunkKeys(): Promise<readonly ChunkKey[]> {
    return [...this.keptChunks.keys()].map((text) => {
      const [list = '', id = ''] = text.split('\n');
      return { list, id };
    });
  }

  async putChunk(key: ChunkKey, chunk: unknown): Promise<void> {
    this.#mayFail('putChunk');
    this.chunkWrites += 1;
    this.keptChunks.set(textOf(key), structuredClone(chunk));
  }

  async deleteChunk(key: ChunkKey): Promise<void> {
    this.keptChunks.delete(textOf(key));
  }

  #mayFail(call: keyof KeptRecords): void {
    if (this.failing.has(call)) throw new DOMException('There is no room.', 'QuotaExceededError');
  }
}

function textOf({ list, id }: ChunkKey): string {
  return `${list}\n${id}`;
}
