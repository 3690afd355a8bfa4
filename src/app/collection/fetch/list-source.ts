import { type ListFilter, listKey } from '../../../contract/list-params.ts';

/** Which list it is, where, and as whom it is asked for. */
export interface ListSource {
  /** Where the API is: an absolute address without a slash at its end. */
  readonly baseUrl: string;
  /** Tells the server from another one that was at the same address. */
  readonly server: string;
  readonly token: string | undefined;
  readonly credentials: 'same-origin' | 'omit';
  /** Whose requests those without a token are, where that is known. */
  readonly userId?: string | undefined;
  /** Whether what this reader may see may be kept on the device, and does not end with the tab. */
  readonly onDevice?: boolean | undefined;
  readonly list: ListFilter;
}

/** Equal for the same list of the same server, whoever asks. */
export function sourceKey({ server, list }: ListSource): string {
  return `${server} ${listKey(list)}`;
}
