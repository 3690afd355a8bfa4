import { type ReactElement, type ReactNode, useId, useState } from 'react';
import { foldText } from '../../../engine/query/fold-text.ts';
import { formatTerm } from '../../../engine/query/query-language.ts';
import { whenComposed } from '../../ui/controls/when-composed.ts';
import { formatCount } from '../../ui/format/number-format.ts';
import type { FilterOption } from './filter-options.ts';
import { optionText } from './filter-words.ts';

export interface FilterGroupProps {
  readonly name: string;
  readonly options: readonly FilterOption[];
  /** Values that are not among `options`. */
  readonly unlisted?: number;
  /** Whether there is more than was counted. */
  readonly isPartial: boolean;
  /** Draws the numbers as bars. */
  readonly hasBars?: boolean;
  readonly onToggle: (option: FilterOption, isChosen: boolean) => void;
  /** What else there is to choose by. */
  readonly children?: ReactNode;
}

/** So many are in sight until all are asked for, and so many can be looked through without help. */
const shownValues = 6;
const manyValues = 12;

/** One filter: its values as checkboxes, with numbers; of a long list first the most frequent ones. */
export function FilterGroup(props: FilterGroupProps): ReactElement {
  const { name, options, unlisted = 0, isPartial, hasBars = false, onToggle, children } = props;
  const [isLong, setLong] = useState(false);
  const [sought, setSought] = useState('');
  const [typed, setTyped] = useState<string>();
  // A list that one longer would do for is no longer than that.
  const isBounded = options.length > shownValues + 1 && !hasBars;
  const short = options.filter(({ isChosen }, place) => isChosen || place < shownValues);
  const found = options.filter((option) => foldText(optionText(option)).includes(foldText(sought)));
  const shown = !isBounded ? options : isLong ? found : short;
  const most = Math.max(1, ...options.map(({ count = 0 }) => count));
  return (
    <fieldset className="filter-group">
      <legend>{name}</legend>
      {isBounded && isLong && options.length > manyValues ? (
        <input
          className="input filter-find"
          aria-label={`Find in ${name}`}
          placeholder="Find"
          value={typed ?? sought}
          {...whenComposed({
            onText(text) {
              setTyped(undefined);
              setSought(text);
            },
            onDraft: setTyped,
          })}
        />
      ) : null}
      {options.length === 0 ? <p className="filter-note">–</p> : null}
      <div className={isBounded && isLong ? 'filter-options filter-options-long' : 'filter-options'}>
        {shown.map((option) => (
          <Option
            key={formatTerm(option.term)}
            option={option}
            isPartial={isPartial}
            share={hasBars ? (option.count ?? 0) / most : undefined}
            onToggle={onToggle}
          />
        ))}
      </div>
      {isBounded ? (
        <button
          type="button"
          className="text-button filter-more"
          aria-expanded={isLong}
          onClick={() => setLong(!isLong)}
        >
          {isLong ? 'Fewer' : `${formatCount(options.length - short.length + unlisted)} more`}
        </button>
      ) : null}
      {isLong && unlisted > 0 ? (
        <p className="filter-note">{`${formatCount(unlisted)} rarer ones are not listed: search for them.`}</p>
      ) : null}
      {children}
    </fieldset>
  );
}

function Option(props: {
  option: FilterOption;
  isPartial: boolean;
  /** Of the longest bar; `undefined` for none. */
  share: number | undefined;
  onToggle: FilterGroupProps['onToggle'];
}): ReactElement {
  const { option, isPartial, share, onToggle } = props;
  const { count, isChosen } = option;
  const id = useId();
  const text = optionText(option);
  return (
    <label className="filter-option" data-none={count === 0 && !isPartial ? true : undefined}>
      <input
        type="checkbox"
        // The value alone: its number is a description.
        aria-label={text}
        aria-describedby={count === undefined ? undefined : id}
        checked={isChosen}
        onChange={(event) => onToggle(option, event.currentTarget.checked)}
      />
      <bdi
        className="filter-value"
        title={text}
        translate={'text' in option.term && option.label === text ? 'no' : undefined}
      >
        {text}
      </bdi>
      {share === undefined ? null : (
        <span className="filter-bar">
          {share > 0 ? <span style={{ inlineSize: `max(1px, ${share * 100}%)` }} /> : null}
        </span>
      )}
      {/* Of a part, there may be more. */}
      <span id={id} className="filter-count">
        {count === undefined ? null : `${formatCount(count)}${isPartial ? '+' : ''}`}
      </span>
    </label>
  );
}
