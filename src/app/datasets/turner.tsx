import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';

/** Goes to another place. It stays where the focus is when there is nowhere left to go, and says that it does nothing. */
export function Turner(props: {
  label: string;
  icon: IconName;
  to: number | undefined;
  onOffset: (offset: number) => void;
}): ReactElement {
  const { label, icon, to, onOffset } = props;
  return (
    <Button
      square
      aria-label={label}
      title={label}
      aria-disabled={to === undefined}
      onClick={() => {
        if (to !== undefined) onOffset(to);
      }}
    >
      <Icon name={icon} />
    </Button>
  );
}
