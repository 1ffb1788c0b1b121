// Buttons: with words, or with a sign and words for those who cannot see it.

import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Icon, type IconName } from './Icon';

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'className' | 'style'>;

/** A button that can do nothing now keeps the focus: it says so and does not answer. */
function quietly({ disabled, onClick, ...rest }: Native): Native {
  return {
    ...rest,
    'aria-disabled': disabled || undefined,
    onClick: disabled ? undefined : onClick,
  };
}

export type ButtonProps = Native &
  Readonly<{
    children: ReactNode;
    icon?: IconName | undefined;
    /** `main` once per panel at most; `bare` for what stands among text. */
    look?: 'main' | 'quiet' | 'bare' | undefined;
  }>;

/** A button with words, 44 px high at least. */
export function Button({ children, icon, look = 'quiet', ...native }: ButtonProps) {
  return (
    <button {...quietly(native)} type="button" className="button" data-look={look}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

export type IconButtonProps = Native &
  Readonly<{
    icon: IconName;
    /** What it does, for screen readers and as a tooltip. */
    label: string;
    look?: ButtonProps['look'];
  }>;

/** A square button with a sign, 44 by 44 px. */
export function IconButton({ icon, label, look = 'bare', ...native }: IconButtonProps) {
  return (
    <button
      {...quietly(native)}
      type="button"
      className="button"
      data-look={look}
      data-shape="icon"
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </button>
  );
}
