import type { ReactElement } from 'react';
import { type ListFilter, listParams } from '../../../contract/list-params.ts';
import { Segmented } from '../../ui/controls/segmented.tsx';
import { Switch } from '../../ui/controls/switch.tsx';

/** What the dashboard makes of one parameter that chooses the list's datasets. */
interface FilterParam<Value> {
  /** What it is chosen with, above the rows. */
  readonly Control: (props: {
    readonly value: Value;
    readonly onChange: (value: Value) => void;
    /** The id of the sentence that says which datasets the list covers. */
    readonly coverageId: string;
  }) => ReactElement;
  /** What the name of an exported file says of it. */
  readonly fileWords: (value: Value) => string;
}

const ownershipFileWords = { all: 'all', ownedByMe: 'mine', sharedWithMe: 'shared-with-me' } as const;
const ownerships = [
  { value: 'all', label: 'All' },
  { value: 'ownedByMe', label: 'Mine' },
  { value: 'sharedWithMe', label: 'Shared with me' },
] as const;

/**
 * The parameters of `ListFilter`, each of which must be here, in the order in which they stand above the rows and in which a reader
 * gives them up who finds nothing: `unnamed` last, since it widens the list, but leaves the empty datasets out (CONTRACT, `unnamed`).
 */
const filterParams: { readonly [Name in keyof ListFilter]: FilterParam<ListFilter[Name]> } = {
  ownership: {
    Control: (props) => <Segmented label="Ownership" options={ownerships} {...props} />,
    fileWords: (ownership) => ownershipFileWords[ownership],
  },
  unnamed: {
    Control: ({ value, onChange, coverageId }) => (
      <Switch label="Include unnamed" checked={value} onChange={onChange} describedBy={coverageId} />
    ),
    fileWords: (unnamed) => (unnamed ? 'with-unnamed' : 'named'),
  },
};

// The keys of a literal are its own.
const names = Object.keys(filterParams) as (keyof ListFilter)[];

/** The controls of all parameters that choose the list's datasets. */
export function ListFilterControls(props: {
  readonly filter: ListFilter;
  readonly onChange: (change: Partial<ListFilter>) => void;
  readonly coverageId: string;
}): ReactElement {
  const { filter, onChange, coverageId } = props;
  const controlOf = <Name extends keyof ListFilter>(name: Name) => {
    const { Control } = filterParams[name];
    return (
      <Control
        key={name}
        value={filter[name]}
        onChange={(value) => onChange({ [name]: value } as Pick<ListFilter, Name>)}
        coverageId={coverageId}
      />
    );
  };
  return <>{names.map(controlOf)}</>;
}

/** A filter in the words of a file's name: "mine-with-unnamed". */
export function filterFileWords(filter: ListFilter): string {
  const wordsOf = <Name extends keyof ListFilter>(name: Name) => filterParams[name].fileWords(filter[name]);
  return names.map(wordsOf).join('-');
}

/** The first parameter that is not as it is where the address says nothing of it, set back to that; `undefined` when all are so. */
export function withoutFirstFilter(filter: ListFilter): Partial<ListFilter> | undefined {
  const name = names.find((one) => filter[one] !== listParams[one].absent);
  return name && { [name]: listParams[name].absent };
}
